import type { Document } from '@xmldom/xmldom';
import { assertNever } from '../../domain/assert-never.ts';
import type { Change, Commit } from '../../domain/change.ts';
import { VERSION_KEY, versionNoteId } from '../../domain/version.ts';
import type { Files } from '../files/workbook-format.ts';
import { layOutSheet } from './lay-out-sheet.ts';
import { SheetEditor } from './sheet-editor.ts';
import { emptyStyles, StyleSheet } from './style-sheet.ts';
import { WorkbookEditor } from './workbook-editor.ts';

/** The tabs that a commit touches, each read once. */
class OpenTabs {
  readonly #editor: WorkbookEditor;
  readonly #styles: { readonly path: string; readonly document: Document; readonly sheet: StyleSheet };
  readonly #open = new Map<string, { readonly document: Document; readonly sheet: SheetEditor }>();

  constructor(editor: WorkbookEditor) {
    this.#editor = editor;
    const path = editor.parts.stylesPath ?? editor.addStyles(emptyStyles());
    const document = editor.treeOf(path);
    this.#styles = { path, document, sheet: new StyleSheet(document) };
  }

  tab(sheetId: number): SheetEditor {
    const path = this.#editor.pathOf(sheetId);
    const known = this.#open.get(path);
    if (known !== undefined) return known.sheet;
    const document = this.#editor.treeOf(path);
    const sheet = new SheetEditor(document, this.#styles.sheet);
    this.#open.set(path, { document, sheet });
    return sheet;
  }

  /** A tab that is about to be deleted: what was changed in it is not stored. */
  forget(sheetId: number): void {
    this.#open.delete(this.#editor.pathOf(sheetId));
  }

  close(): void {
    for (const [path, { document }] of this.#open) this.#editor.put(path, document);
    if (this.#open.size === 0) return;
    this.#editor.put(this.#styles.path, this.#styles.document);
    const tabs = [...this.#open.values()];
    this.#editor.recalculateOnOpening(tabs.some(({ sheet }) => sheet.removedFormula));
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
      tabs.tab(change.sheetId).write(change.row, change.column, change.rows);
      return;
    case 'append-rows': {
      const tab = tabs.tab(change.sheetId);
      tab.write(tab.endRow(), 0, change.rows);
      return;
    }
    case 'lay-out':
      layOutSheet(tabs.tab(change.sheetId).root, change);
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
