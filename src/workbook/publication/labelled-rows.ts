import type { Content } from '../../domain/content.ts';
import { type Cell, cellAt, type Grid } from '../../domain/grid.ts';
import { CRITERIA_HEADERS } from '../../domain/messages/criteria-analysis-messages.ts';
import { OUTPUT_HEADERS } from '../../domain/messages/output-messages.ts';
import { criterionHeader } from '../criteria-tab.ts';
import { foldLabel, isLabel } from '../label.ts';
import { STATUS_ROW } from '../output/content-rows.ts';
import { STYLES } from '../output/styles.ts';

/** A row of a published tab by what it tells of, so that it is found again wherever another release puts it. */
export interface LabelledRow {
  /** The part of the tab: its heading and the first headers. */
  readonly table: string;
  /** Unique in the tab, and the same in every release. */
  readonly key: string;
  readonly heading: string;
  /** Empty for a row without a code. */
  readonly code: string;
  readonly name: string;
  /** True when rows of its part are told apart by a code. */
  readonly isCoded: boolean;
  /** The headers over it; empty above the first table. */
  readonly header: readonly Cell[];
  readonly cells: readonly Cell[];
  /** 0-based. */
  readonly row: number;
}

const HEADER_BACKGROUNDS: ReadonlySet<string> = new Set([
  STYLES.header.background,
  STYLES.subheader.background,
]);

/** Headers of the columns by whose codes rows are told apart. */
const CODE_HEADERS = [
  OUTPUT_HEADERS.unitCode,
  CRITERIA_HEADERS.code,
  { vi: criterionHeader('code', 'vi'), en: criterionHeader('code', 'en') },
] as const;

function textsIn(row: readonly Cell[]): readonly string[] {
  return row.filter((cell) => typeof cell === 'string' && cell !== '').map(String);
}

/** Rows that name the columns below them, as the content's looks tell. */
export function headersIn({ rows }: Content): readonly (readonly Cell[])[] {
  const found = rows.flatMap((row) => {
    const filled = row.filter(({ value }) => value !== null && value !== '');
    const isHeader = filled.every(({ style }) => HEADER_BACKGROUNDS.has(style?.background ?? ''));
    return isHeader && filled.length > 1 ? [row.map(({ value }) => value)] : [];
  });
  return [...new Map(found.map((row) => [JSON.stringify(row), row])).values()];
}

/** True for a row that says at least half of what a header says: a maximum or a period in it may have changed. */
function isHeaderRow(row: readonly Cell[], headers: readonly (readonly Cell[])[]): boolean {
  const texts = textsIn(row);
  if (texts.length < 2 || row.some((cell) => typeof cell === 'number')) return false;
  return headers.some((header) => {
    const known = new Set(textsIn(header));
    return texts.filter((text) => known.has(text)).length * 2 >= Math.max(texts.length, known.size);
  });
}

function isHeading(row: readonly Cell[]): boolean {
  return (
    typeof row[0] === 'string' && textsIn(row).length === 1 && !row.some((cell) => typeof cell === 'number')
  );
}

function isCode(cell: Cell): boolean {
  if (typeof cell !== 'string') return false;
  const folded = foldLabel(cell);
  return CODE_HEADERS.some((header) => isLabel(folded, header));
}

function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

interface Part {
  readonly heading: string;
  readonly header: readonly Cell[];
  readonly table: string;
  /** The column of codes; -1 where rows have none. */
  readonly codes: number;
}

function partOf(heading: string, header: readonly Cell[]): Part {
  const [first = '', second = ''] = textsIn(header);
  return {
    heading,
    header,
    table: JSON.stringify([heading, first, second]),
    codes: header.findIndex(isCode),
  };
}

/** A row's name is the text beside its code, or else its first text; a figure names nothing. */
function nameIn(cells: readonly Cell[], { codes }: Part): string {
  const beside =
    codes >= 0 ? [cells[codes + 1], cells[codes - 1]] : [cells.find((cell) => cell !== null && cell !== '')];
  const name = beside.find((cell) => typeof cell === 'string' && cell !== '');
  return textOf(name);
}

/** A heading is found by its own words: where its part of the tab was moved, they did not change. */
function headingRow(cells: readonly Cell[], row: number): LabelledRow {
  const heading = textOf(cells[0]);
  const key = JSON.stringify(['heading', heading]);
  return { table: key, key, heading, code: '', name: '', isCoded: true, header: [], cells, row };
}

/** Whether a row is the heading of the table below it. */
function isHeadingAt(grid: Grid, row: number, headers: readonly (readonly Cell[])[]): boolean {
  return row > STATUS_ROW && isHeading(grid[row] ?? []) && isHeaderRow(grid[row + 1] ?? [], headers);
}

/** A row of a part, before it is known how many like it stand above. */
function rowOf(cells: readonly Cell[], row: number, part: Part, isHeader: boolean): LabelledRow {
  const { table, heading, header, codes } = part;
  const code = isHeader || codes < 0 ? '' : textOf(cells[codes]);
  const name = isHeader ? '' : nameIn(cells, part);
  const key = JSON.stringify([table, isHeader, code, code === '' ? name : '']);
  return { table, key, heading, code, name, isCoded: codes >= 0, header, cells, row };
}

/** The part that a header begins; without a heading of its own it goes on under the one before. */
function partBelow(grid: Grid, row: number, before: Part, headers: readonly (readonly Cell[])[]): Part {
  const isBelowHeading = isHeadingAt(grid, row - 1, headers);
  return partOf(isBelowHeading ? textOf(cellAt(grid, row - 1, 0)) : before.heading, grid[row] ?? []);
}

/** Keys that are the same are told apart by how many of them stand above. */
function countLikes(rows: readonly LabelledRow[]): readonly LabelledRow[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const above = seen.get(row.key) ?? 0;
    seen.set(row.key, above + 1);
    return { ...row, key: `${row.key}${above}` };
  });
}

/**
 * The rows of a tab that hold anything, the line that tells the release aside. Headers are found by what the tab's
 * newest content has as such, so that a tab that was read by value alone is understood too.
 */
export function labelledRows(grid: Grid, headers: readonly (readonly Cell[])[]): readonly LabelledRow[] {
  let part = partOf('', []);
  const rows = grid.flatMap((cells, row): readonly LabelledRow[] => {
    if (row === STATUS_ROW || cells.every((cell) => cell === null || cell === '')) return [];
    if (isHeadingAt(grid, row, headers)) return [headingRow(cells, row)];
    const isHeader = isHeaderRow(cells, headers);
    if (isHeader) part = partBelow(grid, row, part, headers);
    return [rowOf(cells, row, part, isHeader)];
  });
  return countLikes(rows);
}
