import fc from 'fast-check';
import type { Dimension } from '../../src/domain/change.ts';
import type { Cell, Grid } from '../../src/domain/grid.ts';
import { OUTPUT_HEADERS } from '../../src/domain/messages/output-messages.ts';
import type { MemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';

/** Something that staff do to a written tab; places are shares of the tab as it then is. */
export type Edit =
  | {
      readonly kind: 'insert';
      readonly dimension: Dimension;
      readonly at: number;
      readonly notes: readonly number[];
    }
  | { readonly kind: 'delete'; readonly dimension: Dimension; readonly at: number }
  | { readonly kind: 'move'; readonly dimension: Dimension; readonly at: number; readonly to: number }
  | { readonly kind: 'sort'; readonly from: number; readonly to: number; readonly by: number }
  | { readonly kind: 'note-below'; readonly at: number }
  | { readonly kind: 'note-beside'; readonly at: number }
  | { readonly kind: 'type-over'; readonly row: number; readonly column: number };

const share = fc.integer({ min: 0, max: 999 }).map((value) => value / 1000);
const dimension = fc.constantFrom<Dimension>('rows', 'columns');

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    dimension,
    at: share,
    notes: fc.array(share, { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), dimension, at: share }),
  fc.record({ kind: fc.constant('move' as const), dimension, at: share, to: share }),
  fc.record({ kind: fc.constant('sort' as const), from: share, to: share, by: share }),
  fc.record({ kind: fc.constant('note-below' as const), at: share }),
  fc.record({ kind: fc.constant('note-beside' as const), at: share }),
  fc.record({ kind: fc.constant('type-over' as const), row: share, column: share }),
);

/** Whether an edit damages cells of the product itself, in a way that only its next write puts right. */
export function damages(step: Edit): boolean {
  return step.kind === 'type-over' || (step.kind === 'delete' && step.dimension === 'columns');
}

let notes = 0;

function note(): string {
  notes += 1;
  return `ghi chú ${notes}`;
}

function isOfStaff(cell: Cell): boolean {
  return typeof cell === 'string' && /^(ghi chú|đè) \d+$/.test(cell);
}

/** The notes that staff put into cells that are not the product's. */
export function notesIn(grid: Grid): readonly string[] {
  const texts = grid.flat().filter((cell): cell is string => typeof cell === 'string');
  return texts.filter((text) => text.startsWith('ghi chú ')).toSorted();
}

const HEADERS = new Set<Cell>(Object.values(OUTPUT_HEADERS).map(({ vi }) => vi));

export function isHeaderRow(cells: readonly Cell[]): boolean {
  return cells.filter((cell) => HEADERS.has(cell)).length > 2;
}

function widthOf(grid: Grid): number {
  return Math.max(1, ...grid.map((row) => row.length));
}

function place(shareOf: number, size: number): number {
  return Math.floor(shareOf * size);
}

/** A tab as staff see it. */
interface Seen {
  readonly spreadsheet: MemorySpreadsheet;
  readonly title: string;
  readonly grid: Grid;
  readonly height: number;
  readonly width: number;
}

/** Types where the tab has a cell. */
function typeInside({ spreadsheet, title }: Seen, row: number, column: number, text: string): void {
  const sheet = spreadsheet.structure().sheets.find((each) => each.title === title);
  if (row < (sheet?.rowCount ?? 0) && column < (sheet?.columnCount ?? 0))
    spreadsheet.type(title, row, column, text);
}

function insert(seen: Seen, step: Extract<Edit, { kind: 'insert' }>): void {
  const { spreadsheet, title, height, width } = seen;
  const along = step.dimension === 'rows' ? height : width;
  const from = place(step.at, along + 1);
  spreadsheet.insertLines(title, { dimension: step.dimension, from, to: from + 1 });
  for (const at of step.notes)
    if (step.dimension === 'rows') typeInside(seen, from, place(at, width), note());
    else typeInside(seen, place(at, height), from, note());
}

/** A header row that is deleted is put back by what the columns hold where they were; not when those move as well. */
function remove(
  { spreadsheet, title, grid, height, width }: Seen,
  step: Extract<Edit, { kind: 'delete' }>,
): void {
  const from = place(step.at, step.dimension === 'rows' ? height : width);
  if (step.dimension === 'rows' && isHeaderRow(grid[from] ?? [])) return;
  spreadsheet.deleteLines(title, { dimension: step.dimension, from, to: from + 1 });
}

function move({ spreadsheet, title, height, width }: Seen, step: Extract<Edit, { kind: 'move' }>): void {
  const along = step.dimension === 'rows' ? height : width;
  const from = place(step.at, along);
  spreadsheet.moveLines(title, { dimension: step.dimension, from, to: from + 1 }, place(step.to, along + 1));
}

function sort({ spreadsheet, title, height, width }: Seen, step: Extract<Edit, { kind: 'sort' }>): void {
  const ends = [step.from, step.to].map((at) => place(at, height)).toSorted((a, b) => a - b);
  spreadsheet.sortRows(title, { from: ends[0] ?? 0, to: ends[1] ?? 0 }, place(step.by, width));
}

function typeOver(seen: Seen, step: Extract<Edit, { kind: 'type-over' }>): void {
  const [row, column] = [place(step.row, seen.grid.length), place(step.column, seen.width)];
  if (!isOfStaff(seen.grid[row]?.[column] ?? null)) typeInside(seen, row, column, `đè ${row}`);
}

/** Staff do something to a tab. */
export function work(spreadsheet: MemorySpreadsheet, title: string, step: Edit): void {
  const grid = spreadsheet.grid(title);
  const { columnCount = 0 } = spreadsheet.structure().sheets.find((each) => each.title === title) ?? {};
  const width = widthOf(grid);
  const seen: Seen = { spreadsheet, title, grid, height: Math.max(grid.length, 1), width };
  if (step.kind === 'insert') insert(seen, step);
  else if (step.kind === 'delete') remove(seen, step);
  else if (step.kind === 'move') move(seen, step);
  else if (step.kind === 'sort') sort(seen, step);
  else if (step.kind === 'type-over') typeOver(seen, step);
  else if (step.kind === 'note-below') typeInside(seen, grid.length, place(step.at, width), note());
  // In the last column of the tab: one next to the table may be ours and empty.
  else typeInside(seen, place(step.at, seen.height), Math.max(width + 1, columnCount - 1), note());
}

/** What a tab holds beside what staff put in: its rows in any order, each with its values in any order. */
export function withoutStaff(grid: Grid): readonly string[] {
  return grid
    .map((row) => row.filter((cell) => cell !== null && !isOfStaff(cell)))
    .filter((row) => row.length > 0)
    .map((row) => JSON.stringify(row.map(String).toSorted()))
    .toSorted();
}
