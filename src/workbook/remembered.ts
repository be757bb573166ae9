import type { Cell } from '../domain/grid.ts';
import type { Reading } from './reading.ts';

/** More different entries than a column of marks holds; beyond it a cell is simply read anew. */
const MEMORY = 10_000;

/**
 * A reader that reads each text and number once: a column of marks repeats a few hundred entries ten thousand times.
 * The same cell always gives the same reading, so remembering changes nothing but the time and memory it takes: units
 * that entered the same share one value, by which the engine knows it again.
 */
export function remembered<T>(read: (cell: Cell) => Reading<T>): (cell: Cell) => Reading<T> {
  const readings = new Map<string | number, Reading<T>>();
  return (cell) => {
    if (typeof cell !== 'string' && typeof cell !== 'number') return read(cell);
    const known = readings.get(cell);
    if (known !== undefined) return known;
    const reading = read(cell);
    if (readings.size < MEMORY) readings.set(cell, reading);
    return reading;
  };
}
