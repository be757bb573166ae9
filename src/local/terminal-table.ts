import stringWidth from 'string-width';
import { padded, wordWidth, wrapText } from './terminal-text.ts';

const GAP = '  ';
const NUMBER = /^-?[\d.,]+$/;

/** What a terminal shows at once, and every window that this is pasted into. */
const DEFAULT_WIDTH = 120;
/** Headers are broken into as few lines as make the table fit; more than three are hard to read. */
const HEADER_LINES = [1, 2, 3] as const;
/** Narrower columns of words are no longer read as a line. */
const NARROWEST_WORDS = 14;
const ASIDE = '↳ ';
/** What stands below a row begins no further to the right, however wide the first column is. */
const ASIDE_INDENT = 8;

/** A column of a table before and after it was given its width. */
interface Column {
  readonly header: string;
  readonly cells: readonly string[];
  readonly isFigures: boolean;
  readonly width: number;
  /** Below this the header would be cut inside a word, or a figure in two. */
  readonly least: number;
}

interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The narrowest width in which a header takes so few lines. */
function headerWidth(header: string, lines: number): number {
  let width = wordWidth(header);
  while (wrapText(header, width).length > lines) width += 1;
  return width;
}

function columnsOf({ headers, rows }: Table, lines: number): readonly Column[] {
  return headers.map((header, place) => {
    const cells = rows.map((row) => row[place] ?? '');
    const isFigures = cells.every((cell) => cell === '' || NUMBER.test(cell));
    const widest = Math.max(0, ...cells.map((cell) => stringWidth(cell)));
    return {
      header,
      cells,
      isFigures,
      width: Math.max(widest, headerWidth(header, lines)),
      least: Math.max(widest, wordWidth(header)),
    };
  });
}

function totalOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0) + GAP.length * (columns.length - 1);
}

/** The columns with the one that has most to give narrowed again and again, until they fit or none can give more. */
function narrowed(
  columns: readonly Column[],
  limit: number,
  spare: (column: Column) => number,
): readonly Column[] {
  let fitted = columns;
  while (totalOf(fitted) > limit) {
    const most = Math.max(...fitted.map(spare));
    if (most <= 0) return fitted;
    const place = fitted.findIndex((column) => spare(column) === most);
    fitted = fitted.map((column, index) =>
      index === place ? { ...column, width: column.width - 1 } : column,
    );
  }
  return fitted;
}

const headerSpare = ({ width, least }: Column): number => width - least;

/** Words may be wrapped; the widest column of words gives first. */
const wordSpare = ({ width, isFigures, header }: Column): number =>
  isFigures ? 0 : width - Math.max(NARROWEST_WORDS, wordWidth(header));

/** The lines of a table row: each cell in as many lines as it needs, the shorter ones filled up. */
function rowLines(columns: readonly Column[], textOf: (column: Column) => string): readonly string[] {
  const cells = columns.map((column) => wrapText(textOf(column), column.width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map(({ width, isFigures }, place) => padded(cells[place]?.[line] ?? '', width, isFigures))
      .join(GAP)
      .trimEnd(),
  );
}

interface Layout {
  readonly columns: readonly Column[];
  /** The last column, when it stands below each row because it does not fit beside it. */
  readonly aside?: Column;
}

/** The columns with headers in as few lines as make them fit; where nothing does, headers of a word to a line. */
function withHeaders(table: Table, limit: number): readonly Column[] {
  const attempts = HEADER_LINES.map((lines) => columnsOf(table, lines));
  const fitting = attempts.find((columns) => totalOf(columns) <= limit);
  return fitting ?? narrowed(attempts.at(-1) ?? [], limit, headerSpare);
}

/** Headers wrap first; then a last column of words goes below its row; then words wrap. */
function layOut(table: Table, limit: number): Layout {
  const columns = withHeaders(table, limit);
  if (totalOf(columns) <= limit) return { columns };
  const last = columns.at(-1);
  if (columns.length <= 2 || last === undefined || last.isFigures) {
    return { columns: narrowed(columns, limit, wordSpare) };
  }
  const others = withHeaders({ ...table, headers: table.headers.slice(0, -1) }, limit);
  return { columns: narrowed(others, limit, wordSpare), aside: last };
}

/** The cell of the column that stands below its row, or its header below the others. */
function asideLines({ columns }: Layout, text: string, limit: number): readonly string[] {
  if (text === '') return [];
  const indent = ' '.repeat(Math.min((columns[0]?.width ?? 0) + GAP.length, ASIDE_INDENT));
  const lines = wrapText(text, limit - indent.length - ASIDE.length);
  return lines.map((line, place) => indent + (place === 0 ? ASIDE : ' '.repeat(ASIDE.length)) + line);
}

/**
 * A table for a fixed-width terminal: figures to the right, words to the left, by the width that they show, at
 * most so wide as asked for as long as its figures allow.
 */
export function terminalTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  limit = DEFAULT_WIDTH,
): readonly string[] {
  const layout = layOut({ headers, rows }, limit);
  const { columns, aside } = layout;
  const rule = columns.map(({ width }) => '─'.repeat(width)).join(GAP);
  return [
    ...rowLines(columns, ({ header }) => header),
    ...asideLines(layout, aside?.header ?? '', limit),
    rule,
    ...rows.flatMap((_, row) => [
      ...rowLines(columns, ({ cells }) => cells[row] ?? ''),
      ...asideLines(layout, aside?.cells[row] ?? '', limit),
    ]),
  ];
}
