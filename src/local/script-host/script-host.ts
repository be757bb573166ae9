import { once } from 'node:events';
import { MessageChannel, Worker } from 'node:worker_threads';
import { bundleWorker } from './bundle-worker.ts';
import type { Ask, Execution, Fetched, Shown, Told } from './fakes/protocol.ts';
import type { WorkerData } from './worker-data.ts';

export interface ScriptHostOptions {
  /** The text of Code.js, as it is pushed to Apps Script. */
  readonly code: string;
  readonly sheetsUrl: string;
  readonly spreadsheetId: string;
  /** The access token and the identity token of the person who clicks. */
  readonly accessToken: string;
  readonly identityToken: () => string;
  /** Told of everything that the person sees, as it is shown. */
  readonly show: (shown: Shown) => void;
  /** The workbook’s document properties; they outlive an execution. */
  readonly properties: Map<string, string>;
  /** After how many milliseconds a fetch of the script ends without an answer; 60 000 when absent. */
  readonly fetchLimitMs?: number;
}

/** Apps Script gives up a fetch after 60 seconds: https://developers.google.com/apps-script/guides/services/quotas. */
const FETCH_LIMIT_MS = 60_000;

/** Runs functions of a bound script as Apps Script does: one execution at a time, each from scratch. */
export interface ScriptHost {
  readonly run: (execution: Execution) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

async function fetchFor(ask: Extract<Ask, { kind: 'fetch' }>, limitMs: number): Promise<Fetched> {
  const { url, method, headers, body } = ask;
  const signal = AbortSignal.timeout(limitMs);
  const response = await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) });
  return { status: response.status, text: await response.text() };
}

async function answer(ask: Ask, options: ScriptHostOptions): Promise<unknown> {
  const { properties } = options;
  switch (ask.kind) {
    case 'fetch':
      return fetchFor(ask, options.fetchLimitMs ?? FETCH_LIMIT_MS);
    case 'get-property':
      return properties.get(ask.name) ?? null;
    case 'set-property':
      properties.set(ask.name, ask.value);
      return null;
    case 'identity-token':
      return options.identityToken();
    default:
      options.show(ask.shown);
      return null;
  }
}

/** Starts a thread for one person and one workbook; another execution at the same time needs another host. */
export function startScriptHost(options: ScriptHostOptions): ScriptHost {
  const { code, sheetsUrl, accessToken, spreadsheetId } = options;
  const { port1, port2 } = new MessageChannel();
  const flag = new SharedArrayBuffer(4);
  const workerData: WorkerData = { code, sheetsUrl, accessToken, spreadsheetId, port: port2, flag };
  const starting = bundleWorker().then(
    (text) => new Worker(text, { eval: true, workerData, transferList: [port2] }),
  );

  async function tell(ask: Ask): Promise<void> {
    const told: Told = await answer(ask, options).then(
      (value) => ({ ok: true as const, value }),
      (error: unknown) => ({ ok: false as const, message: String(error) }),
    );
    port1.postMessage(told);
    Atomics.store(new Int32Array(flag), 0, 1);
    Atomics.notify(new Int32Array(flag), 0);
  }
  port1.on('message', (ask: Ask) => void tell(ask));

  return {
    run: async (execution) => {
      const worker = await starting;
      const ended = once(worker, 'message') as Promise<[Told]>;
      worker.postMessage(execution);
      const [told] = await ended;
      if (!told.ok) throw new Error(told.message);
      return told.value;
    },
    stop: async () => {
      port1.close();
      await (await starting).terminate();
    },
  };
}
