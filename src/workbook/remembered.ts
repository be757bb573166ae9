import type { Cell } from '../domain/grid.ts';
import type { Reading } from './reading.ts';

/** More different texts than a matrix of marks holds; beyond it a text is simply read anew. */
const MEMORY = 10_000;

/**
 * A reader that reads each text once: a matrix kept as text repeats a few hundred marks a million times.
 * The same text always gives the same reading, so remembering changes nothing but the time it takes.
 */
export function remembered<T>(read: (cell: Cell) => Reading<T>): (cell: Cell) => Reading<T> {
  const readings = new Map<string, Reading<T>>();
  return (cell) => {
    if (typeof cell !== 'string') return read(cell);
    const known = readings.get(cell);
    if (known !== undefined) return known;
    const reading = read(cell);
    if (readings.size < MEMORY) readings.set(cell, reading);
    return reading;
  };
}
