import { createContext, Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { makeAsk } from './ask.ts';
import { fakeServices } from './fakes/fake-services.ts';
import { editEvent } from './fakes/fake-sheets.ts';
import type { Execution } from './fakes/protocol.ts';
import { bindWorkbook } from './fakes/sheets-calls.ts';
import type { WorkerData } from './worker-data.ts';

const data = workerData as WorkerData;
const ask = makeAsk(data);
const workbook = bindWorkbook(ask, data);
const script = new Script(data.code, { filename: 'Code.js' });

/** A fresh context for each execution, with the services and nothing of Node. */
function execute({ functionName, argument, edited }: Execution): unknown {
  const context = createContext({ ...fakeServices(workbook, ask) });
  script.runInContext(context);
  const called = Reflect.get(context, functionName) as unknown;
  if (typeof called !== 'function') throw new Error(`Script function not found: ${functionName}`);
  return called(edited === undefined ? argument : editEvent(workbook, edited));
}

parentPort?.on('message', (execution: Execution) => {
  try {
    parentPort?.postMessage({ ok: true, value: execute(execution) });
  } catch (error) {
    parentPort?.postMessage({ ok: false, message: error instanceof Error ? error.message : String(error) });
  }
});
