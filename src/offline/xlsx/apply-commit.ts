import type { Document, Element } from '@xmldom/xmldom';
import { assertNever } from '../../domain/assert-never.ts';
import type { Change, Commit } from '../../domain/change.ts';
import type { Protection } from '../../domain/layout.ts';
import { VERSION_KEY, versionNoteId } from '../../domain/version.ts';
import type { Files } from '../files/workbook-format.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { writeNotes } from './layout/comments.ts';
import { writeLinks } from './layout/links.ts';
import { ListsTab } from './layout/lists-tab.ts';
import type { OpenTab } from './layout/open-tab.ts';
import { writeProtection } from './layout/protection.ts';
import { writeRowHeights } from './layout/row-heights.ts';
import { SheetEditor } from './sheet-editor.ts';
import { emptyStyles, StyleSheet } from './style-sheet.ts';
import { WorkbookEditor } from './workbook-editor.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** A tab that a commit touches, read once. */
interface EditedTab extends OpenTab {
  readonly document: Document;
  readonly cells: SheetEditor;
}

/** The tabs that a commit touches. */
class OpenTabs {
  readonly #editor: WorkbookEditor;
  readonly #styles: { readonly path: string; readonly document: Document; readonly sheet: StyleSheet };
  readonly #open = new Map<string, EditedTab>();
  readonly #lists: ListsTab;
  readonly #protections = new Map<EditedTab, readonly Protection[]>();
  readonly #written: { readonly root: Element; readonly change: ChangeOf<'write-cells'> }[] = [];

  constructor(editor: WorkbookEditor) {
    this.#editor = editor;
    const path = editor.parts.stylesPath ?? editor.addStyles(emptyStyles());
    const document = editor.package.treeOf(path);
    this.#styles = { path, document, sheet: new StyleSheet(document) };
    this.#lists = new ListsTab(editor, (sheetId) => this.tab(sheetId).cells);
  }

  tab(sheetId: number): EditedTab {
    const path = this.#editor.pathOf(sheetId);
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const document = this.#editor.package.treeOf(path);
    const styles = this.#styles.sheet;
    const cells = new SheetEditor(document, styles);
    const tab = { sheetId, path, document, root: cells.root, cells, styles, workbook: this.#editor };
    this.#open.set(path, tab);
    return tab;
  }

  write(change: ChangeOf<'write-cells'>): void {
    const tab = this.tab(change.sheetId);
    tab.cells.write(change.row, change.column, change.rows);
    writeLinks(tab, change);
    writeNotes(tab, change);
    this.#written.push({ root: tab.root, change });
  }

  layOut(change: ChangeOf<'lay-out'>): void {
    const tab = this.tab(change.sheetId);
    layOutSheet(tab, change, (values) => this.#lists.place(values));
    // Cells are closed and opened once all of them are there.
    this.#protections.set(tab, change.protections ?? []);
  }

  /** A tab that is about to be deleted: what was changed in it is not stored. */
  forget(sheetId: number): void {
    this.#open.delete(this.#editor.pathOf(sheetId));
  }

  close(): void {
    // Rows are as high as their text needs at the widths that the columns have in the end.
    for (const { root, change } of this.#written) writeRowHeights(root, change);
    for (const [tab, protections] of this.#protections) writeProtection(tab, protections);
    for (const [path, { document }] of this.#open) this.#editor.package.put(path, document);
    if (this.#open.size === 0) return;
    this.#editor.package.put(this.#styles.path, this.#styles.document);
    const tabs = [...this.#open.values()];
    this.#editor.recalculateOnOpening(tabs.some(({ cells }) => cells.removedFormula));
  }
}

function applyChange(change: Change, editor: WorkbookEditor, tabs: OpenTabs): void {
  switch (change.kind) {
    case 'add-sheet':
      editor.addSheet(change);
      return;
    case 'grow-sheet':
      // Every tab of an .xlsx has all rows and columns that there are.
      editor.pathOf(change.sheetId);
      return;
    case 'delete-sheet':
      tabs.forget(change.sheetId);
      editor.removeSheet(change.sheetId);
      return;
    case 'write-cells':
      tabs.write(change);
      return;
    case 'append-rows': {
      const { sheetId, rows } = change;
      tabs.write({ kind: 'write-cells', sheetId, row: tabs.tab(sheetId).cells.endRow(), column: 0, rows });
      return;
    }
    case 'lay-out':
      tabs.layOut(change);
      return;
    case 'set-metadata':
      editor.setNote(change);
      return;
    case 'set-locale':
      return;
    case 'name-tab':
      editor.nameTab(change.sheetId, change.name);
      return;
    default:
      assertNever(change);
  }
}

/** The parts of an .xlsx after a commit; parts that no step names are the very same bytes. */
export function applyToXlsx(files: Files, { version, runId, changes }: Commit): Files {
  const editor = new WorkbookEditor(files);
  const tabs = new OpenTabs(editor);
  for (const change of changes) applyChange(change, editor, tabs);
  editor.removeNotes(({ key }) => key === VERSION_KEY);
  editor.setNote({ key: VERSION_KEY, value: runId, wantedId: versionNoteId(version) });
  tabs.close();
  return editor.files();
}
