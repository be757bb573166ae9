import type { Document, Element } from '@xmldom/xmldom';
import type { Change } from '../../domain/change.ts';
import type { Protection } from '../../domain/layout.ts';
import { insertIntoSheet, needsRoom, shiftAttributes, shiftDrawing, shiftFormulas } from './insert-lines.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { writeNotes } from './layout/comments.ts';
import { writeLinks } from './layout/links.ts';
import { ListsTab } from './layout/lists-tab.ts';
import type { OpenTab } from './layout/open-tab.ts';
import { writeProtection } from './layout/protection.ts';
import { writeRowHeights } from './layout/row-heights.ts';
import { SheetEditor } from './sheet-editor.ts';
import type { Insertion } from './shift-references.ts';
import { emptyStyles, StyleSheet } from './style-sheet.ts';
import type { WorkbookEditor } from './workbook-editor.ts';
import { rootOf } from './xml.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** A tab that a commit writes into, read once. */
interface EditedTab extends OpenTab {
  readonly cells: SheetEditor;
}

/** The part of a tab that a commit touches. */
interface OpenPart {
  readonly document: Document;
  /** Absent while only formulas of the tab were changed. */
  readonly tab: EditedTab | undefined;
}

/** What hangs on a tab, by the end of its relation's type, and how it follows an insertion. */
const HANGERS = {
  table: shiftAttributes,
  comments: shiftAttributes,
  drawing: shiftDrawing,
  vmlDrawing: shiftDrawing,
} as const;

/** The tabs that a commit touches, each read once. */
export class OpenTabs {
  readonly #editor: WorkbookEditor;
  readonly #styles: { readonly path: string; readonly document: Document; readonly sheet: StyleSheet };
  readonly #open = new Map<string, OpenPart>();
  readonly #lists: ListsTab;
  readonly #protections = new Map<number, readonly Protection[]>();
  #written: { readonly root: Element; readonly change: ChangeOf<'write-cells'> }[] = [];
  /** True once formulas went away or moved. */
  #movedFormulas = false;

  constructor(editor: WorkbookEditor) {
    this.#editor = editor;
    const path = editor.parts.stylesPath ?? editor.addStyles(emptyStyles());
    const document = editor.package.treeOf(path);
    this.#styles = { path, document, sheet: new StyleSheet(document) };
    this.#lists = new ListsTab(editor, (sheetId) => this.#tab(sheetId).cells);
  }

  write(change: ChangeOf<'write-cells'>): void {
    const tab = this.#tab(change.sheetId);
    tab.cells.write(change.row, change.column, change.rows);
    writeLinks(tab, change);
    writeNotes(tab, change);
    this.#written.push({ root: tab.root, change });
  }

  append({ sheetId, rows }: ChangeOf<'append-rows'>): void {
    this.write({ kind: 'write-cells', sheetId, row: this.#tab(sheetId).cells.endRow(), column: 0, rows });
  }

  layOut(change: ChangeOf<'lay-out'>): void {
    layOutSheet(this.#tab(change.sheetId), change, (values) => this.#lists.place(values));
    // Cells are closed and opened once all of them are there.
    this.#protections.set(change.sheetId, change.protections ?? []);
  }

  /** A tab that is about to be deleted: what was changed in it is not stored. */
  forget(sheetId: number): void {
    this.#open.delete(this.#editor.pathOf(sheetId));
    this.#protections.delete(sheetId);
  }

  /** Empty lines in a tab; lines after which nothing stands are there already. */
  insert({ sheetId, dimension, at, count }: ChangeOf<'insert-lines'>): void {
    const insertion: Insertion = { title: this.#editor.titleOf(sheetId) ?? '', dimension, at, count };
    const path = this.#editor.pathOf(sheetId);
    const document = this.#documentOf(path);
    const root = rootOf(document);
    if (!needsRoom(root, insertion)) return;
    this.#rememberLost(path);
    // What was written is told by places that are about to move.
    this.#fitRows();
    // Formulas first: one that is lent to other cells is written out for the places where they still are.
    this.#open.set(path, { document, tab: undefined });
    this.#shiftFormulas(insertion);
    insertIntoSheet(root, insertion);
    this.#shiftHangers(path, insertion);
    this.#movedFormulas = true;
  }

  close(): void {
    this.#fitRows();
    for (const [sheetId, protections] of this.#protections) writeProtection(this.#tab(sheetId), protections);
    for (const [path, { document }] of this.#open) {
      this.#rememberLost(path);
      this.#editor.package.put(path, document);
    }
    if (this.#open.size === 0) return;
    this.#editor.package.put(this.#styles.path, this.#styles.document);
    this.#editor.recalculateOnOpening(this.#movedFormulas);
  }

  #tab(sheetId: number): EditedTab {
    const path = this.#editor.pathOf(sheetId);
    const known = this.#open.get(path);
    if (known?.tab !== undefined) return known.tab;
    const document = known?.document ?? this.#editor.package.treeOf(path);
    const styles = this.#styles.sheet;
    const cells = new SheetEditor(document, styles);
    const tab = { sheetId, path, root: cells.root, cells, styles, workbook: this.#editor };
    this.#open.set(path, { document, tab });
    return tab;
  }

  /** Rows are as high as their text needs at the widths that the columns have in the end. */
  #fitRows(): void {
    for (const { root, change } of this.#written) writeRowHeights(root, change);
    this.#written = [];
  }

  #documentOf(path: string): Document {
    return this.#open.get(path)?.document ?? this.#editor.package.treeOf(path);
  }

  #rememberLost(path: string): void {
    if (this.#open.get(path)?.tab?.cells.removedFormula === true) this.#movedFormulas = true;
  }

  /** Formulas of all tabs, of names and of charts go on meaning the same cells. */
  #shiftFormulas(insertion: Insertion): void {
    for (const { title, path } of this.#editor.tabs()) {
      const document = this.#documentOf(path);
      if (!shiftFormulas(document, title, insertion)) continue;
      this.#rememberLost(path);
      this.#open.set(path, { document, tab: undefined });
    }
    shiftFormulas(this.#editor.parts.workbook, '', insertion);
    const { package: parts } = this.#editor;
    for (const path of parts.names().filter((name) => /\/charts\/[^/]+\.xml$/.test(name))) {
      const chart = parts.treeOf(path);
      if (shiftFormulas(chart, '', insertion)) parts.put(path, chart);
    }
  }

  #shiftHangers(owner: string, insertion: Insertion): void {
    const { package: parts } = this.#editor;
    for (const [kind, shift] of Object.entries(HANGERS)) {
      for (const { path } of parts.relatedOf(owner, kind)) {
        const document = parts.treeOf(path);
        shift(rootOf(document), insertion);
        parts.put(path, document);
      }
    }
  }
}
