import { expect, test } from 'vitest';
import type { CallProblem, CallResult } from '../../src/sheets/call-result.ts';
import { sendRepeatable } from '../../src/sheets/send-repeatable.ts';
import { makeFakeClock } from './fake-clock.ts';

const lost: CallProblem = { failure: { kind: 'unavailable' }, transient: true, applied: 'unknown' };
const exists: CallProblem = {
  failure: { kind: 'conflict', detail: 'A sheet with the name "x" already exists.' },
  transient: false,
  applied: 'no',
};

async function stageThrough(...problems: readonly CallProblem[]): Promise<string> {
  let sent = 0;
  const send = (): Promise<CallResult<null>> => {
    const problem = problems[sent];
    sent += 1;
    return Promise.resolve(problem === undefined ? { ok: true, value: null } : { ok: false, problem });
  };
  const patience = { clock: makeFakeClock(), random: () => 0, maxTries: 3 };
  try {
    await sendRepeatable({ send, patience, onRetry: () => undefined });
    return `done after ${sent}`;
  } catch (error) {
    return `${(error as Error).message} after ${sent}`;
  }
}

test('a part is sent again until it is answered', async () => {
  expect(await stageThrough(lost, lost)).toBe('done after 3');
  expect(await stageThrough(lost, lost, lost)).toBe('unavailable after 3');
});

test('a repeated part whose tab exists was applied by an earlier try', async () => {
  expect(await stageThrough(lost, exists)).toBe('done after 2');
});

test('a tab that exists at the first try is somebody else’s', async () => {
  expect(await stageThrough(exists)).toBe('conflict after 1');
});
