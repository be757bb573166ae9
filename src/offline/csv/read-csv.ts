import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, Grid } from '../../domain/grid.ts';
import type { FileProblem } from '../file-problem.ts';
import { decodeCsv } from './csv-text.ts';
import { type Dialect, detectDialect, hasOtherSeparator } from './dialect.ts';
import { unguardText } from './guarded-text.ts';

/** Whether a field without quotation marks may be a number or yes/no, as in files that this command wrote. */
export type Typing = 'text-only' | 'typed';

export type ReadCsv =
  | { readonly ok: true; readonly grid: Grid }
  | { readonly ok: false; readonly problem: FileProblem };

const BARE_NUMBER = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i;
const SEPARATOR_LINE = /^sep=[,;\t](?=\r?\n|$)/i;

function typedCell(field: string, { decimalMark }: Dialect): Cell {
  if (field === 'TRUE' || field === 'FALSE') return field === 'TRUE';
  const mark = decimalMark === ',' ? '.' : ',';
  if (!BARE_NUMBER.test(field) || field.includes(mark)) return unguardText(field);
  return Number(field.replace(',', '.'));
}

function trimmedEnd(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

function toGrid(text: string, typing: Typing): Grid {
  const dialect = detectDialect(text);
  const records: Cell[][] = parse(text.replace(SEPARATOR_LINE, ''), {
    bom: true,
    delimiter: dialect.delimiter,
    relaxColumnCount: true,
    skipEmptyLines: false,
    cast: (field, { quoting }): Cell => {
      if (field === '') return null;
      return typing === 'text-only' || quoting ? unguardText(field) : typedCell(field, dialect);
    },
  });
  const rows = records.map(trimmedEnd);
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

/** The cells of a CSV file; in the tabs that people fill every field is text, whatever it looks like. */
export function readCsv(bytes: Uint8Array, file: string, typing: Typing): ReadCsv {
  const decoded = decodeCsv(bytes, file);
  if (!decoded.ok) return decoded;
  if (hasOtherSeparator(decoded.text)) return { ok: false, problem: { code: 'other-separator', file } };
  try {
    return { ok: true, grid: toGrid(decoded.text, typing) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error['lines'];
    return {
      ok: false,
      problem: { code: 'broken-quotes', file, ...(typeof line === 'number' ? { line } : {}) },
    };
  }
}
