import { expect, test } from 'vitest';
import { memoryInFlight } from '../../../../src/local/stand-in/http/in-flight.ts';

test('bodies and answers together stay within the limit, one alone goes beyond it, what is released is free', () => {
  const inFlight = memoryInFlight(10);
  const [first, second] = [inFlight.hold(), inFlight.hold()];
  expect(first.add(25)).toBeUndefined();
  expect(second.add(1)?.status).toBe(503);
  first.release();
  expect(second.add(6)).toBeUndefined();
  expect(first.add(5)?.status).toBe(503);
  expect(first.add(4)).toBeUndefined();
  second.release();
  second.release();
  expect(inFlight.hold().add(7)?.status).toBe(503);
  expect(inFlight.hold().add(6)).toBeUndefined();
});
