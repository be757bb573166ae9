import type { PageTab } from '../model/page-workbook.ts';

/** The class of a tab's table: as wide as its columns, so that a narrow window scrolls it and does not press it together. */
export function classOfTable({ id }: PageTab): string {
  return `t${id}`;
}

/** The class of cells of a frozen column. */
export function classOfFrozen(column: number): string {
  return `f${column}`;
}

/** Of a column that nobody sized, in pixels. */
export const USUAL_WIDTH = 100;

/** A sheet of A4 lying, without its margins of 12 mm: 273 mm at 96 dots to the inch, less the lines at the edges. */
const PAPER_WIDTH = 1028;
/** Letters of ten points are read with ease down to this: before they get smaller, broad columns get narrower. */
const READABLE = 0.62;
/** No column is made narrower than this for the paper's sake: figures and single words keep their line. */
const NARROWEST = 110;

const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);

function widthsOf({ columnWidths, rows }: PageTab): readonly number[] {
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: columns }, (_, column) => columnWidths[column] ?? USUAL_WIDTH);
}

/**
 * Frozen columns stay in sight while the others are scrolled; on a phone the one that names the rows does so alone, no wider than leaves
 * room for the rest.
 */
function frozenRules(tab: PageTab): readonly string[] {
  const widths = widthsOf(tab);
  const frozen = widths.slice(0, tab.frozenColumns);
  const named = frozen.at(-1);
  if (named === undefined) return [];
  const table = `table.${classOfTable(tab)}`;
  const cell = (column: number) => `${table} .${classOfFrozen(column)}`;
  const all = frozen.map((_, column) => cell(column)).join(',');
  const narrow = `min(${named}px,38vw)`;
  return [
    `@media screen{${all}{position:sticky;z-index:1}}`,
    ...frozen.map((_, column) => `${cell(column)}{left:${sumOf(frozen.slice(0, column))}px}`),
    `@media screen and (max-width:720px){${all}{position:static}`,
    `${cell(frozen.length - 1)}{position:sticky;left:0}`,
    `${table}{width:calc(${sumOf(widths) - named}px + ${narrow})}${table} col.names{width:${narrow}}}`,
  ];
}

/** The widths of columns on paper: as on the screen, or the broad ones narrower where the letters would get too small. */
function paperWidths(widths: readonly number[]): readonly number[] {
  const excess = sumOf(widths) - PAPER_WIDTH / READABLE;
  const spare = widths.map((width) => Math.max(0, width - NARROWEST));
  if (excess <= 0 || sumOf(spare) === 0) return widths;
  const share = Math.min(1, excess / sumOf(spare));
  return widths.map((width, column) => Math.floor(width - share * (spare[column] ?? 0)));
}

/** On paper a table is as wide as the page at most: smaller, rather than cut off. */
function paperRules(tab: PageTab): readonly string[] {
  const widths = widthsOf(tab);
  const fitted = paperWidths(widths);
  const table = `table.${classOfTable(tab)}`;
  const shown = fitted.filter((_, column) => widths[column] !== 0);
  const columns = shown.map((width, at) => `${table} col:nth-child(${at + 1}){width:${width}px}`);
  const isFitted = fitted !== widths;
  const zoom = Math.min(1, PAPER_WIDTH / sumOf(fitted));
  const size = `${table}{width:${sumOf(fitted)}px;zoom:${zoom.toFixed(4)}}`;
  return zoom === 1 ? [] : [`@media print{${size}${isFitted ? columns.join('') : ''}}`];
}

/** How wide a tab's table is: on the screen, on a phone, on paper; and what of it stays in sight. */
export function sizeRules(tab: PageTab): readonly string[] {
  const width = `table.${classOfTable(tab)}{width:${sumOf(widthsOf(tab))}px}`;
  return [width, ...frozenRules(tab), ...paperRules(tab)];
}
