import type { Anchor, Change } from '../../domain/change.ts';
import type { Content } from '../../domain/content.ts';
import type { Layout, RuledArea } from '../../domain/layout.ts';
import { TAB_METADATA_KEY } from '../tab-key.ts';
import type { NewSheet } from './allocate-sheets.ts';
import { layoutOf, lookOf } from './content-look.ts';
import { cell, STATUS_ROW } from './content-rows.ts';
import { OUTPUT_METADATA_KEY, type OutputRecord } from './output-record.ts';
import type { Fingerprint, OutputTab, StandingTab } from './output-tab.ts';
import { keysOf } from './placement/content-keys.ts';
import { type Fit, fitAnew, fitContent } from './placement/fit-content.ts';
import { type Holding, holdTab, holdWritten, type Kept } from './placement/hold-tab.ts';
import { digestOfRow, splitDigests } from './placement/row-digest.ts';
import { placeArea, placeLayout, writePlaced } from './placement/write-placed.ts';
import { ruledAreas } from './ruled-areas.ts';
import { findStanding, holdsContent, type StandingContent, statusPlace } from './standing-content.ts';
import { STYLES } from './styles.ts';

/** Room below and beside a new tab's content, for what people add. */
const SPARE_ROWS = 20;
const SPARE_COLUMNS = 3;

/** Pixels that the longest line over out-of-date figures takes; it runs on over the empty columns beside a narrow table. */
const LONGEST_LINE = 1800;
/** A column that nobody set the width of. */
const USUAL_COLUMN = 100;

/** Rows up to which each has a digest in the record: 16,000 of the 30,000 characters that a tab's notes may have. */
const DIGESTED_ROWS = 2_000;

/** What becomes of one tab. */
export interface TabPlan {
  readonly changes: readonly Change[];
  /** Whether figures, words or looks are written, more than the line that says since when they stand. */
  readonly isRewritten: boolean;
  /** Lines that have to be anchored before the tab may be written; its changes are then not to be committed yet. */
  readonly unheld: readonly Anchor[];
  /** Where the content's columns stand once the changes are made; undefined for one that is gone. */
  readonly columns: readonly (number | undefined)[];
}

function nothing(columns: TabPlan['columns'] = []): TabPlan {
  return { changes: [], isRewritten: false, unheld: [], columns };
}

function keptOf({ grows = false }: OutputTab): Kept {
  return grows ? 'columns' : 'lines';
}

/** A content where it goes, and the cell of its status line. */
function withStatus(fit: Fit): Fit & { readonly status?: { readonly row: number; readonly column: number } } {
  const [row, column] = [fit.rows[STATUS_ROW], fit.columns[0]];
  return row === undefined || column === undefined ? fit : { ...fit, status: { row, column } };
}

function widthOf(content: Content): number {
  return content.rows[0]?.length ?? 0;
}

/** Empty columns beside a new tab's content: for what people add, and so many that the head lines are not cut off. */
function spareColumns({ columnWidths }: Content): number {
  const lacking = LONGEST_LINE - columnWidths.reduce((sum, width) => sum + width, 0);
  return Math.max(SPARE_COLUMNS, Math.ceil(lacking / USUAL_COLUMN));
}

function digestsOf(content: Content, keyRow: number): string {
  const count = content.rows.length <= DIGESTED_ROWS ? content.rows.length : keyRow + 1;
  return content.rows
    .slice(0, count)
    .map((cells) => digestOfRow(cells.map(({ value }) => value)))
    .join('');
}

function recordOf({ content, results = '' }: OutputTab, fit: Fit, fingerprint: Fingerprint): OutputRecord {
  const { keyRow, keys } = keysOf(content);
  return {
    rows: content.rows.length,
    spare: fit.rows.length - content.rows.length,
    keyRow,
    keys: [...keys],
    columns: [...fit.columns],
    top: fit.rows[0] ?? 0,
    digests: digestsOf(content, keyRow),
    look: lookOf(content, fingerprint),
    layout: layoutOf(content, fingerprint),
    ruled: [...ruledAreas(content)],
    charts: (content.charts ?? []).map(({ key }) => key),
    state: 'current',
    cause: '',
    status: String(content.rows[STATUS_ROW]?.[0]?.value ?? ''),
    results,
  };
}

export function recordChange(sheetId: number, record: OutputRecord, replaces: number | undefined): Change {
  return {
    kind: 'set-metadata',
    sheetId,
    key: OUTPUT_METADATA_KEY,
    value: JSON.stringify(record),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/** Widths of the own columns, and where rows and columns are frozen: set once, then people may change them. */
function frameOf(content: Content, { rows, columns }: Fit) {
  const widths = Array.from({ length: Math.max(0, ...columns.map((column) => column + 1)) }, (_, column) => {
    const own = columns.indexOf(column);
    return own === -1 ? null : (content.columnWidths[own] ?? null);
  });
  const edge = (lines: readonly number[], count: number) =>
    count === 0 ? 0 : (lines[count - 1] ?? count - 1) + 1;
  return {
    columnWidths: widths,
    frozenRows: edge(rows, content.frozenRows),
    frozenColumns: edge(columns, content.frozenColumns),
  };
}

/** Closed but for the status line: whoever enters marks says there that the results are out of date. */
function protectionsOf({ protections }: Content, fit: Fit): Pick<Layout, 'protections'> {
  if (protections === undefined) return {};
  const { status } = withStatus(fit);
  const open = status === undefined ? [] : [{ top: status.row, left: status.column, height: 1, width: 1 }];
  return { protections: protections.map((protection) => ({ ...protection, open })) };
}

/** How the tab is laid out where its content stands; rules and charts of the record are replaced. */
function layOut(
  sheetId: number,
  content: Content,
  fit: Fit,
  before: StandingContent | undefined,
  isSameFrame: boolean,
): Change {
  const { record, placement } = before ?? {};
  const columns = (placement?.columns ?? []).map((column) => column ?? -1);
  const lines = { rows: placement?.rows ?? [], columns };
  const ruledBefore = (record?.ruled ?? []).flatMap(({ by, ...area }): readonly RuledArea[] => {
    const placed = placeArea(area, lines);
    return placed === undefined ? [] : [{ ...placed, by }];
  });
  return {
    kind: 'lay-out',
    sheetId,
    ...(isSameFrame ? { columnWidths: [] } : frameOf(content, fit)),
    ...placeLayout(content, fit),
    ...protectionsOf(content, fit),
    ruledBefore,
    chartedBefore: record?.charts ?? [],
  };
}

/** A tab that does not exist yet: made, marked as the product's own, laid out and filled. */
export function planNewTab(tab: OutputTab, place: NewSheet, holding: Holding): TabPlan {
  const { content, key } = tab;
  const { sheetId, title } = place;
  const fit: Fit = { ...fitAnew(content), insertions: [] };
  const size = {
    rowCount: content.rows.length + SPARE_ROWS,
    columnCount: widthOf(content) + spareColumns(content),
  };
  const { changes: holds, anchors } = holdWritten({ sheetId, ...size }, undefined, withStatus(fit), {
    holding,
    kept: keptOf(tab),
  });
  const record = { ...recordOf(tab, fit, holding.fingerprint), anchors };
  return {
    changes: [
      { kind: 'add-sheet', sheetId, title, ...size },
      { kind: 'set-metadata', sheetId, key: TAB_METADATA_KEY, value: key },
      { kind: 'write-cells', sheetId, row: 0, column: 0, rows: content.rows },
      layOut(sheetId, content, fit, undefined, false),
      recordChange(sheetId, record, undefined),
      ...holds,
    ],
    isRewritten: true,
    unheld: [],
    columns: fit.columns,
  };
}

/** Writes a content over the one that stands, wherever staff moved it; what it no longer fills is emptied. */
function planRewrite(tab: OutputTab, before: StandingContent, holding: Holding): TabPlan {
  const { content } = tab;
  const { sheet, placement } = before;
  const { sheetId } = sheet;
  const kept = keptOf(tab);
  const read = placement && { ...placement, status: statusPlace(before) };
  const hold = read && holdTab(before, read, { holding, kept, needed: 'lines' });
  if (hold?.kind === 'unheld') return { ...nothing(), isRewritten: true, unheld: hold.anchors };
  const fit =
    placement === undefined ? fitAnew(content) : fitContent(content, placement, before.record?.keys ?? []);
  const made = recordOf(tab, fit, holding.fingerprint);
  const { changes: holds, anchors } = holdWritten(sheet, hold, withStatus(fit), { holding, kept });
  const isSameFrame = placement !== undefined && before.record?.layout === made.layout;
  return {
    changes: [
      ...fit.insertions.map((insertion): Change => ({ kind: 'insert-lines', sheetId, ...insertion })),
      {
        kind: 'grow-sheet',
        sheetId,
        rowCount: Math.max(...fit.rows) + 1,
        columnCount: Math.max(...fit.columns) + 1,
      },
      ...writePlaced(sheetId, content, fit),
      layOut(sheetId, content, fit, before, isSameFrame),
      recordChange(sheetId, { ...made, anchors }, before.noteId),
      ...holds,
    ],
    isRewritten: true,
    unheld: [],
    columns: fit.columns,
  };
}

/** What a status line says, how it looks, and what the record then says. */
interface StatusLine {
  readonly text: string;
  readonly style: (typeof STYLES)['current' | 'stale'];
  readonly record: OutputRecord;
}

/** The digests of a record once its status line says something else. */
function digestsWith({ digests, keys }: OutputRecord, text: string): string {
  const cells = keys.map((_, column) => (column === 0 ? text : null));
  return splitDigests(digests)
    .map((digest, row) => (row === STATUS_ROW ? digestOfRow(cells) : digest))
    .join('');
}

/** Writes the status line alone: the figures stay untouched. */
function planStatus(standing: StandingContent, line: StatusLine, holding: Holding): TabPlan {
  const { sheet, noteId, record, placement } = standing;
  const { sheetId } = sheet;
  const place = statusPlace(standing);
  if (record === undefined || place === undefined) {
    // Nothing of ours is left that could claim to be current; the record alone says how it is.
    return { ...nothing(), changes: [recordChange(sheetId, line.record, noteId)] };
  }
  const lines = { ...(placement ?? { rows: [place.row], columns: [place.column] }), status: place };
  const hold = holdTab(standing, lines, { holding, kept: 'lines', needed: 'lines' });
  if (hold.kind === 'unheld') return { ...nothing(), unheld: hold.anchors };
  const { changes: holds, anchors } = holdWritten(sheet, hold, lines, { holding, kept: 'lines' });
  const places = lines.columns.flatMap((column) => column ?? []);
  const columns = places.length === record.keys.length ? places : record.columns;
  const written = { ...line.record, columns, digests: digestsWith(record, line.text), anchors };
  return {
    ...nothing(lines.columns),
    changes: [
      { kind: 'write-cells', sheetId, ...place, rows: [[cell(line.text, line.style)]] },
      recordChange(sheetId, written, noteId),
      ...holds,
    ],
  };
}

/** Brings a tab that stands to its new content: nothing when it holds that already. */
export function planStandingTab(tab: OutputTab, standing: StandingTab, holding: Holding): TabPlan {
  const { content, results = '' } = tab;
  const before = findStanding(standing, content);
  const { record } = before;
  const isSame =
    record !== undefined &&
    record.look === lookOf(content, holding.fingerprint) &&
    record.layout === layoutOf(content, holding.fingerprint) &&
    holdsContent(content, before);
  if (!isSame) return planRewrite(tab, before, holding);
  const isSameResult = record.results === results;
  if (isSameResult && record.state === 'current') return nothing(before.placement?.columns);
  // The same results again: since when they stand does not change. Others that look the same: they stand from now on.
  const text = isSameResult ? record.status : String(content.rows[STATUS_ROW]?.[0]?.value ?? '');
  const current: OutputRecord = { ...record, state: 'current', cause: '', status: text, results };
  const plan = planStatus(before, { text, style: STYLES.current, record: current }, holding);
  return { ...plan, isRewritten: !isSameResult };
}

/** Why figures do not follow from what is entered, and the banner that says so. */
export interface Staleness {
  readonly state: 'stale' | 'orphan';
  /** Other causes need another banner; for the same one the banner that stands is still true. */
  readonly cause: string;
  readonly bannerOf: (previous: string) => string;
}

/** Marks figures that no longer follow from what is entered; the figures themselves stay untouched. */
export function planStaleBanner(standing: StandingTab, why: Staleness, holding: Holding): TabPlan {
  const before = findStanding(standing);
  const { record } = before;
  if (record === undefined) return nothing();
  const { state, cause } = why;
  if (record.state === state && record.cause === cause) return nothing();
  const text = why.bannerOf(record.status);
  return planStatus(before, { text, style: STYLES.stale, record: { ...record, state, cause } }, holding);
}
