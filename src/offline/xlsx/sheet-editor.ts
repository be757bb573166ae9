import type { Document, Element } from '@xmldom/xmldom';
import type { ContentCell } from '../../domain/content.ts';
import { progressFormula } from '../../domain/progress-formula.ts';
import { cellName, parseCellName } from '../../workbook/a1.ts';
import { conflict } from '../files/conflict.ts';
import { DamagedPart } from './damaged-part.ts';
import { escapeText } from './escaped-text.ts';
import { dropSharedFormulas } from './formulas.ts';
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import type { StyleSheet } from './style-sheet.ts';
import { addElement, childOf, childrenOf, makeElement, rootOf, setText } from './xml.ts';

/** Text that a spreadsheet program would take for a formula if somebody typed it. */
const LIKE_A_FORMULA = /^[=+\-@]/;

interface Row {
  readonly element: Element;
  cells: Map<number, Element> | undefined;
}

/** Puts a value into an empty cell, with its type: text never becomes a formula. */
function fill(cell: Element, value: string | number | boolean): void {
  if (typeof value === 'string') {
    cell.setAttribute('t', 'inlineStr');
    const text = addElement(addElement(cell, 'is'), 't');
    text.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
    setText(text, escapeText(value));
    return;
  }
  if (typeof value === 'boolean') cell.setAttribute('t', 'b');
  setText(addElement(cell, 'v'), String(Number(value)));
}

/** Changes cells of one tab where they stand; whatever else the tab holds is left as it was read. */
export class SheetEditor {
  readonly root: Element;
  readonly #data: Element;
  readonly #styles: StyleSheet;
  readonly #rows = new Map<number, Row>();
  readonly #lostFormulas = new Set<string>();
  #lastRow = -1;
  /** True once a cell that held a formula was written over. */
  removedFormula = false;

  constructor(document: Document, styles: StyleSheet) {
    this.root = rootOf(document);
    this.#styles = styles;
    const data = childOf(this.root, 'sheetData');
    if (data === undefined) throw new DamagedPart('a tab without sheetData');
    this.#data = data;
    for (const element of childrenOf(data, 'row')) {
      const stated = element.getAttribute('r');
      const row = stated === null ? this.#lastRow + 1 : Number(stated) - 1;
      element.setAttribute('r', String(row + 1));
      this.#rows.set(row, { element, cells: undefined });
      this.#lastRow = Math.max(this.#lastRow, row);
    }
  }

  write(row: number, column: number, rows: readonly (readonly ContentCell[])[]): void {
    const width = Math.max(0, ...rows.map((cells) => cells.length));
    if (row + rows.length > MAX_ROWS || column + width > MAX_COLUMNS)
      throw conflict('beyond the edge of a tab');
    const extent = childOf(this.root, 'dimension');
    if (extent !== undefined) this.root.removeChild(extent);
    for (const [down, cells] of rows.entries()) {
      for (const [across, cell] of cells.entries()) this.#writeCell(row + down, column + across, cell);
    }
    dropSharedFormulas(this.#data, this.#lostFormulas);
  }

  /** The row after the last one that holds a value. */
  endRow(): number {
    const filled = [...this.#rows].filter(([, row]) =>
      childrenOf(row.element, 'c').some((cell) => childrenOf(cell).length > 0),
    );
    return filled.reduce((last, [row]) => Math.max(last, row), -1) + 1;
  }

  #writeCell(row: number, column: number, { value, style, progress }: ContentCell): void {
    const isEmpty = value === null || value === '';
    const isGuarded = typeof value === 'string' && LIKE_A_FORMULA.test(value);
    const look = style === undefined && !isGuarded ? undefined : this.#styles.indexOf(style ?? {}, isGuarded);
    if (isEmpty && look === undefined && this.#cellsOf(row)?.has(column) !== true) return;
    const cell = this.#emptied(this.#ensureCell(row, column));
    if (look === undefined) cell.removeAttribute('s');
    else cell.setAttribute('s', String(look));
    if (isEmpty) return;
    if (progress === undefined) fill(cell, value);
    else {
      cell.setAttribute('t', 'str');
      const formula = progressFormula(progress, { row, column, maximaRow: row - progress.rowsUp });
      setText(addElement(cell, 'f'), formula);
      setText(addElement(cell, 'v'), String(value));
    }
  }

  /** A cell without value, formula and whatever else belonged to the old value. */
  #emptied(cell: Element): Element {
    const formula = childOf(cell, 'f');
    if (formula !== undefined) {
      this.removedFormula = true;
      const shared = formula.getAttribute('si');
      if (shared !== null && formula.getAttribute('ref') !== null) this.#lostFormulas.add(shared);
    }
    while (cell.firstChild !== null) cell.removeChild(cell.firstChild);
    for (const name of ['t', 'cm', 'vm']) cell.removeAttribute(name);
    return cell;
  }

  #cellsOf(row: number): Map<number, Element> | undefined {
    const known = this.#rows.get(row);
    if (known === undefined || known.cells !== undefined) return known?.cells;
    let next = 0;
    const cells = new Map<number, Element>();
    for (const cell of childrenOf(known.element, 'c')) {
      const column = parseCellName(cell.getAttribute('r') ?? '')?.column ?? next;
      cells.set(column, cell);
      next = column + 1;
    }
    known.cells = cells;
    return cells;
  }

  #ensureRow(row: number): Element {
    const standing = this.#rows.get(row);
    if (standing !== undefined) return standing.element;
    const made = makeElement(this.#data, 'row', { r: row + 1 });
    if (row > this.#lastRow) {
      this.#data.appendChild(made);
      this.#lastRow = row;
    } else {
      const next = [...this.#rows.keys()]
        .filter((each) => each > row)
        .reduce((a, b) => Math.min(a, b), MAX_ROWS);
      this.#data.insertBefore(made, this.#rows.get(next)?.element ?? null);
    }
    this.#rows.set(row, { element: made, cells: new Map() });
    return made;
  }

  #ensureCell(row: number, column: number): Element {
    const parent = this.#ensureRow(row);
    parent.removeAttribute('spans');
    const cells = this.#cellsOf(row) ?? new Map<number, Element>();
    const standing = cells.get(column);
    if (standing !== undefined) return standing;
    const made = makeElement(parent, 'c', { r: cellName(row, column) });
    const next = [...cells.keys()]
      .filter((each) => each > column)
      .reduce((a, b) => Math.min(a, b), MAX_COLUMNS);
    parent.insertBefore(made, cells.get(next) ?? null);
    cells.set(column, made);
    return made;
  }
}
