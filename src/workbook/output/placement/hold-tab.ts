import type { Anchor, Change } from '../../../domain/change.ts';
import type { Sheet } from '../../../domain/spreadsheet.ts';
import type { Fingerprint } from '../output-tab.ts';
import type { StandingContent } from '../standing-content.ts';
import type { Fit } from './fit-content.ts';
import {
  type AnchorIds,
  anchorIds,
  anchorsAt,
  areAnchorsOf,
  type CellPlace,
  firstAnchorId,
  type HeldLine,
  holdLines,
  linesToHold,
  type OwnLines,
  releaseAnchors,
} from './hold-lines.ts';

/** What is known of anchors while a run is planned. */
export interface Holding {
  /** Anchors that this run put itself, by sheet: those of the record are then given up. */
  readonly anchored: ReadonlyMap<number, readonly Anchor[]>;
  /** True when anchors and contents disagree: those of the records are not to be relied on. */
  readonly distrustsRecords: boolean;
  /** Belongs to this attempt alone, so that no two attempts choose the same ids. */
  readonly attemptId: string;
  readonly fingerprint: Fingerprint;
}

/** A tab whose lines are held: by which anchors, and where they were read. */
export interface TabHold {
  readonly kind: 'held';
  readonly first: number;
  readonly lines: readonly HeldLine[];
  /** Anchors of the record that others have taken the place of. */
  readonly superseded?: AnchorIds;
}

type HoldResult = TabHold | { readonly kind: 'unheld'; readonly anchors: readonly Anchor[] };

type Size = Pick<Sheet, 'sheetId' | 'rowCount' | 'columnCount'>;

interface Lines {
  readonly rows: readonly number[];
  readonly columns: readonly (number | undefined)[];
  readonly status?: CellPlace | undefined;
}

/** Own lines of a tab; where only columns count, each of them and no row. */
function ownLines({ sheetId, rowCount, columnCount }: Size, lines: Lines, kept: Kept): OwnLines {
  const columns = lines.columns.filter((column) => column !== undefined);
  const { rows, status } = lines;
  if (kept === 'columns') return { sheetId, rowCount, columnCount, rows: [], columns };
  return { sheetId, rowCount, columnCount, rows, columns, ...(status === undefined ? {} : { status }) };
}

function newFirst({ fingerprint, attemptId }: Holding, sheetId: number): number {
  return firstAnchorId(fingerprint(`${attemptId} ${sheetId}`));
}

function isSame(anchors: readonly Anchor[], wanted: readonly Anchor[]): boolean {
  return JSON.stringify(anchors) === JSON.stringify(wanted);
}

/** Which lines of a tab have anchors from run to run: those of columns alone where rows are added all the time. */
export type Kept = 'lines' | 'columns';

/**
 * Whether the lines of a tab that a write depends on are held: by anchors that this run put there before it read
 * the tab, or by those of the record. If not, the anchors to put first.
 */
export function holdTab(
  { sheet, record }: Pick<StandingContent, 'sheet' | 'record'>,
  read: Lines,
  { holding, kept, needed }: { readonly holding: Holding; readonly kept: Kept; readonly needed: Kept },
): HoldResult {
  const own = ownLines(sheet, read, needed);
  const lines = linesToHold(own);
  const ids = record?.anchors;
  const put = holding.anchored.get(sheet.sheetId);
  const putFirst = put?.[0] === undefined ? undefined : put[0].anchorId - (lines[0]?.slot ?? 0);
  if (put !== undefined && putFirst !== undefined && isSame(put, anchorsAt(putFirst, lines)))
    return { kind: 'held', first: putFirst, lines, ...(ids === undefined ? {} : { superseded: ids }) };
  const isTrusted = put === undefined && !holding.distrustsRecords && (kept === 'lines' || needed === kept);
  if (isTrusted && ids !== undefined && areAnchorsOf(ids, own))
    return { kind: 'held', first: ids.first, lines };
  return { kind: 'unheld', anchors: anchorsAt(newFirst(holding, sheet.sheetId), lines) };
}

/** What was written where: the anchors that tie the commit to it, and those that the next commit is tied to. */
export interface WrittenHold {
  readonly changes: readonly Change[];
  readonly anchors: AnchorIds;
}

function sizeAfter({ sheetId, rowCount, columnCount }: Size, insertions: Fit['insertions']): Size {
  const added = (dimension: 'rows' | 'columns') =>
    insertions.filter((each) => each.dimension === dimension).reduce((sum, { count }) => sum + count, 0);
  return { sheetId, rowCount: rowCount + added('rows'), columnCount: columnCount + added('columns') };
}

/** Ties a commit to the lines that a tab was read with, and anchors the lines that it leaves. */
export function holdWritten(
  size: Size,
  hold: TabHold | undefined,
  written: Lines & Partial<Pick<Fit, 'insertions'>>,
  { holding, kept }: { readonly holding: Holding; readonly kept: Kept },
): WrittenHold {
  const { rows, columns, insertions = [] } = written;
  const after = sizeAfter(size, insertions);
  const rowCount = Math.max(after.rowCount, (rows.at(-1) ?? 0) + 1);
  const columnCount = Math.max(after.columnCount, ...columns.map((column) => (column ?? 0) + 1));
  const own = ownLines({ ...after, rowCount, columnCount }, written, kept);
  const first = hold?.first ?? newFirst(holding, size.sheetId);
  const { superseded } = hold ?? {};
  return {
    anchors: anchorIds(first, own),
    changes: [
      ...holdLines(first, hold?.lines ?? [], linesToHold(own)),
      ...(superseded === undefined || superseded.first === first ? [] : releaseAnchors(superseded)),
    ],
  };
}
