import type { CellStyle } from '../../src/domain/cell-style.ts';
import type { Change } from '../../src/domain/change.ts';
import type { ContentCell } from '../../src/domain/content.ts';
import type { Area, Chart, ColourScale } from '../../src/domain/layout.ts';
import { cellName } from '../../src/workbook/a1.ts';

type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

/** What a commit writes into a new tab beside its values. */
export interface WrittenLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly (readonly ContentCell[])[];
  readonly layout: LayOut;
}

/** Rows whose looks are told: those of later pages and lines repeat them. */
const ROWS_TOLD = 130;

function areaName({ top, left, height, width }: Area): string {
  const [first, last] = [cellName(top, left), cellName(top + height - 1, left + width - 1)];
  return first === last ? first : `${first}:${last}`;
}

/** A word for each thing that a look has: `bold 12pt #1e3a5f on #dbe4f0 center wrap boxed 0.00`. */
function styleText(cell: ContentCell): string {
  const { bold, italic, fontSize, foreground, background, align, wrap, borders, numberFormat }: CellStyle =
    cell.style ?? {};
  return [
    bold === true ? 'bold' : '',
    italic === true ? 'italic' : '',
    fontSize === undefined ? '' : `${fontSize}pt`,
    foreground ?? '',
    background === undefined ? '' : `on ${background}`,
    align ?? '',
    wrap === true ? 'wrap' : '',
    borders === true ? 'boxed' : '',
    numberFormat ?? '',
    cell.link === undefined ? '' : 'link',
  ]
    .filter((word) => word !== '')
    .join(' ');
}

/** Neighbours that are the same, told once with how many there are. */
function runs(texts: readonly string[]): readonly { readonly text: string; readonly count: number }[] {
  const found: { text: string; count: number }[] = [];
  for (const text of texts) {
    const last = found.at(-1);
    if (last?.text === text) last.count += 1;
    else found.push({ text, count: 1 });
  }
  return found;
}

function times(texts: readonly string[]): string {
  return runs(texts)
    .map(({ text, count }) => (count === 1 ? text : `${text}×${count}`))
    .join(' ');
}

/** Each look under a number, then the rows by the numbers of their cells; a dash is a cell without a look. */
function lookLines(rows: WrittenLayout['rows']): readonly string[] {
  const numbers = new Map<string, string>([['', '-']]);
  const numberOf = (cell: ContentCell) => {
    const text = styleText(cell);
    const number = numbers.get(text) ?? String(numbers.size);
    numbers.set(text, number);
    return number;
  };
  const patterns = rows.slice(0, ROWS_TOLD).map((row) => times(row.map(numberOf)));
  let next = 1;
  const lines = runs(patterns).map(({ text, count }) => {
    const first = next;
    next += count;
    return `  ${count === 1 ? first : `${first}–${next - 1}`}: ${text}`;
  });
  const legend = [...numbers].slice(1).map(([text, number]) => `  ${number} = ${text}`);
  return ['looks:', ...legend, `rows (of ${rows.length}):`, ...lines];
}

function scaleLine({ area, low, middle, high }: ColourScale): string {
  const points = [low, middle, high].flatMap((point) => point ?? []);
  const shown = points.map(({ colour, at }) => (at === undefined ? colour : `${colour} at ${at}`));
  return `  ${areaName(area)}: ${shown.join(' → ')}`;
}

function chartLines({ key, kind, stacking, title, ...chart }: Chart): readonly string[] {
  const { categories, series, valueAxis, at, width, height } = chart;
  return [
    `  ${key}: ${kind}, ${stacking}, “${title}”, axis ${valueAxis}, ${width}×${height} px at ${cellName(at.row, at.column)}`,
    `    categories ${areaName(categories)}`,
    ...series.map(({ values, colour }) => `    series ${areaName(values)} ${colour}`),
  ];
}

function part(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

/** How a written tab looks and is laid out, as text that people can compare line by line. */
export function layoutText({ rowCount, columnCount, rows, layout }: WrittenLayout): string {
  const { columnWidths, frozenRows = 0, frozenColumns = 0, page, pageBreaks = [], filter } = layout;
  const { scales = [], highlights = [], validations = [], charts = [], protections = [] } = layout;
  const lines = [
    `grid: ${rowCount} rows × ${columnCount} columns`,
    `frozen: ${frozenRows} rows, ${frozenColumns} columns`,
    `page: ${page ?? 'as it is'}${pageBreaks.length === 0 ? '' : `, ${pageBreaks.length} breaks, the first above row ${(pageBreaks[0] ?? 0) + 1}`}`,
    `widths: ${times(columnWidths.map(String))} = ${columnWidths.reduce<number>((sum, width) => sum + (width ?? 0), 0)} px`,
    `filter: ${filter === undefined ? 'none' : areaName(filter)}`,
    ...part('scales', scales.map(scaleLine)),
    ...part(
      'highlights',
      highlights.map(({ area, when }) => `  ${areaName(area)}: ${JSON.stringify(when)}`),
    ),
    ...part(
      'validations',
      validations.map(({ area, allowed }) => `  ${areaName(area)}: ${JSON.stringify(allowed)}`),
    ),
    ...part('charts', charts.flatMap(chartLines)),
    ...part(
      'protections',
      protections.map(
        ({ area, open = [], description }) =>
          `  ${area === undefined ? 'the whole tab' : areaName(area)} but ${open.map(areaName).join(', ') || 'nothing'}: ${description}`,
      ),
    ),
    ...lookLines(rows),
  ];
  return `${lines.join('\n')}\n`;
}
