import { expect, test } from 'vitest';
import type { CallProblem, CallResult } from '../../src/sheets/call-result.ts';
import { delayAfter, type Patience, tryRepeatedly } from '../../src/sheets/retry-policy.ts';
import { makeFakeClock } from './fake-clock.ts';

const unavailable: CallProblem = { failure: { kind: 'unavailable' }, transient: true, applied: 'unknown' };
const refused: CallProblem = { failure: { kind: 'not-found' }, transient: false, applied: 'no' };

function aPatience(overrides: Partial<Patience> = {}): Patience {
  return { clock: makeFakeClock(), random: () => 0.5, maxTries: 8, ...overrides };
}

function failing(times: number, problem: CallProblem): () => Promise<CallResult<string>> {
  let left = times;
  return () => {
    left -= 1;
    return Promise.resolve(left < 0 ? { ok: true, value: 'done' } : { ok: false, problem });
  };
}

test('waits grow from one second to 64 seconds and stay there', () => {
  const patience = aPatience({ random: () => 1, maxTries: 20 });
  const delays = [1, 2, 3, 4, 5, 6, 7, 8, 15].map((tries) => delayAfter(tries, unavailable, patience));
  expect(delays).toEqual([1000, 2000, 4000, 8000, 16000, 32000, 64000, 64000, 64000]);
});

test('a wait may be anything between nothing and its step', () => {
  expect(delayAfter(5, unavailable, aPatience({ random: () => 0 }))).toBe(0);
  expect(delayAfter(5, unavailable, aPatience({ random: () => 0.25 }))).toBe(4000);
});

test('a wait is never shorter than the server asked for', () => {
  const problem = { ...unavailable, retryAfterMs: 30_000 };
  expect(delayAfter(1, problem, aPatience())).toBe(30_000);
  expect(delayAfter(7, problem, aPatience({ random: () => 1 }))).toBe(64_000);
});

test('a refusal is not repeated', () => {
  expect(delayAfter(1, refused, aPatience())).toBeUndefined();
});

test('nothing is repeated when the wait would end at or after the deadline', () => {
  const clock = makeFakeClock();
  const patience = (left: number) => aPatience({ clock, random: () => 1, deadline: clock.now() + left });
  expect(delayAfter(1, unavailable, patience(1000))).toBeUndefined();
  expect(delayAfter(1, unavailable, patience(1001))).toBe(1000);
});

test('nothing is repeated after the caller has asked to stop', () => {
  expect(delayAfter(1, unavailable, aPatience({ signal: AbortSignal.abort() }))).toBeUndefined();
});

test('a call is repeated until it succeeds', async () => {
  const clock = makeFakeClock();
  let retries = 0;
  const result = await tryRepeatedly(failing(3, unavailable), aPatience({ clock }), () => {
    retries += 1;
  });
  expect({ result, retries, slept: clock.slept }).toEqual({
    result: { ok: true, value: 'done' },
    retries: 3,
    slept: [500, 1000, 2000],
  });
});

test('the last problem is the answer when all tries are used up', async () => {
  const result = await tryRepeatedly(failing(9, unavailable), aPatience({ maxTries: 2 }), () => undefined);
  expect(result).toEqual({ ok: false, problem: unavailable });
});
