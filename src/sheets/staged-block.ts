import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change, Commit } from '../domain/change.ts';
import type { ContentCell } from '../domain/content.ts';
import { type StagingTab, stagingTab } from './staging-tab.ts';

export type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;
export type Row = readonly ContentCell[];

/** Rows of equal length of one change, with their place in the hidden tab that takes them first. */
export interface Block {
  readonly change: WriteCells;
  /** The first row within the change. */
  readonly from: number;
  readonly rows: readonly Row[];
  readonly sheetId: number;
  /** The first row within the hidden tab. */
  readonly top: number;
}

/** A hidden tab with its blocks, one below the other. */
export interface Stage {
  readonly tab: StagingTab;
  readonly blocks: readonly Block[];
}

type Rectangle = Pick<Block, 'change' | 'from' | 'rows'>;

function widthOf({ rows }: Pick<Block, 'rows'>): number {
  return rows[0]?.length ?? 0;
}

/** Rows that can be copied as a rectangle: copying a ragged one would empty cells that are not ours. */
function rectanglesOf(change: WriteCells): readonly Rectangle[] {
  const { rows } = change;
  const starts = rows.flatMap((row, i) => (row.length === rows[i - 1]?.length ? [] : [i]));
  return starts
    .map((from, i) => ({ change, from, rows: rows.slice(from, starts[i + 1] ?? rows.length) }))
    .filter((rectangle) => widthOf(rectangle) > 0);
}

function stageOf(commit: Commit, width: number, rectangles: readonly Rectangle[]): Stage {
  const rowCount = rectangles.reduce((sum, { rows }) => sum + rows.length, 0);
  const tab = stagingTab(commit, rowCount, width);
  let next = 0;
  const blocks = rectangles.map((rectangle): Block => {
    const top = next;
    next += rectangle.rows.length;
    return { ...rectangle, sheetId: tab.sheetId, top };
  });
  return { tab, blocks };
}

/** The hidden tabs of a commit: one for all blocks of a width, so that no cell of it is wasted. */
export function stagesOf(commit: Commit, staged: readonly WriteCells[]): readonly Stage[] {
  const byWidth = new Map<number, Rectangle[]>();
  for (const rectangle of staged.flatMap(rectanglesOf)) {
    const width = widthOf(rectangle);
    byWidth.set(width, [...(byWidth.get(width) ?? []), rectangle]);
  }
  return [...byWidth].map(([width, rectangles]) => stageOf(commit, width, rectangles));
}

/** Rows of a tab, over the whole width of what is copied. */
export interface Stretch {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export function copyRows(
  { height, width }: { readonly height: number; readonly width: number },
  from: Stretch,
  to: Stretch,
  pasteType: 'PASTE_NORMAL' | 'PASTE_FORMAT',
): sheets_v4.Schema$Request {
  const rangeAt = ({ sheetId, row, column }: Stretch) => ({
    sheetId,
    startRowIndex: row,
    endRowIndex: row + height,
    startColumnIndex: column,
    endColumnIndex: column + width,
  });
  return { copyPaste: { source: rangeAt(from), destination: rangeAt(to), pasteType } };
}

/**
 * Copies a block from its hidden tab to where it belongs, with its looks. The cells are copied as they are, so that
 * text which looks like a formula stays text.
 */
export function copyInto({ change, from, rows, sheetId, top }: Block): sheets_v4.Schema$Request {
  const size = { height: rows.length, width: rows[0]?.length ?? 0 };
  const to = { sheetId: change.sheetId, row: change.row + from, column: change.column };
  return copyRows(size, { sheetId, row: top, column: 0 }, to, 'PASTE_NORMAL');
}
