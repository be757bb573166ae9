import type { Language } from '../../../domain/language.ts';
import { PAGE_WORDS } from '../../../domain/messages/page-messages.ts';
import { type Box, holds } from '../model/box.ts';
import type { Look } from '../model/look.ts';
import type { PageCell, PageTab, PlacedChart } from '../model/page-workbook.ts';
import { shownText } from '../model/read-cell.ts';
import { type ChartStand, chartStands } from './chart-stands.ts';
import { type Html, html } from './html.ts';
import { classOfLook, classOfWidth } from './look-css.ts';
import { endOfText } from './overflow.ts';
import { classOfFrozen, classOfTable, USUAL_WIDTH } from './table-css.ts';

/** Addresses that a reader may be led to. */
const ADDRESS = /^(https?:|mailto:)/i;

/** The part of a tab that holds anything: what is only coloured is left out at the end. */
function usedSize({ rows, merges }: PageTab): { readonly rows: number; readonly columns: number } {
  const isFilled = (cell: PageCell | null) => cell !== null && shownText(cell) !== '';
  const widths = rows.map((cells) => cells.findLastIndex(isFilled) + 1);
  const filled = widths.findLastIndex((width) => width > 0) + 1;
  const heads = merges.filter(({ top }) => top < filled).map(({ right }) => right);
  return { rows: filled, columns: Math.max(0, ...widths, ...heads) };
}

function isHiddenRow({ rowHeights }: PageTab, row: number): boolean {
  return rowHeights[row] === 0;
}

function isHiddenColumn({ columnWidths }: PageTab, column: number): boolean {
  return columnWidths[column] === 0;
}

/** How a table is read: in a language, with the looks of its workbook, and where a link to a tab of it leads. */
export interface Reading {
  readonly language: Language;
  readonly looks: Readonly<Record<string, Look>>;
  readonly addressOfTab: (tab: number) => string;
  readonly figure: (chart: PlacedChart) => Html;
}

function linkHtml(link: string, text: string, addressOfTab: Reading['addressOfTab']): Html {
  if (ADDRESS.test(link)) return html`<a href="${link}" rel="noopener noreferrer">${text}</a>`;
  const tab = /^#gid=(\d+)/.exec(link)?.[1];
  return tab === undefined ? html`${text}` : html`<a href="${addressOfTab(Number(tab))}">${text}</a>`;
}

function contentHtml(cell: PageCell | null, { language, addressOfTab }: Reading): Html {
  const text = shownText(cell);
  const shown = cell?.link === undefined ? html`${text}` : linkHtml(cell.link, text, addressOfTab);
  if (cell?.note === undefined) return shown;
  return html`${shown}<span class="note" title="${cell.note}"><span class="for-readers">${PAGE_WORDS.note[language]}: ${cell.note}</span></span>`;
}

interface Place {
  readonly tab: PageTab;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  readonly reading: Reading;
}

function spanHtml(name: 'colspan' | 'rowspan', span: number): Html | undefined {
  return span > 1 ? html` ${{ html: name }}="${span}"` : undefined;
}

function shownBetween(tab: PageTab, from: number, to: number): number {
  return Array.from({ length: to - from }, (_, at) => from + at).filter((at) => !isHiddenColumn(tab, at))
    .length;
}

/** How far a cell reaches: over the cells that it is merged with, or the blank ones that its text runs over. */
function spanOf(merge: Box | undefined, { tab, columns, rows }: Place, column: number, end: number): Html {
  const last = merge === undefined ? end : Math.min(merge.right, columns);
  const down = merge === undefined ? 1 : Math.min(merge.bottom, rows) - merge.top;
  const across = shownBetween(tab, column, last);
  return html`${spanHtml('colspan', across)}${spanHtml('rowspan', down)}`;
}

/** Frozen cells stay in sight beside what is scrolled; a text that runs on over others goes with them. */
function frozenClass({ tab }: Place, column: number, end: number): readonly string[] {
  return end <= tab.frozenColumns ? ['stays', classOfFrozen(column)] : [];
}

function cellHtml(place: Place, column: number, end: number): Html | undefined {
  const { tab, row, reading } = place;
  const merge = tab.merges.find((box) => holds(box, row, column));
  if (merge !== undefined && (merge.top !== row || merge.left !== column)) return undefined;
  const cell = tab.rows[row]?.[column] ?? null;
  const classes = [
    ...(cell?.look === undefined ? [] : [classOfLook(cell.look)]),
    ...(typeof cell?.value === 'number' ? ['number'] : []),
    ...frozenClass(place, column, merge?.right ?? end),
  ];
  const named = classes.length === 0 ? undefined : html` class="${classes.join(' ')}"`;
  const inside = contentHtml(cell, reading);
  const span = spanOf(merge, place, column, end);
  const isFilled = shownText(cell) !== '';
  if (row === tab.frozenRows - 1 && isFilled) return html`<th scope="col"${named}${span}>${inside}</th>`;
  if (row >= tab.frozenRows && column === tab.frozenColumns - 1 && isFilled)
    return html`<th scope="row"${named}${span}>${inside}</th>`;
  return html`<td${named}${span}>${inside}</td>`;
}

function rowHtml(place: Place): Html | undefined {
  const { tab, row, columns, reading } = place;
  if (isHiddenRow(tab, row)) return undefined;
  const cells: (Html | undefined)[] = [];
  let column = 0;
  while (column < columns) {
    const isHidden = isHiddenColumn(tab, column);
    const end = isHidden ? column + 1 : endOfText({ tab, row, looks: reading.looks }, column, columns);
    if (!isHidden) cells.push(cellHtml(place, column, end));
    column = end;
  }
  return html`<tr>${cells.filter((cell) => cell !== undefined)}</tr>\n`;
}

/** Charts in the place of the blank rows that they stand over. */
function chartsHtml({ charts }: ChartStand, tab: PageTab, columns: number, { figure }: Reading): Html {
  const across = shownBetween(tab, 0, columns);
  return html`<tr><td class="charts"${spanHtml('colspan', across)}>${charts.map(figure)}</td></tr>\n`;
}

function columnsHtml(tab: PageTab, count: number): Html {
  const columns = Array.from({ length: count }, (_, column) => column);
  const shown = columns.filter((column) => !isHiddenColumn(tab, column));
  return html`<colgroup>${shown.map((column) => {
    const width = classOfWidth(tab.columnWidths[column] ?? USUAL_WIDTH);
    return html`<col class="${column === tab.frozenColumns - 1 ? `${width} names` : width}">`;
  })}</colgroup>`;
}

/**
 * A tab as a table: the frozen rows are its head and the last of them names the columns, the last frozen column names the rows, as they do
 * for whoever scrolls. Hidden rows and columns stay hidden. A chart stands under the heading that it has in the sheet, else below the table.
 */
export function tableHtml(tab: PageTab, reading: Reading): Html {
  const { rows, columns } = usedSize(tab);
  const { between, apart } = chartStands(tab, rows);
  const lineAt = (row: number): Html | undefined => {
    const stand = between.find(({ from, to }) => row >= from && row < to);
    if (stand === undefined) return rowHtml({ tab, row, rows, columns, reading });
    return row === stand.from ? chartsHtml(stand, tab, columns, reading) : undefined;
  };
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => lineAt(from + at)).filter(
      (line) => line !== undefined,
    );
  const head = Math.min(tab.frozenRows, rows);
  return html`<table class="${classOfTable(tab)}">
<caption class="for-readers">${tab.title}</caption>
${columnsHtml(tab, columns)}
${head === 0 ? undefined : html`<thead>${lines(0, head)}</thead>`}
<tbody>${lines(head, rows)}</tbody>
</table>${apart.map(reading.figure)}`;
}
