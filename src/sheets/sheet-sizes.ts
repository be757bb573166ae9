import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change } from '../domain/change.ts';
import type { Structure } from '../domain/spreadsheet.ts';

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The size that each sheet has at a point of a commit. */
export type SheetSizes = ReadonlyMap<number, Size>;

type GrowSheet = Extract<Change, { readonly kind: 'grow-sheet' }>;

export function sizesOf(structure: Structure): SheetSizes {
  return new Map(structure.sheets.map((sheet) => [sheet.sheetId, sheet]));
}

function sizeOf(sizes: SheetSizes, sheetId: number): Size {
  const size = sizes.get(sheetId);
  if (size === undefined)
    throw new Error(`a change names sheet ${sheetId}, which was neither read nor added`);
  return size;
}

function lengthened(
  { sheetId, dimension, count }: Extract<Change, { readonly kind: 'insert-lines' }>,
  sizes: SheetSizes,
): Size {
  const { rowCount, columnCount } = sizeOf(sizes, sheetId);
  return dimension === 'rows'
    ? { rowCount: rowCount + count, columnCount }
    : { rowCount, columnCount: columnCount + count };
}

/** The sizes after a change, so that a sheet which is added or grown in a commit is known to its later steps. */
export function sizesAfter(change: Change, sizes: SheetSizes): SheetSizes {
  if (change.kind === 'add-sheet') return new Map([...sizes, [change.sheetId, change]]);
  if (change.kind === 'insert-lines') return new Map([...sizes, [change.sheetId, lengthened(change, sizes)]]);
  if (change.kind !== 'grow-sheet') return sizes;
  const before = sizeOf(sizes, change.sheetId);
  const after = {
    rowCount: Math.max(before.rowCount, change.rowCount),
    columnCount: Math.max(before.columnCount, change.columnCount),
  };
  return new Map([...sizes, [change.sheetId, after]]);
}

/**
 * Adds the missing rows and columns. Appending, not setting a size: should somebody have added rows since the
 * sheet was read, setting the size would cut them off together with what stands in them.
 */
export function growSheet(change: GrowSheet, sizes: SheetSizes): readonly sheets_v4.Schema$Request[] {
  const size = sizeOf(sizes, change.sheetId);
  const missing = [
    { dimension: 'ROWS', length: change.rowCount - size.rowCount },
    { dimension: 'COLUMNS', length: change.columnCount - size.columnCount },
  ];
  return missing
    .filter(({ length }) => length > 0)
    .map((dimension) => ({ appendDimension: { sheetId: change.sheetId, ...dimension } }));
}
