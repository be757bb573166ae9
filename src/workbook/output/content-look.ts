import type { Content, ContentCell } from '../../domain/content.ts';
import { STATUS_ROW } from './content-rows.ts';
import type { Fingerprint } from './output-tab.ts';

/** Looks as numbers, each style written out once: a content has thousands of cells and a dozen looks. */
function makeNumbering(): {
  readonly numberOf: (cell: ContentCell) => number;
  readonly all: () => readonly string[];
} {
  const numbers = new Map<string, number>();
  const known = new Map<ContentCell['style'], number>();
  const numberOfText = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return {
    numberOf: ({ style, link }) => {
      if (link !== undefined) return numberOfText(JSON.stringify([style ?? null, link]));
      const number = known.get(style) ?? numberOfText(JSON.stringify([style ?? null, null]));
      known.set(style, number);
      return number;
    },
    all: () => [...numbers.keys()],
  };
}

/** Fingerprint of the looks of all cells but the status line, whose look follows its state. */
export function lookOf(content: Content, fingerprint: Fingerprint): string {
  const { numberOf, all } = makeNumbering();
  const rows = content.rows.map((row, index) => (index === STATUS_ROW ? '' : row.map(numberOf).join(' ')));
  return fingerprint([...rows, ...all()].join('\n'));
}

/** A character for each look that rows of a content may have. */
const LOOK_MARKS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Rows of which the looks are kept: a tab's notes may have 30,000 characters. */
const ROWS_WITH_LOOKS = 10_000;

/** The looks of rows: what each of them is, and a mark for each row that says which of them it has. */
export interface RowLooks {
  readonly known: string[];
  readonly rows: string;
}

/** Looks of rows, each by its fingerprint; undefined for a content of too many rows or of too many different ones. */
export function rowLooksOf({ rows }: Content, fingerprint: Fingerprint): RowLooks | undefined {
  if (rows.length > ROWS_WITH_LOOKS) return undefined;
  const { numberOf, all } = makeNumbering();
  const numbered = rows.map((row) => row.map(numberOf));
  const looks = all();
  const marks = new Map<string, string>();
  const marked = numbered.map((row) => {
    const look = row.join(' ');
    const mark = marks.get(look) ?? LOOK_MARKS.charAt(marks.size);
    marks.set(look, mark);
    return mark;
  });
  if (marks.size > LOOK_MARKS.length) return undefined;
  const textOf = (look: string) =>
    look
      .split(' ')
      .map((number) => looks[Number(number)])
      .join('\n');
  return { known: [...marks.keys()].map((look) => fingerprint(textOf(look))), rows: marked.join('') };
}

/** The fingerprint of the look of a row; undefined where it is not known. */
export function lookOfRow({ known, rows }: RowLooks, row: number): string | undefined {
  return known[LOOK_MARKS.indexOf(rows.charAt(row))];
}

/** Fingerprint of what is laid out once and then left to staff: widths, frozen rows and columns, rules, charts, filter. */
export function layoutOf(
  { rows: _rows, headerRow: _headerRow, ...layout }: Content,
  fingerprint: Fingerprint,
): string {
  return fingerprint(JSON.stringify(layout));
}
