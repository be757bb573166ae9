import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change, Commit } from '../domain/change.ts';
import type { ContentCell } from '../domain/content.ts';
import { VALUE_FIELD, valueRows } from './cell-data.ts';
import { type StagingTab, stagingTab } from './staging-tab.ts';

type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;
type Row = readonly ContentCell[];

/** Rows of equal length of one change, with the hidden tab that takes them first. */
export interface Block {
  readonly change: WriteCells;
  /** The first row within the change. */
  readonly from: number;
  readonly rows: readonly Row[];
  readonly tab: StagingTab;
}

/** Rows that can be copied as a rectangle: copying a ragged one would empty cells that are not ours. */
function rectangles(
  rows: readonly Row[],
): readonly { readonly from: number; readonly rows: readonly Row[] }[] {
  const starts = rows.flatMap((row, i) => (row.length === rows[i - 1]?.length ? [] : [i]));
  return starts
    .map((from, i) => ({ from, rows: rows.slice(from, starts[i + 1] ?? rows.length) }))
    .filter((rectangle) => rectangle.rows[0]?.length !== 0);
}

/** The blocks of the changes that are staged, each with a hidden tab of its own. */
export function blocksOf(commit: Commit, staged: ReadonlySet<Change>): readonly Block[] {
  return commit.changes
    .filter((change): change is WriteCells => change.kind === 'write-cells' && staged.has(change))
    .flatMap((change) => rectangles(change.rows).map((rectangle) => ({ change, ...rectangle })))
    .map((block, position) => ({
      ...block,
      tab: stagingTab(commit, position, block.rows.length, block.rows[0]?.length ?? 0),
    }));
}

/** Room left in a body for its frame and for the requests that add the hidden tabs. */
const FRAME_BYTES = 2_000;

function fillRequest({ tab }: Block, rowIndex: number, rows: readonly string[]): string {
  const start = JSON.stringify({ sheetId: tab.sheetId, rowIndex, columnIndex: 0 });
  return `{"updateCells":{"start":${start},"rows":[${rows.join(',')}],"fields":"${VALUE_FIELD}"}}`;
}

/** Requests that fill a block's hidden tab, as text, each small enough for one body. */
export function fillRequests(block: Block, bytesPerWrite: number): readonly string[] {
  const room = Math.max(1, bytesPerWrite - FRAME_BYTES);
  const requests: string[] = [];
  let [first, texts, bytes]: [number, string[], number] = [0, [], 0];
  for (const [i, row] of valueRows(block.rows).entries()) {
    const text = JSON.stringify(row);
    const size = Buffer.byteLength(text) + 1;
    if (texts.length > 0 && bytes + size > room) {
      requests.push(fillRequest(block, first, texts));
      [first, texts, bytes] = [i, [], 0];
    }
    texts.push(text);
    bytes += size;
  }
  return texts.length === 0 ? requests : [...requests, fillRequest(block, first, texts)];
}

/**
 * Copies a block from its hidden tab to where it belongs. The cells are copied as they are, so that text which
 * looks like a formula stays text; the hidden tab has no looks of its own, those of the block are set afterwards.
 */
export function copyInto({ change, from, rows, tab }: Block): sheets_v4.Schema$Request {
  const [height, width] = [rows.length, tab.columnCount];
  const top = change.row + from;
  return {
    copyPaste: {
      source: {
        sheetId: tab.sheetId,
        startRowIndex: 0,
        endRowIndex: height,
        startColumnIndex: 0,
        endColumnIndex: width,
      },
      destination: {
        sheetId: change.sheetId,
        startRowIndex: top,
        endRowIndex: top + height,
        startColumnIndex: change.column,
        endColumnIndex: change.column + width,
      },
      pasteType: 'PASTE_NORMAL',
    },
  };
}
