import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { ContentCell } from '../domain/content.ts';
import { cellFormat } from './cell-format.ts';

type Rows = readonly (readonly ContentCell[])[];

/** Cells of one look, counted from the first cell of their block. */
export interface FormatRectangle {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  readonly format: sheets_v4.Schema$CellFormat;
}

interface Run {
  readonly left: number;
  readonly width: number;
  readonly look: string;
}

/** Looks as text, each style turned into one once: a block has thousands of cells and a dozen styles. */
function makeLooks(): (cell: ContentCell) => string {
  const known = new Map<ContentCell['style'], string>();
  return ({ style, link }) => {
    if (link !== undefined) return JSON.stringify(cellFormat(style ?? {}, link));
    const look = known.get(style) ?? JSON.stringify(style === undefined ? {} : cellFormat(style));
    known.set(style, look);
    return look;
  };
}

function runsOf(row: readonly ContentCell[], lookOf: (cell: ContentCell) => string): readonly Run[] {
  const looks = row.map(lookOf);
  const starts = looks.flatMap((look, column) => (look === looks[column - 1] ? [] : [column]));
  return starts.map((left, i) => ({
    left,
    width: (starts[i + 1] ?? row.length) - left,
    look: looks[left] ?? '{}',
  }));
}

/**
 * The looks of a block as rectangles: runs of equal look in a row, joined with the same run of the row above.
 * A table has few of them, while its looks written out cell by cell are ten times as large as its values.
 */
export function formatRectangles(rows: Rows): readonly FormatRectangle[] {
  const lookOf = makeLooks();
  const done: FormatRectangle[] = [];
  let open = new Map<string, FormatRectangle>();
  for (const [top, row] of rows.entries()) {
    const next = new Map<string, FormatRectangle>();
    for (const { left, width, look } of runsOf(row, lookOf)) {
      const key = `${left} ${width} ${look}`;
      const above = open.get(key);
      open.delete(key);
      const begun = above ?? { top, left, width, height: 0, format: JSON.parse(look) };
      next.set(key, { ...begun, height: begun.height + 1 });
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}
