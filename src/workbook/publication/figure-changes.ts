import type { FigureChange } from '../../domain/correction.ts';
import type { Cell, Grid } from '../../domain/grid.ts';
import { OUTPUT_HEADERS } from '../../domain/messages/output-messages.ts';
import { cellName } from '../a1.ts';
import { foldLabel, isLabel } from '../label.ts';
import { gridOfTab, type OutputTab } from '../output/output-tab.ts';
import { matchColumns } from '../output/placement/content-keys.ts';
import { parseTabKey } from '../tab-key.ts';
import { headersIn, type LabelledRow, labelledRows } from './labelled-rows.ts';

/** Columns of a ranking that a unit's own line of the corrections tells already. */
const TOLD_OF_UNITS = [OUTPUT_HEADERS.rank, OUTPUT_HEADERS.index, OUTPUT_HEADERS.grade] as const;

/** A row before and after; absent on the side where there is none. */
interface RowPair {
  readonly before?: LabelledRow;
  readonly after?: LabelledRow;
}

/** Rows without a code by their part of the tab: they may be reworded, and take one another's place in their order. */
function rewordedRows(rows: readonly LabelledRow[]): ReadonlyMap<string, readonly LabelledRow[]> {
  const parts = new Map<string, LabelledRow[]>();
  for (const row of rows) {
    if (row.isCoded) continue;
    const part = parts.get(row.table) ?? [];
    part.push(row);
    parts.set(row.table, part);
  }
  return parts;
}

/** The rows of both releases by what they tell of; those of the older one that are gone come last. */
function pairRows(old: readonly LabelledRow[], now: readonly LabelledRow[]): readonly RowPair[] {
  const byKey = new Map(old.map((row) => [row.key, row]));
  const kept = new Set(now.map(({ key }) => key));
  const reworded = rewordedRows(old.filter(({ key }) => !kept.has(key)));
  const next = new Map<string, number>();
  const found = now.map((after): RowPair => {
    const same = byKey.get(after.key);
    if (same !== undefined) return { before: same, after };
    const place = next.get(after.table) ?? 0;
    next.set(after.table, place + 1);
    const before = after.isCoded ? undefined : reworded.get(after.table)?.[place];
    return before === undefined ? { after } : { before, after };
  });
  const taken = new Set(found.map(({ before }) => before));
  return [...found, ...old.filter((row) => !taken.has(row)).map((before): RowPair => ({ before }))];
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** Columns of the older and the newer row that show the same; absent on the side where there is none. */
type ColumnPair = readonly [before: number | undefined, after: number | undefined];

function pairColumns(before: readonly Cell[], after: readonly Cell[], width: number): readonly ColumnPair[] {
  const places = Array.from({ length: width }, (_, column) => column);
  if (before.length === 0 || after.length === 0) return places.map((column) => [column, column]);
  const texts = (header: readonly Cell[]) => places.map((column) => textOf(header[column]));
  const matched = matchColumns(texts(before), texts(after));
  const found = new Set(matched);
  const gone = places.filter((column) => !found.has(column));
  return [
    ...matched.map((column, place): ColumnPair => [column, place]),
    ...gone.map((column): ColumnPair => [column, undefined]),
  ];
}

function shown(cell: Cell | undefined): Cell {
  return cell === '' || cell === undefined ? null : cell;
}

function at(row: LabelledRow | undefined, column: number | undefined): Cell {
  return column === undefined ? null : shown(row?.cells[column]);
}

interface Compared {
  readonly tab: string;
  readonly isRanking: boolean;
  readonly columnsOf: (pair: RowPair) => readonly ColumnPair[];
}

function isTold(header: Cell | undefined): boolean {
  return TOLD_OF_UNITS.some((label) => isLabel(foldLabel(textOf(header)), label));
}

/** Remarks that stand where other parts have a heading are long. */
const LONGEST_HEADING = 80;

/** What a row is told as: a text that itself changed names nothing. */
function labelOf({ before, after }: RowPair, values: readonly Cell[]): string {
  const { heading = '', name = '' } = after ?? before ?? {};
  const part = heading.length > LONGEST_HEADING ? `${heading.slice(0, LONGEST_HEADING)}…` : heading;
  const isRenamed =
    before !== undefined && after !== undefined && !after.isCoded && before.name !== after.name;
  const isNamed = name !== '' && !isRenamed && !values.includes(name);
  return [part, isNamed ? name : ''].filter((text) => text !== '').join(' · ');
}

function changesIn(pair: RowPair, { tab, isRanking, columnsOf }: Compared): readonly FigureChange[] {
  const { before, after } = pair;
  const labelled = after ?? before;
  if (labelled === undefined) return [];
  const { code, row } = labelled;
  return columnsOf(pair).flatMap(([then, place]) => {
    const [old, now] = [at(before, then), at(after, place)];
    const header = place === undefined ? before?.header[then ?? 0] : labelled.header[place];
    if (old === now || (isRanking && code !== '' && isTold(header))) return [];
    const column = textOf(header) || cellName(row, place ?? then ?? 0);
    return [{ tab, code, row: labelOf(pair, [old, now]), column, before: old, after: now }];
  });
}

/** Columns are matched once for each pair of headers. */
function columnMatcher(): Compared['columnsOf'] {
  const known = new Map<string, readonly ColumnPair[]>();
  return ({ before, after }) => {
    const [old, now] = [before?.header ?? after?.header ?? [], after?.header ?? before?.header ?? []];
    const width = Math.max(before?.cells.length ?? 0, after?.cells.length ?? 0, old.length, now.length);
    const key = JSON.stringify([old, now, width]);
    const pairs = known.get(key) ?? pairColumns(old, now, width);
    known.set(key, pairs);
    return pairs;
  };
}

/**
 * Every cell of a published tab that is not as it was, rows found by heading, code and name and columns by their
 * header, so that a unit that moved is not told as another one's figures. Of a ranking, a unit's rank, index and
 * class are left to its own line. What stands in the line of the release is no figure.
 */
export function figureChanges(tab: OutputTab, published: Grid): readonly FigureChange[] {
  const { key, title, content } = tab;
  const headers = headersIn(content);
  const compared: Compared = {
    tab: title,
    isRanking: parseTabKey(key)?.kind === 'ranking',
    columnsOf: columnMatcher(),
  };
  const pairs = pairRows(labelledRows(published, headers), labelledRows(gridOfTab(tab), headers));
  return pairs.flatMap((pair) => changesIn(pair, compared));
}
