import type { Box } from './cell-box.ts';

/** The filled cells of a sheet, as far as finding a table needs them. */
interface FilledCells {
  /** Holds every filled cell. */
  readonly extent: Box;
  readonly isFilled: (row: number, column: number) => boolean;
}

interface Strip {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

function hasFilled({ isFilled }: FilledCells, { rows, columns }: Strip): boolean {
  for (let row = Math.max(0, rows[0]); row < rows[1]; row += 1) {
    for (let column = Math.max(0, columns[0]); column < columns[1]; column += 1) {
      if (isFilled(row, column)) return true;
    }
  }
  return false;
}

const growTop = (cells: FilledCells, box: Box): Box => {
  let { top } = box;
  const columns = [box.left - 1, box.right + 1] as const;
  while (top > cells.extent.top && hasFilled(cells, { rows: [top - 1, top], columns })) top -= 1;
  return { ...box, top };
};

const growBottom = (cells: FilledCells, box: Box): Box => {
  let { bottom } = box;
  const columns = [box.left - 1, box.right + 1] as const;
  while (bottom < cells.extent.bottom && hasFilled(cells, { rows: [bottom, bottom + 1], columns }))
    bottom += 1;
  return { ...box, bottom };
};

const growLeft = (cells: FilledCells, box: Box): Box => {
  let { left } = box;
  const rows = [box.top - 1, box.bottom + 1] as const;
  while (left > cells.extent.left && hasFilled(cells, { rows, columns: [left - 1, left] })) left -= 1;
  return { ...box, left };
};

const growRight = (cells: FilledCells, box: Box): Box => {
  let { right } = box;
  const rows = [box.top - 1, box.bottom + 1] as const;
  while (right < cells.extent.right && hasFilled(cells, { rows, columns: [right, right + 1] })) right += 1;
  return { ...box, right };
};

const sameBox = (a: Box, b: Box): boolean =>
  a.top === b.top && a.bottom === b.bottom && a.left === b.left && a.right === b.right;

/** The block around a cell: it ends where a blank row or column begins. */
function blockAround(cells: FilledCells, row: number, column: number): Box {
  let box: Box = { top: row, bottom: row + 1, left: column, right: column + 1 };
  for (;;) {
    const grown = [growTop, growBottom, growLeft, growRight].reduce((now, grow) => grow(cells, now), box);
    if (sameBox(grown, box)) return box;
    box = grown;
  }
}

function lastFilled(
  cells: FilledCells,
  box: Box,
): { readonly row: number; readonly column: number } | undefined {
  for (let row = Math.min(box.bottom, cells.extent.bottom) - 1; row >= box.top; row -= 1) {
    for (let column = Math.min(box.right, cells.extent.right) - 1; column >= box.left; column -= 1) {
      if (cells.isFilled(row, column)) return { row, column };
    }
  }
  return undefined;
}

/**
 * The table that values.append writes below: the last block that lies in the given range, undefined where the range is
 * blank, even beside a block (recorded: an empty row or column between filled ones has no table; whole sheet → the last
 * block; A1 → the block of A1).
 */
export function findTable(range: Box, cells: FilledCells): Box | undefined {
  const last = lastFilled(cells, range);
  return last === undefined ? undefined : blockAround(cells, last.row, last.column);
}
