import type { Content, ContentCell } from '../../domain/content.ts';
import { STATUS_ROW } from './content-rows.ts';
import type { Fingerprint } from './output-tab.ts';

/** Looks as numbers, each look written out once: a content has thousands of cells and a dozen looks. */
function makeNumbering(): {
  readonly numberOf: (cell: ContentCell) => number;
  readonly all: () => readonly string[];
} {
  const numbers = new Map<string, number>();
  const texts = new Map<ContentCell['style'], string>();
  const textOf = (style: ContentCell['style']) => {
    const text = texts.get(style) ?? JSON.stringify(style ?? null);
    texts.set(style, text);
    return text;
  };
  return {
    numberOf: ({ style, link }) => {
      const text = link === undefined ? textOf(style) : `${textOf(style)} ${JSON.stringify(link)}`;
      const known = numbers.get(text) ?? numbers.size;
      numbers.set(text, known);
      return known;
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

/** Fingerprint of what is laid out once and then left to staff: widths, frozen rows and columns, rules, charts, filter. */
export function layoutOf(
  { rows: _rows, headerRow: _headerRow, ...layout }: Content,
  fingerprint: Fingerprint,
): string {
  return fingerprint(JSON.stringify(layout));
}
