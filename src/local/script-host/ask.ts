import { receiveMessageOnPort } from 'node:worker_threads';
import type { AskAndWait, Told } from './fakes/protocol.ts';
import type { WorkerData } from './worker-data.ts';

/** An execution ends after six minutes at Apps Script, by Google's page on its quotas. */
const LONGEST_WAIT_MS = 360_000;

/** The thread sleeps until it is told. */
export function makeAsk({ port, flag }: Pick<WorkerData, 'port' | 'flag'>): AskAndWait {
  const raised = new Int32Array(flag);
  return (ask) => {
    Atomics.store(raised, 0, 0);
    port.postMessage(ask);
    if (Atomics.wait(raised, 0, 0, LONGEST_WAIT_MS) === 'timed-out')
      throw new Error('Exceeded maximum execution time');
    const told = receiveMessageOnPort(port)?.message as Told | undefined;
    if (told === undefined) throw new Error('no answer lies in the port');
    if (!told.ok) throw new Error(told.message);
    return told.value;
  };
}
