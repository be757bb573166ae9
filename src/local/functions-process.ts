import { type ChildProcess, spawn } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOST = join(import.meta.dirname, 'functions-host.ts');

/** Enough to look into; a workspace that runs for weeks must not grow. */
const LINES_KEPT = 5_000;

/** Every line that functions log on this machine, for whoever watches them. */
const LOGGED = channel('par-index.functions.logged');

const ListeningSchema = z.object({ message: z.literal('listening'), port: z.int() });

export interface FunctionsOptions {
  readonly port: number;
  /** Where the stand-in answers, such as http://127.0.0.1:9098/. */
  readonly rootUrl: string;
  /** The account that the stand-in gives to whoever asks its metadata endpoint. */
  readonly serviceAccount: string;
  /** Who vouches for people on this machine, and for which script its tokens are made. */
  readonly issuerUrl: string;
  readonly audience: string;
  readonly publishers: readonly string[];
  /** Further settings of the functions (docs/configuration.md). */
  readonly environment?: Readonly<Record<string, string>>;
}

export interface FunctionsProcess {
  readonly url: string;
  /** What the functions logged so far, line by line. */
  readonly logged: () => readonly string[];
  /** Rejects when the process ends although nobody asked it to; never resolves. */
  readonly lost: Promise<never>;
  readonly stop: () => Promise<void>;
}

function portOf(line: string): number | undefined {
  try {
    const parsed = ListeningSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data.port : undefined;
  } catch {
    return undefined;
  }
}

/** The port from the child's first log line; its last words when it ends before that. */
function whenListening(child: ChildProcess, lines: string[]): Promise<number> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error('the functions need pipes');
  let lastWords = '';
  let isListening = false;
  createInterface({ input: stderr }).on('line', (line) => {
    lastWords = `${lastWords}${line}\n`.slice(-2_000);
    // Once they listen they say nothing there, so whatever comes is looked into like a line of the log.
    if (isListening) LOGGED.publish(line);
  });
  return new Promise((resolve, reject) => {
    createInterface({ input: stdout }).on('line', (line) => {
      lines.push(line);
      LOGGED.publish(line);
      if (lines.length > LINES_KEPT) lines.shift();
      const port = portOf(line);
      if (port === undefined) return;
      isListening = true;
      resolve(port);
    });
    child.once('exit', () => {
      const reason = /Error: (.*)/.exec(lastWords)?.[1] ?? lastWords.trim();
      reject(new WorkspaceFailure(failureFor(reason)));
    });
  });
}

function failureFor(reason: string) {
  const [, port] = /EADDRINUSE.*:(\d+)/.exec(reason) ?? [];
  return port === undefined
    ? WORKSPACE_FAILURES.functionsEnded(reason)
    : WORKSPACE_FAILURES.portInUse(Number(port));
}

/**
 * Starts the functions as they run in production: their own process, default credentials from a metadata
 * server, Google's client unmodified. Only the addresses are this machine's.
 */
export async function startFunctions(options: FunctionsOptions): Promise<FunctionsProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', HOST], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      PORT: String(options.port),
      PAR_HOST: '127.0.0.1',
      PAR_SHEETS_ROOT_URL: options.rootUrl,
      PAR_SERVICE_ACCOUNT: options.serviceAccount,
      PAR_ISSUER_URL: options.issuerUrl,
      PAR_AUDIENCES: options.audience,
      PAR_PUBLISHERS: options.publishers.join(','),
      GCE_METADATA_HOST: new URL(options.rootUrl).host,
      METADATA_SERVER_DETECTION: 'assume-present',
      // A queue that the caller sets up takes the place of the one inside.
      ...(options.environment?.['PAR_TASKS_QUEUE'] === undefined ? { PAR_TASKS_IN_PROCESS: 'yes' } : {}),
      ...options.environment,
    },
  });
  const lines: string[] = [];
  const port = await whenListening(child, lines);
  let isStopping = false;
  const lost = new Promise<never>((_, reject) => {
    child.once('exit', () => {
      if (!isStopping) reject(new WorkspaceFailure(WORKSPACE_FAILURES.functionsLost));
    });
  });
  // Whoever does not wait for it is not told either: an unheard rejection would end the process.
  lost.catch(() => undefined);
  return {
    url: `http://127.0.0.1:${port}/`,
    logged: () => lines,
    lost,
    stop: async () => {
      isStopping = true;
      if (child.exitCode !== null || !child.kill('SIGTERM')) return;
      await once(child, 'exit');
    },
  };
}
