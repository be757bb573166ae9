import { BLANK_FIGURE } from '../../src/engine/columns/blank-figure.ts';
import type { Work } from './bench-period.ts';
import type { SCALES } from './column-work.ts';

type Cell = number | string;

/** Rows of both stages side by side as the Sheets API answers them: numbers, a few typed as text with a comma. */
export function responseText(work: Work, from: number, to: number): string {
  const rows: Cell[][] = [];
  for (let unit = from; unit < to; unit += 1) {
    rows.push(
      work.criteria.flatMap(({ rule }, place) =>
        work.stages.map((columns) => cellOf(columns[place]?.[unit] ?? -1, rule, unit + place)),
      ),
    );
  }
  return JSON.stringify({
    spreadsheetId: 'bench',
    valueRanges: [{ range: 'Scores', majorDimension: 'ROWS', values: rows }],
  });
}

function cellOf(figure: number, rule: keyof typeof SCALES, salt: number): Cell {
  if (figure < 0) return '';
  const shown = rule === 'yes-no' ? figure : rule === 'mean' ? figure / 100 : figure / 10;
  return salt % 97 === 0 ? String(shown).replace('.', ',') : shown;
}

/** The columns of both stages in one stretch of memory: claim and appraisal of a criterion side by side. */
export interface FlatColumns {
  readonly all: Int32Array;
  readonly stages: Work['stages'];
  /** Figures in one whole as shown, column by column. */
  readonly scales: Int32Array;
}

export function flatColumns({ criteria, units }: Pick<Work, 'criteria' | 'units'>): FlatColumns {
  const all = new Int32Array(2 * criteria.length * units);
  const scales = new Int32Array(2 * criteria.length);
  const stages: [Int32Array[], Int32Array[]] = [[], []];
  let place = 0;
  for (const { rule } of criteria) {
    for (const columns of stages) {
      columns.push(new Int32Array(all.buffer, place * units * all.BYTES_PER_ELEMENT, units));
      scales[place] = shownIn(rule);
      place += 1;
    }
  }
  return { all, stages, scales };
}

const shownIn = (rule: keyof typeof SCALES): number => (rule === 'yes-no' ? 1 : rule === 'mean' ? 100 : 10);

/** The cells of a parsed answer put into columns from a unit on: read row by row, as they lie in memory. */
export function intoColumns(
  rows: readonly (readonly Cell[])[],
  { all, scales }: FlatColumns,
  from: number,
): void {
  const columns = scales.length;
  const units = all.length / columns;
  for (let row = 0; row < rows.length; row += 1) {
    const cells = rows[row] ?? [];
    let at = from + row;
    for (let place = 0; place < columns; place += 1) {
      const cell = cells[place] ?? '';
      const scale = scales[place] ?? 1;
      all[at] = typeof cell === 'number' ? (cell * scale + 0.5) | 0 : textFigure(cell, scale);
      at += units;
    }
  }
}

function textFigure(text: string, scale: number): number {
  return text === '' ? BLANK_FIGURE : Math.round(Number(text.replace(',', '.')) * scale);
}
