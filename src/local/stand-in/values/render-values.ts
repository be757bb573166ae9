import { type ExtendedValue, errorText, isEmptyValue, type NumberFormat } from './cell-value.ts';
import { formatValue } from './format-value.ts';
import { isDateFormat } from './number-format.ts';
import { widest } from './widest.ts';

export type ValueRenderOption = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
export type DateTimeRenderOption = 'SERIAL_NUMBER' | 'FORMATTED_STRING';
export type MajorDimension = 'ROWS' | 'COLUMNS';

export interface RenderOptions {
  readonly valueRender: ValueRenderOption;
  readonly dateTimeRender: DateTimeRenderOption;
  /** The spreadsheet's, not the caller's. */
  readonly locale: string;
}

/** What of a cell decides how it reads. */
export interface ReadableCell {
  readonly userEnteredValue?: ExtendedValue;
  /** Of a formula; anything else is its own effective value. */
  readonly effectiveValue?: ExtendedValue;
  readonly userEnteredFormat?: { readonly numberFormat?: unknown };
}

export type ReadableRow = readonly (ReadableCell | undefined)[];

function numberFormatOf(cell: ReadableCell): NumberFormat | undefined {
  return cell.userEnteredFormat?.numberFormat as NumberFormat | undefined;
}

type Scalar = string | number | boolean;

/** A row of what a range reads; gaps are `""`. */
type ValueRow = readonly Scalar[];

const EMPTY: Scalar = '';

function renderRaw(value: ExtendedValue): Scalar {
  const { numberValue, stringValue, boolValue, errorValue } = value;
  if (errorValue !== undefined) return errorText(errorValue);
  return numberValue ?? boolValue ?? stringValue ?? EMPTY;
}

/** One cell as a `values` answer carries it; an empty cell is `""`. */
export function renderCell(cell: ReadableCell | undefined, options: RenderOptions): Scalar {
  if (cell === undefined) return EMPTY;
  const entered = cell.userEnteredValue;
  if (options.valueRender === 'FORMULA' && entered?.formulaValue !== undefined) return entered.formulaValue;
  const value = cell.effectiveValue ?? entered;
  if (value === undefined || isEmptyValue(value)) return EMPTY;
  // dateTimeRenderOption has no say in FORMATTED_VALUE (recorded); formulas are read with serial numbers (documented).
  const asText =
    options.valueRender === 'FORMATTED_VALUE' ||
    (options.valueRender === 'UNFORMATTED_VALUE' &&
      options.dateTimeRender === 'FORMATTED_STRING' &&
      value.numberValue !== undefined &&
      isDateFormat(numberFormatOf(cell)));
  return asText ? formatValue(value, numberFormatOf(cell), options.locale) : renderRaw(value);
}

function lastIndexWhere<T>(items: readonly T[], holds: (item: T) => boolean): number {
  let last = items.length - 1;
  while (last >= 0 && !holds(items[last] as T)) last -= 1;
  return last;
}

const trimEnd = (row: ValueRow): ValueRow => {
  const last = lastIndexWhere(row, (cell) => cell !== EMPTY);
  return last === row.length - 1 ? row : row.slice(0, last + 1);
};

/** Trailing empty cells and trailing empty rows fall away, empty rows between stay as `[]`; undefined when nothing is left. */
export function trimValues(rows: readonly ValueRow[]): readonly ValueRow[] | undefined {
  const trimmed = rows.map(trimEnd);
  const last = lastIndexWhere(trimmed, (row) => row.length > 0);
  return last < 0 ? undefined : trimmed.slice(0, last + 1);
}

/** Rows become columns; ragged rows are filled up with `""`. */
export function transpose(rows: readonly ValueRow[]): readonly ValueRow[] {
  const width = widest(rows);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? EMPTY));
}

/** Columns of the rows that are read, half-open. */
interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * A row that holds nothing but numbers, as a list of nothing but numbers: it is kept and written out at half the cost of a
 * mixed one, and most rows of a matrix of marks are such.
 */
function plainNumbers(row: ReadableRow, left: number, end: number): readonly number[] | undefined {
  const numbers: number[] = [];
  for (let column = left; column < end; column += 1) {
    const cell = row[column];
    const value = cell?.userEnteredValue?.numberValue;
    if (value === undefined || cell?.userEnteredFormat?.numberFormat !== undefined) return undefined;
    numbers.push(value);
  }
  return numbers;
}

function renderRow(row: ReadableRow, { left, right }: Span, options: RenderOptions): ValueRow {
  const end = Math.min(right, row.length);
  const numbers = options.valueRender === 'FORMATTED_VALUE' ? undefined : plainNumbers(row, left, end);
  if (numbers !== undefined) return numbers;
  const rendered: Scalar[] = [];
  for (let column = left; column < end; column += 1) rendered.push(renderCell(row[column], options));
  return rendered;
}

/** The `values` of an answer; undefined where Google leaves the key out. `rows` are those of the range, from their first column on. */
export function renderValues(
  rows: readonly ReadableRow[],
  options: RenderOptions & { readonly majorDimension: MajorDimension },
  span: Span = { left: 0, right: Number.POSITIVE_INFINITY },
): readonly ValueRow[] | undefined {
  const rendered = rows.map((row) => renderRow(row, span, options));
  return trimValues(options.majorDimension === 'COLUMNS' ? transpose(rendered) : rendered);
}
