import { expect, test } from 'vitest';
import { colorOf } from '../../src/sheets/cell-format.ts';

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);

test('each of the 256 levels of a channel comes to itself, whether eight bits are rounded down or to the nearest', () => {
  const levels = BYTES.map((byte) => {
    const { rgbColor } = colorOf(`#${byte.toString(16).padStart(2, '0')}0000`);
    return (rgbColor?.red ?? 0) * 255;
  });
  expect([levels.map(Math.floor), levels.map(Math.round)]).toEqual([BYTES, BYTES]);
  expect(Math.max(...levels)).toBe(255);
});
