import type { Task, TaskQueue } from '../src/sheets/task-queue.ts';

/** As the queue at Google is set up: a delivery that failed comes again, so often and so late (deploy/plan.ts). */
const MAX_ATTEMPTS = 8;
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 30_000;

export interface InProcessQueueParts {
  /** Carries out a task; the status of its answer. */
  readonly deliver: (task: Task) => Promise<number>;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface InProcessQueue extends TaskQueue {
  /** Resolves once nothing waits any more. */
  readonly drained: () => Promise<void>;
}

function backOff(attempt: number): number {
  return Math.min(FIRST_BACK_OFF_MS * 2 ** (attempt - 1), LONGEST_BACK_OFF_MS);
}

/**
 * The queue of a process that goes on working after it answered, as on this machine; at Cloud Run it does not
 * (docs/adr/0046). One task after the other, in the background; what waits is lost with the process.
 */
export function makeInProcessQueue({ deliver, sleep }: InProcessQueueParts): InProcessQueue {
  const waiting = new Set<string>();
  let last: Promise<void> = Promise.resolve();

  async function dispatch(task: Task, attempt = 1): Promise<void> {
    const status = await deliver(task);
    if (status < 300 || attempt >= MAX_ATTEMPTS) return;
    await sleep(backOff(attempt));
    await dispatch(task, attempt + 1);
  }

  return {
    enqueue: async (task) => {
      if (waiting.has(task.name)) return 'already-queued';
      waiting.add(task.name);
      last = last.then(() => dispatch(task)).finally(() => waiting.delete(task.name));
      return 'queued';
    },
    drained: () => last,
  };
}
