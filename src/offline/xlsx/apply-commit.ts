import { assertNever } from '../../domain/assert-never.ts';
import type { Change, Commit } from '../../domain/change.ts';
import { VERSION_KEY, versionNoteId } from '../../domain/version.ts';
import type { Files } from '../files/workbook-format.ts';
import { OpenTabs } from './open-tabs.ts';
import { WorkbookEditor } from './workbook-editor.ts';

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
    case 'insert-lines':
      tabs.insert(change);
      return;
    case 'write-cells':
      tabs.write(change);
      return;
    case 'append-rows':
      tabs.append(change);
      return;
    case 'lay-out':
      tabs.layOut(change);
      return;
    case 'hold-line':
      // Rows and columns of a file do not move while it is written.
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
