import type { CellStyle } from '../../domain/cell-style.ts';
import type { Change } from '../../domain/change.ts';
import type { Content, ContentCell } from '../../domain/content.ts';
import { cellAt, type Grid } from '../../domain/grid.ts';
import { TAB_METADATA_KEY } from '../tab-key.ts';
import type { NewSheet } from './allocate-sheets.ts';
import { cell, STATUS_ROW } from './content-rows.ts';
import { lostRecord } from './lost-record.ts';
import { findOutputRecord, OUTPUT_METADATA_KEY, type OutputRecord } from './output-record.ts';
import type { Fingerprint, OutputTab, StandingTab } from './output-tab.ts';
import { STYLES } from './styles.ts';

/** Room below and beside a new tab's content, for what people add. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 3;

function widthOf(content: Content): number {
  return content.rows[0]?.length ?? 0;
}

function lookOf(content: Content, fingerprint: Fingerprint): string {
  const styles: readonly (readonly (CellStyle | undefined)[])[] = content.rows.map((row, index) =>
    row.map(({ style }) => (index === STATUS_ROW ? undefined : style)),
  );
  const { columnWidths, frozenRows, frozenColumns } = content;
  return fingerprint(JSON.stringify({ styles, columnWidths, frozenRows, frozenColumns }));
}

function statusOf(content: Content): string {
  return String(content.rows[STATUS_ROW]?.[0]?.value ?? '');
}

function recordOf(content: Content, look: string): OutputRecord {
  return {
    rows: content.rows.length,
    columns: widthOf(content),
    look,
    state: 'current',
    status: statusOf(content),
  };
}

/** Whether every cell that the product owns holds what it should, the status line aside. */
function sameValues(content: Content, grid: Grid): boolean {
  return content.rows.every(
    (row, rowIndex) =>
      rowIndex === STATUS_ROW ||
      row.every(({ value }, column) => (value === '' ? null : value) === cellAt(grid, rowIndex, column)),
  );
}

/** The content, widened and lengthened with empty cells to what was written before, so that nothing old stays. */
function coverOld(
  content: Content,
  old: Pick<OutputRecord, 'rows' | 'columns'>,
): readonly (readonly ContentCell[])[] {
  const width = Math.max(widthOf(content), old.columns);
  const height = Math.max(content.rows.length, old.rows);
  const empty = cell(null, STYLES.blank);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => content.rows[row]?.[column] ?? empty),
  );
}

function recordChange(sheetId: number, record: OutputRecord, replaces: number | undefined): Change {
  return {
    kind: 'set-metadata',
    sheetId,
    key: OUTPUT_METADATA_KEY,
    value: JSON.stringify(record),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

function layOut(sheetId: number, content: Content): Change {
  const { columnWidths, frozenRows, frozenColumns } = content;
  return { kind: 'lay-out', sheetId, columnWidths, frozenRows, frozenColumns };
}

/** A tab that does not exist yet: made, marked as the product's own, laid out and filled. */
export function planNewTab(tab: OutputTab, place: NewSheet, fingerprint: Fingerprint): readonly Change[] {
  const { content, key } = tab;
  const { sheetId, title } = place;
  return [
    {
      kind: 'add-sheet',
      sheetId,
      title,
      rowCount: content.rows.length + SPARE_ROWS,
      columnCount: widthOf(content) + SPARE_COLUMNS,
    },
    { kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: key },
    layOut(sheetId, content),
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows: content.rows },
    recordChange(sheetId, recordOf(content, lookOf(content, fingerprint)), undefined),
  ];
}

/** Brings a tab that stands to its new content: nothing when it holds that already. */
export function planStandingTab(
  tab: OutputTab,
  standing: StandingTab,
  fingerprint: Fingerprint,
): readonly Change[] {
  const { content } = tab;
  const { sheetId } = standing.sheet;
  const found = findOutputRecord(standing.sheet);
  const record = recordOf(content, lookOf(content, fingerprint));
  const covered =
    found !== undefined && found.record.rows === record.rows && found.record.columns === record.columns;
  if (covered && found.record.look === record.look && sameValues(content, standing.grid)) {
    return found.record.state === 'current' ? [] : backToCurrent(standing, found);
  }
  const rows = coverOld(content, found?.record ?? lostRecord(standing.grid, content));
  return [
    {
      kind: 'grow-sheet',
      sheetId,
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
    },
    layOut(sheetId, content),
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
    recordChange(sheetId, record, found?.id),
  ];
}

/** The entries give the old figures again: the status line returns, the figures were never touched. */
function backToCurrent(
  standing: StandingTab,
  found: { readonly id: number; readonly record: OutputRecord },
): readonly Change[] {
  const { sheetId } = standing.sheet;
  return [
    {
      kind: 'write-cells',
      sheetId,
      row: STATUS_ROW,
      column: 0,
      rows: [[cell(found.record.status, STYLES.current)]],
    },
    recordChange(sheetId, { ...found.record, state: 'current' }, found.id),
  ];
}

/** Marks figures that no longer follow from what is entered; the figures themselves stay untouched. */
export function planStaleBanner(
  standing: StandingTab,
  bannerOf: (previous: string) => string,
): readonly Change[] {
  const found = findOutputRecord(standing.sheet);
  const record = found?.record ?? lostRecord(standing.grid);
  const { sheetId } = standing.sheet;
  return [
    {
      kind: 'write-cells',
      sheetId,
      row: STATUS_ROW,
      column: 0,
      rows: [[cell(bannerOf(record.status), STYLES.stale)]],
    },
    recordChange(sheetId, { ...record, state: 'stale' }, found?.id),
  ];
}
