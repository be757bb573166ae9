import type { Task } from '../src/sheets/task-queue.ts';
import type { AboutWorkbook, ParFunction } from './par-function.ts';
import { perform } from './perform.ts';
import { logCall, type Surroundings } from './serve-function.ts';

/** The queue in the process needs no token: nobody else reaches it. */
const QUEUE = { kind: 'service', email: 'queue-in-process' } as const;

/** Carries out a task of the queue in this process, as if it had been called; the status of its answer. */
export async function deliverHere<Body extends AboutWorkbook>(
  fn: ParFunction<Body>,
  task: Task,
  surroundings: Surroundings,
): Promise<number> {
  const [startedAt, begun] = [Date.now(), performance.now()];
  const stop = new AbortController();
  const body = fn.schema.parse(task.body);
  const { answer, runId, fields } = await perform(
    { fn, caller: QUEUE, body, language: 'vi', startedAt, stop },
    surroundings,
  );
  const durationMs = Math.round(performance.now() - begun);
  logCall(surroundings.log, fn.name, answer, { runId, ...fields, durationMs });
  return answer.status;
}
