import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellStyle } from '../domain/cell-style.ts';
import type { CellLink, ContentCell } from '../domain/content.ts';

/** A look, or a part of it, as Google writes it, turned into text: the same text for the same look. */
export type LookOf = (cell: ContentCell) => string;

type WriteLook = (style: CellStyle, link?: CellLink) => sheets_v4.Schema$CellFormat;

/** The text of a cell that has no look of its own. */
export const PLAIN = '{}';

/** Each style is turned into text once: a block has thousands of cells and a dozen styles. */
export function makeLooks(write: WriteLook): LookOf {
  const known = new Map<CellStyle, string>();
  return ({ style = {}, link }) => {
    if (link !== undefined) return JSON.stringify(write(style, link));
    const look = known.get(style) ?? JSON.stringify(write(style));
    known.set(style, look);
    return look;
  };
}

/** Cells of one look, counted from the first cell of their block. */
export interface LookRectangle {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
  readonly look: string;
}

interface Run {
  readonly left: number;
  readonly width: number;
  readonly look: string;
}

function runsOf(row: readonly ContentCell[], lookOf: LookOf): readonly Run[] {
  const looks = row.map(lookOf);
  const starts = looks.flatMap((look, column) => (look === looks[column - 1] ? [] : [column]));
  return starts.map((left, i) => ({
    left,
    width: (starts[i + 1] ?? row.length) - left,
    look: looks[left] ?? PLAIN,
  }));
}

/**
 * The looks of a block as rectangles: runs of equal look in a row, joined with the same run of the row above.
 * A table has few of them, while its looks written out cell by cell are ten times as large as its values.
 */
export function lookRectangles(
  rows: readonly (readonly ContentCell[])[],
  lookOf: LookOf,
): readonly LookRectangle[] {
  const done: LookRectangle[] = [];
  let open = new Map<string, LookRectangle>();
  for (const [top, row] of rows.entries()) {
    const next = new Map<string, LookRectangle>();
    for (const { left, width, look } of runsOf(row, lookOf)) {
      const key = `${left} ${width} ${look}`;
      const begun = open.get(key) ?? { top, left, width, height: 0, look };
      open.delete(key);
      next.set(key, { ...begun, height: begun.height + 1 });
    }
    done.push(...open.values());
    open = next;
  }
  return [...done, ...open.values()];
}
