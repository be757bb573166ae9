import type { Cell } from '../../domain/grid.ts';
import { DamagedPart } from './damaged-part.ts';
import { unescapeText } from './escaped-text.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function numberOr(text: string): Cell {
  const value = NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : text;
}

/** A text that is not in the list would be a lost entry, not an empty cell. */
function sharedText(raw: string, sharedStrings: readonly string[]): Cell {
  const text = sharedStrings[Number(raw)];
  if (text === undefined) throw new DamagedPart(`no shared text ${raw}`);
  return text === '' ? null : text;
}

/**
 * The value of a cell as Google's API gives it: numbers and dates as numbers, errors such as #N/A as text,
 * empty text as nothing. A number that is none stays text, so that it is reported and not guessed.
 */
export function cellValue(type: string, raw: string, sharedStrings: readonly string[]): Cell {
  if (raw === '') return null;
  switch (type) {
    case 's':
      return sharedText(raw, sharedStrings);
    case 'b':
      return raw === '1' || raw.toLowerCase() === 'true';
    case 'str':
    case 'inlineStr':
    case 'd':
      return unescapeText(raw);
    case 'e':
      return raw;
    default:
      return numberOr(raw.trim());
  }
}
