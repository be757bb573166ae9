import { createHash } from 'node:crypto';
import { compareCodes } from '../../domain/compare-codes.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';
import { isInputKey, parseTabKey, TAB_METADATA_KEY } from '../../workbook/tab-key.ts';
import { keyOfTitle } from '../../workbook/tab-title.ts';
import type { Files } from '../files/workbook-format.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../xlsx/limits.ts';
import { type FolderState, readState } from './folder-state.ts';
import type { Typing } from './read-csv.ts';
import { tabNames } from './tab-names.ts';

/** Id of the note that a file's name stands for; notes that are written have ids of their own. */
const NAME_NOTE_ID = 0;

/** A CSV file as a tab. */
export interface ListedFile extends Sheet {
  readonly file: string;
  readonly typing: Typing;
}

/** An id that follows from the name alone, so that a file which comes or goes changes no other one's. */
export function idOfFile(file: string): number {
  return createHash('sha256').update(file, 'utf8').digest().readUInt32BE(0) >>> 1;
}

function typingOf(tab: string): Typing {
  const key = parseTabKey(tab) ?? keyOfTitle(tab);
  return key !== undefined && isInputKey(key) ? 'text-only' : 'typed';
}

/** Files that the notes name come first, in the order of the notes; then all others, by name. */
function inOrder(files: Files, state: FolderState): readonly string[] {
  const noted = state.sheets.map(({ file }) => file).filter((file) => files.has(file));
  const others = [...files.keys()].filter((file) => !noted.includes(file));
  return [...new Set(noted), ...others.toSorted(compareCodes)];
}

/** Every CSV file of a folder as a tab; a name that is a key is as good as a note. */
export function listFiles(files: Files, state: FolderState = readState(files)): readonly ListedFile[] {
  const names = tabNames([...files.keys()]);
  return inOrder(files, state).flatMap((file) => {
    const tab = names.get(file);
    if (tab === undefined) return [];
    const stated = state.sheets.find((sheet) => sheet.file === file);
    const notes = stated?.notes ?? [];
    const isKey = parseTabKey(tab) !== undefined && !notes.some(({ key }) => key === TAB_METADATA_KEY);
    return [
      {
        file,
        sheetId: stated?.sheetId ?? idOfFile(file),
        title: tab,
        hidden: false,
        rowCount: MAX_ROWS,
        columnCount: MAX_COLUMNS,
        metadata: isKey ? [{ id: NAME_NOTE_ID, key: TAB_METADATA_KEY, value: tab }, ...notes] : notes,
        typing: typingOf(tab),
      },
    ];
  });
}
