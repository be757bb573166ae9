import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Calculation, Computed } from './calculation.ts';
import type { EngineAnswer, EngineQuestion } from './engine-main.ts';

const MAIN = join(import.meta.dirname, 'engine-main.ts');
const ANSWER_MILLISECONDS = 30_000;

/** `broken`: it was too slow, or it broke. `missing`: it does not run on this machine. */
export type EngineOutcome =
  | { readonly kind: 'computed'; readonly computed: readonly Computed[] }
  | { readonly kind: 'broken' | 'missing' };

export interface EngineProcess {
  compute(calculation: Calculation): Promise<EngineOutcome>;
  close(): void;
}

interface Running {
  readonly child: ChildProcess;
  /** Whether it has come up; false once it ended before. */
  readonly ready: Promise<boolean>;
}

/** The engine in a process that is started for the first formula and again after one that broke it. */
export function engineProcess(): EngineProcess {
  let running: Running | undefined;
  let asked = 0;
  let isMissing = false;
  const stop = (one: Running | undefined): void => {
    one?.child.kill('SIGKILL');
    if (running === one) running = undefined;
  };
  const compute = async (calculation: Calculation): Promise<EngineOutcome> => {
    if (isMissing) return { kind: 'missing' };
    running ??= started();
    const current = running;
    if (!(await current.ready)) {
      isMissing = true;
      return { kind: 'missing' };
    }
    asked += 1;
    const computed = await answerOf(current.child, { id: asked, calculation });
    if (computed !== undefined) return { kind: 'computed', computed };
    stop(current);
    return { kind: 'broken' };
  };
  return { compute, close: () => stop(running) };
}

function started(): Running {
  const child = fork(MAIN, {
    cwd: import.meta.dirname,
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  // A waiting engine keeps nobody from ending.
  child.unref();
  child.channel?.unref();
  const ready = new Promise<boolean>((settled) => {
    child.once('message', () => settled(true));
    child.once('exit', () => settled(false));
    child.once('error', () => settled(false));
  });
  return { child, ready };
}

function answerOf(child: ChildProcess, question: EngineQuestion): Promise<readonly Computed[] | undefined> {
  return new Promise((settled) => {
    const finish = (computed: readonly Computed[] | undefined): void => {
      clearTimeout(timer);
      child.off('message', listen);
      child.off('exit', broke);
      settled(computed);
    };
    const listen = (answer: EngineAnswer): void => {
      if (answer.id === question.id) finish(answer.computed);
    };
    const broke = (): void => finish(undefined);
    const timer = setTimeout(broke, ANSWER_MILLISECONDS);
    child.on('message', listen);
    child.once('exit', broke);
    if (!child.connected) broke();
    else child.send(question, (error) => (error === null ? undefined : broke()));
  });
}
