import type { Document, Element } from '@xmldom/xmldom';
import { type CellPosition, cellName, parseCellName } from '../../workbook/a1.ts';
import { type Insertion, shiftFormula, shiftRanges, translateFormula } from './shift-references.ts';
import { childOf, childrenOf, rootOf, setText } from './xml.ts';

/** Elements whose text is a formula: of cells, of rules, of validations, of names, of charts. */
const FORMULAS = new Set(['f', 'formula', 'formula1', 'formula2', 'definedName']);
/** Attributes that hold cells of the tab that they stand in. */
const RANGES = ['ref', 'sqref', 'topLeftCell', 'activeCell'];

function descendantsOf(element: Element): readonly Element[] {
  return [element, ...childrenOf(element).flatMap(descendantsOf)];
}

function rowsOf(root: Element): readonly Element[] {
  const data = childOf(root, 'sheetData');
  return data === undefined ? [] : childrenOf(data, 'row');
}

interface PlacedCell extends CellPosition {
  readonly cell: Element;
}

/** The cells of a tab, every one of them with its address. */
function cellsOf(root: Element): readonly PlacedCell[] {
  return rowsOf(root).flatMap((row) =>
    childrenOf(row, 'c').flatMap((cell) => {
      const place = parseCellName(cell.getAttribute('r') ?? '');
      return place === undefined ? [] : [{ cell, ...place }];
    }),
  );
}

/** A formula that several cells share is written out in each of them: after an insertion they differ. */
function unshareFormulas(root: Element): void {
  const sharing = cellsOf(root).flatMap(({ cell, row, column }) => {
    const formula = childOf(cell, 'f');
    const id = formula?.getAttribute('si') ?? null;
    return formula === undefined || id === null ? [] : [{ formula, id, row, column }];
  });
  const lenders = new Map(
    sharing
      .filter(({ formula }) => (formula.textContent ?? '') !== '')
      .map(({ formula, id, row, column }) => [id, { text: formula.textContent ?? '', row, column }]),
  );
  for (const { formula, id, row, column } of sharing) {
    const lender = lenders.get(id);
    if (lender === undefined) continue;
    setText(formula, translateFormula(lender.text, row - lender.row, column - lender.column));
    for (const name of ['t', 'si', 'ref']) formula.removeAttribute(name);
  }
}

/** Formulas of any part that name the tab; true when one of them changed. */
export function shiftFormulas(document: Document, ownTitle: string, insertion: Insertion): boolean {
  const root = rootOf(document);
  const isNamed = descendantsOf(root).some(({ localName, textContent }) => {
    const text = textContent ?? '';
    return FORMULAS.has(localName ?? '') && shiftFormula(text, ownTitle, insertion) !== text;
  });
  const isTabItself = ownTitle.toLowerCase() === insertion.title.toLowerCase();
  if (!isNamed && !isTabItself) return false;
  unshareFormulas(root);
  for (const element of descendantsOf(root)) {
    if (!FORMULAS.has(element.localName ?? '')) continue;
    const text = element.textContent ?? '';
    const shifted = shiftFormula(text, ownTitle, insertion);
    if (shifted !== text) setText(element, shifted);
  }
  return true;
}

function shiftCells(root: Element, { dimension, at, count }: Insertion): void {
  const moved = (index: number, own: Insertion['dimension']): number =>
    dimension === own && index >= at ? index + count : index;
  for (const { cell, row, column } of cellsOf(root))
    cell.setAttribute('r', cellName(moved(row, 'rows'), moved(column, 'columns')));
  for (const row of rowsOf(root)) {
    row.setAttribute('r', String(moved(Number(row.getAttribute('r')) - 1, 'rows') + 1));
    row.removeAttribute('spans');
  }
}

/** Widths go with their columns; new columns are as wide as the one before them. */
function shiftWidths(root: Element, { dimension, at, count }: Insertion): void {
  const list = childOf(root, 'cols');
  if (dimension === 'rows' || list === undefined) return;
  for (const column of childrenOf(list, 'col')) {
    for (const name of ['min', 'max']) {
      const edge = Number(column.getAttribute(name));
      if (edge > at) column.setAttribute(name, String(edge + count));
    }
  }
}

/** Breaks between pages go with the row, or column, that begins the page. */
function shiftBreaks(root: Element, { dimension, at, count }: Insertion): void {
  const list = childOf(root, dimension === 'rows' ? 'rowBreaks' : 'colBreaks');
  for (const each of list === undefined ? [] : childrenOf(list, 'brk')) {
    const first = Number(each.getAttribute('id'));
    if (first >= at) each.setAttribute('id', String(first + count));
  }
}

/** A cell without an address stands right after the one before it: every one gets its address. */
function addressCells(root: Element): void {
  let row = -1;
  for (const element of rowsOf(root)) {
    const stated = element.getAttribute('r');
    row = stated === null ? row + 1 : Number(stated) - 1;
    element.setAttribute('r', String(row + 1));
    let column = -1;
    for (const cell of childrenOf(element, 'c')) {
      column = parseCellName(cell.getAttribute('r') ?? '')?.column ?? column + 1;
      cell.setAttribute('r', cellName(row, column));
    }
  }
}

/** Whether anything stands at the line or after it, or hangs over the tab, so that an insertion has to move it. */
export function needsRoom(root: Element, { dimension, at }: Insertion): boolean {
  addressCells(root);
  const hangs = childrenOf(root).some(({ localName }) => /drawing$/i.test(localName ?? ''));
  return hangs || cellsOf(root).some(({ row, column }) => (dimension === 'rows' ? row : column) >= at);
}

/** Puts empty lines into the part of a tab: cells, widths, merged cells, rules and filters after them move along. */
export function insertIntoSheet(root: Element, insertion: Insertion): void {
  addressCells(root);
  shiftCells(root, insertion);
  shiftWidths(root, insertion);
  shiftBreaks(root, insertion);
  shiftAttributes(root, insertion);
}

/** Cells named in attributes of a tab's own part, of its tables and of its comments. */
export function shiftAttributes(root: Element, insertion: Insertion): void {
  for (const element of descendantsOf(root)) {
    for (const name of RANGES) {
      const ranges = element.getAttribute(name);
      if (ranges !== null) element.setAttribute(name, shiftRanges(ranges, insertion));
    }
  }
}

/** Elements that say between which cells pictures and charts hang, and which cell a comment belongs to. */
const HOOKS = { rows: ['row', 'Row'], columns: ['col', 'Column'] } as const;

export function shiftDrawing(root: Element, { dimension, at, count }: Insertion): void {
  const names: readonly string[] = HOOKS[dimension];
  for (const element of descendantsOf(root)) {
    const edge = Number(element.textContent);
    if (names.includes(element.localName ?? '') && edge >= at) setText(element, String(edge + count));
  }
}
