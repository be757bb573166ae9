import type { Element } from '@xmldom/xmldom';
import type { Change } from '../../domain/change.ts';
import { cellName } from '../../workbook/a1.ts';
import { writeFilter } from './layout/auto-filter.ts';
import { writeCharts } from './layout/charts.ts';
import { writeRules } from './layout/conditional-formats.ts';
import type { OpenTab } from './layout/open-tab.ts';
import { colourTab, writePage } from './layout/page.ts';
import { SHEET_ORDER } from './layout/sheet-order.ts';
import { type ListPlaces, writeValidations } from './layout/validations.ts';
import { argb } from './style-pieces.ts';
import { addElement, childOf, childrenOf, ensureChild, makeElement } from './xml.ts';

type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

/** Pixels of a digit and of the padding in the default font: widths in a file are counted in digits. */
const DIGIT_PIXELS = 7;
const PADDING_PIXELS = 5;

function widthOf(pixels: number): string {
  return Math.max((pixels - PADDING_PIXELS) / DIGIT_PIXELS, 0).toFixed(2);
}

/** The columns that an element stands for, 1-based. */
function spanOf(column: Element): readonly [number, number] {
  return [Number(column.getAttribute('min')), Number(column.getAttribute('max'))];
}

/** Takes one column out of the elements that stand for it, so that those beside it keep their width. */
function takeOut(list: Element, wanted: number): void {
  for (const column of childrenOf(list, 'col')) {
    const [min, max] = spanOf(column);
    if (wanted < min || wanted > max) continue;
    if (wanted < max) {
      const after = column.cloneNode(true) as Element;
      after.setAttribute('min', String(wanted + 1));
      list.insertBefore(after, column.nextSibling);
    }
    if (wanted > min) column.setAttribute('max', String(wanted - 1));
    else list.removeChild(column);
  }
}

/** Widths of the first columns; those with null, and those beyond, keep theirs. */
function setWidths(root: Element, widths: LayOut['columnWidths']): void {
  if (widths.every((pixels) => pixels === null)) return;
  const list = ensureChild(root, 'cols', SHEET_ORDER);
  for (const [index, pixels] of widths.entries()) {
    if (pixels === null) continue;
    takeOut(list, index + 1);
    const attributes = { min: index + 1, max: index + 1, width: widthOf(pixels), customWidth: 1 };
    const next = childrenOf(list, 'col').find((column) => spanOf(column)[0] > index);
    list.insertBefore(makeElement(list, 'col', attributes), next ?? null);
  }
}

function freeze(root: Element, rows: number, columns: number): void {
  const views = ensureChild(root, 'sheetViews', SHEET_ORDER);
  const view = childOf(views, 'sheetView') ?? addElement(views, 'sheetView', { workbookViewId: 0 });
  const old = childrenOf(view).filter(({ localName }) => localName === 'pane' || localName === 'selection');
  for (const element of old) view.removeChild(element);
  if (rows === 0 && columns === 0) return;
  const corner = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  const pane = makeElement(view, 'pane', {
    ...(columns === 0 ? {} : { xSplit: columns }),
    ...(rows === 0 ? {} : { ySplit: rows }),
    topLeftCell: cellName(rows, columns),
    activePane: corner,
    state: 'frozen',
  });
  view.insertBefore(pane, view.firstChild);
}

/** How a tab is laid out, its cells aside: what the layout before put there is replaced, what staff did stays. */
export function layOutSheet(tab: OpenTab, layout: LayOut, place: ListPlaces['place']): void {
  const { root } = tab;
  const { scales = [], highlights = [], validations = [], charts = [] } = layout;
  const { ruledBefore = [], chartedBefore = [] } = layout;
  setWidths(root, layout.columnWidths);
  const { frozenRows, frozenColumns } = layout;
  if (frozenRows !== undefined && frozenColumns !== undefined) freeze(root, frozenRows, frozenColumns);
  if (layout.tabColour !== undefined) colourTab(root, argb(layout.tabColour));
  writeRules(root, { highlights, scales, ruledBefore }, tab.styles);
  writeValidations(root, validations, { place, titleOf: (id) => tab.workbook.titleOf(id) });
  writeFilter(tab, layout.filter);
  writePage(tab, layout);
  writeCharts(tab, { charts, chartedBefore });
}
