import type { Execution, Shown, Told } from '../../script-host/fakes/protocol.ts';
import type { FromScript, StartScript } from './script-messages.ts';

export interface ScriptRunnerOptions {
  /** The worker's file, and the script's. */
  readonly workerUrl: string;
  readonly codeUrl: string;
  readonly workbook: string;
  readonly as: string;
  /** Shows what the script shows; an alert is over when this is. */
  readonly show: (shown: Shown) => Promise<void> | void;
}

/** Runs functions of the bound script, each in a worker of its own: nothing is left of the one before, as in Apps Script. */
export type RunScript = (execution: Execution) => Promise<unknown>;

export function scriptRunner(options: ScriptRunnerOptions): RunScript {
  const { workerUrl, codeUrl, workbook, as, show } = options;
  return (execution) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerUrl);
      const end = (told: Told) => {
        worker.terminate();
        if (told.ok) resolve(told.value);
        else reject(new Error(told.message));
      };
      worker.addEventListener('error', (event) => end({ ok: false, message: event.message }));
      worker.addEventListener('message', ({ data }: MessageEvent<FromScript>) => {
        if (data.kind === 'ended') end(data.told);
        else void shown(data, show);
      });
      const start: StartScript = { codeUrl, workbook, as, execution };
      worker.postMessage(start);
    });
}

/** The script waits at the server until what it showed has been closed. */
async function shown(
  { shown: what, wait }: Extract<FromScript, { kind: 'shown' }>,
  show: ScriptRunnerOptions['show'],
) {
  await show(what);
  if (wait !== undefined) await fetch(`/api/script/alerts/${encodeURIComponent(wait)}`, { method: 'POST' });
}
