import type { Cell } from '../domain/grid.ts';
import { readText } from './cell-text.ts';
import type { Parsed } from './notation/piece.ts';
import { givenText, type Reading, refusal, valueRead } from './reading.ts';

/** A cell that holds a notation; an issue says at which character, counted from 1, reading stopped. */
export function readNotation<T>(cell: Cell, parse: (text: string) => Parsed<T>): Reading<T> {
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const outcome = parse(text.value);
  if (outcome.ok) return valueRead(outcome.value);
  const { at, expected, words } = outcome.stop;
  return refusal({
    code: 'not-a-rule',
    given: givenText(cell),
    at: at + 1,
    expected,
    ...(words !== undefined && { words }),
  });
}
