import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  learnFromFailure,
  rememberDuration,
  rememberTooLong,
  tookLong,
} from '../../sheets-templates/menu/src/last-duration.ts';

beforeEach(() => {
  const properties = new Map<string, string>();
  vi.stubGlobal('PropertiesService', {
    getDocumentProperties: () => ({
      getProperty: (name: string) => properties.get(name) ?? null,
      setProperty: (name: string, value: string) => properties.set(name, value),
    }),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['no answer came until Apps Script gave up', undefined, 60_000, true],
  ['the network was down', undefined, 4, false],
  ['the functions say that it takes too long', 'took-too-long', 20_000, true],
  ['the answer to a late write was lost', 'unknown-outcome', 55_000, true],
  ['the answer to an early write was lost', 'unknown-outcome', 3_000, false],
  ['Google was out of order for long', 'unavailable', 50_000, false],
  ['entries have errors', 'entries-have-errors', 50_000, false],
])('when %s the next recompute is put off: %s after %i ms → %s', (_, code, elapsed, isPutOff) => {
  learnFromFailure(code, elapsed);
  expect(tookLong()).toBe(isPutOff);
});

test('a network that is down for a moment does not undo what is known of a long recompute', () => {
  rememberDuration(60_000);
  learnFromFailure(undefined, 4);
  expect(tookLong()).toBe(true);
});

test('what the functions put off themselves is put off at once next time, until one was short', () => {
  rememberTooLong(12_000);
  expect(tookLong()).toBe(true);
  rememberDuration(12_000);
  expect(tookLong()).toBe(false);
});
