import { posix } from 'node:path';
import type { Document } from '@xmldom/xmldom';
import type { Change } from '../../domain/change.ts';
import { insertIntoSheet, needsRoom, shiftAttributes, shiftDrawing, shiftFormulas } from './insert-lines.ts';
import { SheetEditor } from './sheet-editor.ts';
import type { Insertion } from './shift-references.ts';
import { emptyStyles, StyleSheet } from './style-sheet.ts';
import type { WorkbookEditor } from './workbook-editor.ts';
import { childrenOf, rootOf } from './xml.ts';

type InsertLines = Extract<Change, { readonly kind: 'insert-lines' }>;

interface OpenTab {
  readonly document: Document;
  /** Absent while only formulas of the tab were changed. */
  readonly sheet: SheetEditor | undefined;
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
  readonly #open = new Map<string, OpenTab>();
  /** True once formulas went away or moved. */
  #movedFormulas = false;

  constructor(editor: WorkbookEditor) {
    this.#editor = editor;
    const path = editor.parts.stylesPath ?? editor.addStyles(emptyStyles());
    const document = editor.treeOf(path);
    this.#styles = { path, document, sheet: new StyleSheet(document) };
  }

  tab(sheetId: number): SheetEditor {
    const path = this.#editor.pathOf(sheetId);
    const known = this.#open.get(path);
    if (known?.sheet !== undefined) return known.sheet;
    const document = known?.document ?? this.#editor.treeOf(path);
    const sheet = new SheetEditor(document, this.#styles.sheet);
    this.#open.set(path, { document, sheet });
    return sheet;
  }

  /** Empty lines in a tab; lines after which nothing stands are there already. */
  insert({ sheetId, dimension, at, count }: InsertLines): void {
    const insertion: Insertion = { title: this.#editor.titleOf(sheetId), dimension, at, count };
    const path = this.#editor.pathOf(sheetId);
    const document = this.#documentOf(path);
    const root = rootOf(document);
    if (!needsRoom(root, insertion)) return;
    this.#rememberLost(path);
    // Formulas first: one that is lent to other cells is written out for the places where they still are.
    this.#open.set(path, { document, sheet: undefined });
    this.#shiftFormulas(insertion);
    insertIntoSheet(root, insertion);
    this.#shiftHangers(path, insertion);
    this.#movedFormulas = true;
  }

  close(): void {
    for (const [path, { document }] of this.#open) {
      this.#rememberLost(path);
      this.#editor.put(path, document);
    }
    if (this.#open.size === 0) return;
    this.#editor.put(this.#styles.path, this.#styles.document);
    this.#editor.recalculateOnOpening(this.#movedFormulas);
  }

  #documentOf(path: string): Document {
    return this.#open.get(path)?.document ?? this.#editor.treeOf(path);
  }

  #rememberLost(path: string): void {
    if (this.#open.get(path)?.sheet?.removedFormula === true) this.#movedFormulas = true;
  }

  /** Formulas of all tabs, of names and of charts go on meaning the same cells. */
  #shiftFormulas(insertion: Insertion): void {
    for (const { title, path } of this.#editor.tabs()) {
      const document = this.#documentOf(path);
      if (!shiftFormulas(document, title, insertion)) continue;
      this.#rememberLost(path);
      this.#open.set(path, { document, sheet: undefined });
    }
    shiftFormulas(this.#editor.parts.workbook, '', insertion);
    for (const path of this.#editor.names().filter((name) => /\/charts\/[^/]+\.xml$/.test(name))) {
      const chart = this.#editor.treeOf(path);
      if (shiftFormulas(chart, '', insertion)) this.#editor.put(path, chart);
    }
  }

  #shiftHangers(path: string, insertion: Insertion): void {
    const folder = posix.dirname(path);
    const relations = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
    if (!this.#editor.names().includes(relations)) return;
    for (const relation of childrenOf(rootOf(this.#editor.treeOf(relations)))) {
      const kind = relation.getAttribute('Type')?.split('/').at(-1) ?? '';
      const target = relation.getAttribute('Target') ?? '';
      const part = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      const shift = HANGERS[kind as keyof typeof HANGERS];
      if (shift === undefined || !this.#editor.names().includes(part)) continue;
      const document = this.#editor.treeOf(part);
      shift(rootOf(document), insertion);
      this.#editor.put(part, document);
    }
  }
}
