import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { channel } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type StandIn, startStandIn } from '../../src/local/stand-in/stand-in.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const LOGGED = channel('par-index.functions.logged');

const ROOT = join(import.meta.dirname, '../..');
const BUNDLE = join(ROOT, 'dist/functions/server.mjs');
const SPREADSHEET_ID = '1AbCdEfGhIjKlMnOpQrStUvWxYz';

/** A Google that answers tokens at once and spreadsheets only when it is told to. */
interface HeldGoogle {
  readonly server: Server;
  readonly host: string;
  /** Resolves when a spreadsheet is asked for, with the way to let it answer. */
  readonly asked: Promise<() => void>;
}

async function holdGoogle(): Promise<HeldGoogle> {
  let hear: (answer: () => void) => void = () => undefined;
  const asked = new Promise<() => void>((resolve) => {
    hear = resolve;
  });
  const server = createServer((request, response) => {
    response.setHeader('metadata-flavor', 'Google');
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/computeMetadata') === true) {
      response.end(JSON.stringify({ access_token: 'token', expires_in: 3600, token_type: 'Bearer' }));
      return;
    }
    hear(() => {
      const error = { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' };
      response.writeHead(404).end(JSON.stringify({ error }));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, host: `127.0.0.1:${port}`, asked };
}

interface Deployed {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly url: string;
}

const AUDIENCE = 'menu-script.par-index.test';

let google: HeldGoogle;
/** Vouches for people; the spreadsheets are held by another server. */
let standIn: StandIn;
let deployed: Deployed | undefined;

async function start(environment: Record<string, string>): Promise<Deployed> {
  const child = spawn(process.execPath, [BUNDLE], {
    env: { NODE_ENV: 'production', PORT: '0', PAR_HOST: '127.0.0.1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  // What the deployed bundle says, anywhere, is scanned like the logs of all other tests.
  for (const input of [child.stdout, child.stderr])
    createInterface({ input }).on('line', (line) => LOGGED.publish(line));
  const [first] = (await once(reader, 'line')) as [string];
  const { port } = JSON.parse(first) as { port: number };
  return { child, lines, url: `http://127.0.0.1:${port}/` };
}

beforeAll(async () => {
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: ROOT });
  google = await holdGoogle();
  standIn = await startStandIn({ port: 0, storeDir: await temporaryFolder() });
});

afterAll(async () => {
  google.server.close();
  await standIn.close();
});

afterEach(() => {
  deployed?.child.kill('SIGKILL');
  deployed = undefined;
});

/** The file and all that it loads before it can answer, each once. */
async function loadedWith(path: string, seen = new Set<string>()): Promise<ReadonlySet<string>> {
  if (seen.has(path)) return seen;
  seen.add(path);
  const text = await readFile(path, 'utf8');
  const parts = [...text.matchAll(/(?:from|import)"(\.\/[^"]+)"/g)].map(([, part = '']) => part);
  await parts.reduce(
    (done, part) => done.then(() => loadedWith(join(dirname(path), part), seen)).then(() => undefined),
    Promise.resolve(),
  );
  return seen;
}

test('what a cold start loads stays below 600 KB; publishing and setting up are loaded when they are asked for', async () => {
  const loaded = [...(await loadedWith(BUNDLE))];
  const texts = await Promise.all(loaded.map((path) => readFile(path, 'utf8')));
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(600 * 1024);
  expect(loaded.length).toBeLessThan((await readdir(dirname(BUNDLE))).length - 2);
  expect(texts.join('')).not.toContain('CÔNG BỐ LẦN');
});

test('the deploy holds no part of Google’s client that is not used', async () => {
  const files = (await readdir(dirname(BUNDLE))).map((name) => join(dirname(BUNDLE), name));
  const texts = await Promise.all(files.map((path) => readFile(path, 'utf8')));
  expect(texts.join('')).not.toMatch(/youtube|bigquery/i);
});

test.each(['publish', 'withdraw', 'verify', 'setup'])(
  '%s is there in the deploy, loaded at its first call',
  async (name) => {
    deployed = await start({
      PAR_SERVICE_ACCOUNT: 'robot@par-index.test',
      PAR_SHEETS_ROOT_URL: `http://${google.host}/`,
      PAR_AUDIENCES: AUDIENCE,
      PAR_ISSUER_URL: standIn.issuer.url,
      GCE_METADATA_HOST: google.host,
      METADATA_SERVER_DETECTION: 'assume-present',
    });
    const response = await fetch(new URL(name, deployed.url), { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  },
);

test('on SIGTERM the request under way is answered, then the process ends well', async () => {
  deployed = await start({
    PAR_SERVICE_ACCOUNT: 'robot@par-index.test',
    PAR_SHEETS_ROOT_URL: `http://${google.host}/`,
    PAR_AUDIENCES: AUDIENCE,
    PAR_ISSUER_URL: standIn.issuer.url,
    GCE_METADATA_HOST: google.host,
    METADATA_SERVER_DETECTION: 'assume-present',
  });
  const answer = fetch(new URL('recompute', deployed.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${standIn.issuer.sign({ email: 'editor@par-index.test', aud: AUDIENCE })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ spreadsheetId: SPREADSHEET_ID }),
  });
  const letAnswer = await google.asked;
  const ended = once(deployed.child, 'exit');
  deployed.child.kill('SIGTERM');
  await vi.waitFor(() => expect(deployed?.lines.at(-1)).toContain('stopping'), { timeout: 30_000 });
  letAnswer();
  expect((await answer).status).toBe(404);
  expect(await ended).toEqual([0, null]);
  const log = deployed.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(log.map(({ message }) => message)).toEqual(['listening', 'stopping', 'recompute']);
  expect(log.at(-1)).toEqual({
    severity: 'INFO',
    message: 'recompute',
    runId: expect.any(String),
    workbook: expect.stringMatching(/^[0-9a-f]{12}$/),
    caller: expect.stringMatching(/^[0-9a-f]{12}$/),
    reads: 0,
    writes: 0,
    retries: 0,
    readsLeft: 60,
    writesLeft: 60,
    failure: 'not-found',
    status: 404,
    durationMs: expect.any(Number),
  });
  expect(deployed.lines.join('\n')).not.toContain(SPREADSHEET_ID);
});

test('a deploy without the service account’s address ends with a sentence that names the variable', async () => {
  const run = promisify(execFile)(process.execPath, [BUNDLE], { env: { PORT: '0' } });
  await expect(run).rejects.toMatchObject({ stderr: expect.stringContaining('PAR_SERVICE_ACCOUNT') });
});
