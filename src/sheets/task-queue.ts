/** One piece of work that a function does later: the function's name, and the body that it is called with. */
export interface Task {
  /** Two tasks of one name are one task. Letters, digits, hyphens and underscores. */
  readonly name: string;
  readonly functionName: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where long work is put. It may be delivered twice, so what a task asks for must be harmless to repeat. */
export interface TaskQueue {
  enqueue(task: Task): Promise<'queued' | 'already-queued'>;
}
