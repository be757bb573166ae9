import type { Cell } from '../domain/grid.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from './reading.ts';

/** Longest code of the domain (src/domain/code.ts). */
const CODE_LIMIT = 64;

/** Longest free text; Google's own limit of a cell. */
const TEXT_LIMIT = 50_000;

/**
 * Text in NFC without space at either end. A whole number is taken as its digits (718), any other number is
 * refused: 1.1 may have been typed as 1.10, and 45.658 may have been a date.
 */
function readLimited(cell: Cell, limit: number): Reading<string> {
  if (cell === null) return NOTHING_READ;
  if (typeof cell === 'number' && Number.isSafeInteger(cell)) return valueRead(String(cell));
  if (typeof cell !== 'string') return refusal({ code: 'not-text', given: givenText(cell) });
  const text = cell.normalize('NFC').trim();
  if (text === '') return NOTHING_READ;
  if (text.length > limit) return refusal({ code: 'too-long', given: givenText(text), limit });
  return valueRead(text);
}

export function readText(cell: Cell): Reading<string> {
  return readLimited(cell, TEXT_LIMIT);
}

/** What brands a text as a code of one sort: a schema of the domain. */
interface CodeSchema<T> {
  parse(text: string): T;
}

/** A reader of codes of one sort, such as unit codes. */
export function codeReader<T>(schema: CodeSchema<T>): (cell: Cell) => Reading<T> {
  return (cell) => {
    const reading = readLimited(cell, CODE_LIMIT);
    return reading.kind === 'value' ? { ...reading, value: schema.parse(reading.value) } : reading;
  };
}
