import type { Element } from '@xmldom/xmldom';
import type { Change } from '../../../domain/change.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../limits.ts';
import { addElement, childOf, childrenOf, ensureChild, setText } from '../xml.ts';
import type { OpenTab } from './open-tab.ts';
import { SHEET_ORDER } from './sheet-order.ts';

type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

/** A4 by its number (ECMA-376 §18.3.1.63). */
const A4 = 9;
const PRINT_TITLES = '_xlnm.Print_Titles';
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 };
const PROPERTIES = ['tabColor', 'outlinePr', 'pageSetUpPr'];

function setAll(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/** Pixels of a tab that one page still shows in letters that can be read. */
const PAGE_PIXELS = { portrait: 1400, landscape: 2200 } as const;

/** Pixels of a column of which only the file knows how wide it is. */
const USUAL_WIDTH = 64;

function sum(widths: LayOut['columnWidths']): number {
  return widths.reduce<number>((total, width) => total + (width ?? USUAL_WIDTH), 0);
}

/** Pages side by side: one for most tabs, more for a matrix of many columns, whose first ones are on each of them. */
function pagesAcross({ columnWidths, frozenColumns = 0 }: LayOut, page: 'portrait' | 'landscape'): number {
  const [total, repeated] = [sum(columnWidths), sum(columnWidths.slice(0, frozenColumns))];
  const room = PAGE_PIXELS[page];
  if (total <= room || repeated >= room) return 1;
  return Math.ceil((total - repeated) / (room - repeated));
}

/** The edges that stay in view are printed on every page. */
function repeatEdges({ sheetId, workbook }: OpenTab, { frozenRows = 0, frozenColumns = 0 }: LayOut): void {
  const columns = { top: 0, left: 0, height: MAX_ROWS, width: frozenColumns };
  const rows = { top: 0, left: 0, height: frozenRows, width: MAX_COLUMNS };
  const areas = [...(frozenColumns === 0 ? [] : [columns]), ...(frozenRows === 0 ? [] : [rows])];
  if (areas.length > 0) workbook.setTabName(sheetId, { name: PRINT_TITLES, areas, isHidden: false });
}

/** Breaks before the rows that begin a page. A tab of pages has those of its layout alone; other tabs keep what staff set. */
function breakPages(root: Element, rows: LayOut['pageBreaks']): void {
  if (rows === undefined) return;
  const list = ensureChild(root, 'rowBreaks', SHEET_ORDER);
  for (const each of childrenOf(list, 'brk')) list.removeChild(each);
  for (const row of rows) addElement(list, 'brk', { id: row, max: MAX_COLUMNS - 1, man: 1 });
  setAll(list, { count: rows.length, manualBreakCount: rows.length });
}

/**
 * How a tab goes onto paper: A4, as wide as can be read, numbered, its headings on each. A tab that has a page format
 * keeps it: staff set it up for their printer.
 */
export function writePage(tab: OpenTab, layout: LayOut): void {
  const { root } = tab;
  breakPages(root, layout.pageBreaks);
  if (layout.page === undefined || childOf(root, 'pageSetup') !== undefined) return;
  ensureChild(ensureChild(root, 'sheetPr', SHEET_ORDER), 'pageSetUpPr', PROPERTIES).setAttribute(
    'fitToPage',
    '1',
  );
  if (childOf(root, 'pageMargins') === undefined)
    setAll(ensureChild(root, 'pageMargins', SHEET_ORDER), MARGINS);
  const setup = ensureChild(root, 'pageSetup', SHEET_ORDER);
  setAll(setup, {
    paperSize: A4,
    orientation: layout.page,
    fitToWidth: pagesAcross(layout, layout.page),
    fitToHeight: 0,
  });
  if (childOf(root, 'headerFooter') === undefined) {
    const footer = ensureChild(ensureChild(root, 'headerFooter', SHEET_ORDER), 'oddFooter', []);
    setText(footer, '&C&P/&N');
  }
  repeatEdges(tab, layout);
}

/** The colour of the tab at the foot of the window. */
export function colourTab(root: Element, argb: string): void {
  const properties = ensureChild(root, 'sheetPr', SHEET_ORDER);
  const colour = ensureChild(properties, 'tabColor', PROPERTIES);
  for (const name of ['theme', 'indexed', 'tint', 'auto']) colour.removeAttribute(name);
  colour.setAttribute('rgb', argb);
}
