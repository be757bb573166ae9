import { assertNever } from '../../domain/assert-never.ts';
import type { Change, Commit } from '../../domain/change.ts';
import type { Cell, Grid } from '../../domain/grid.ts';
import { VERSION_KEY, versionNoteId } from '../../domain/version.ts';
import { parseTabKey, TAB_METADATA_KEY } from '../../workbook/tab-key.ts';
import { conflict } from '../files/conflict.ts';
import type { Files } from '../files/workbook-format.ts';
import { MAX_COLUMNS, MAX_ROWS } from '../xlsx/limits.ts';
import { decodeCsv } from './csv-text.ts';
import { DEFAULT_DIALECT, type Dialect, detectDialect } from './dialect.ts';
import { fileNameOf, tabOfFile } from './file-name.ts';
import { readState, type SheetState, STATE_FILE, writeState } from './folder-state.ts';
import { insertLines } from './insert-lines.ts';
import { idOfFile, listFiles } from './listed-files.ts';
import { readCsv } from './read-csv.ts';
import { writeBlock } from './write-block.ts';
import { writeCsv } from './write-csv.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

/** A tab while a commit is made. */
interface Draft {
  readonly state: SheetState;
  /** Absent while the tab's cells are as they stand in its file. */
  readonly grid?: Grid;
}

/** New files are written as the others of the folder are, so that the same program opens them all. */
function dialectOf(files: Files): Dialect {
  const first = listFiles(files).find(({ typing }) => typing === 'text-only');
  const decoded = first === undefined ? undefined : decodeCsv(files.get(first.file) ?? new Uint8Array(), '');
  return decoded?.ok === true ? detectDialect(decoded.text) : DEFAULT_DIALECT;
}

function valuesOf(rows: ChangeOf<'write-cells'>['rows']): readonly (readonly Cell[])[] {
  return rows.map((row) => row.map(({ value }) => value));
}

class FolderDraft {
  readonly #files: Files;
  readonly #drafts: Map<number, Draft>;
  readonly #deleted = new Set<string>();

  constructor(files: Files) {
    this.#files = files;
    const { sheets } = readState(files);
    this.#drafts = new Map(
      listFiles(files).map(({ file, sheetId }) => [
        sheetId,
        { state: sheets.find((sheet) => sheet.file === file) ?? { file, sheetId, names: [], notes: [] } },
      ]),
    );
  }

  apply(change: Change): void {
    switch (change.kind) {
      case 'add-sheet':
        this.#add(change);
        return;
      case 'grow-sheet':
      case 'lay-out':
        // A CSV file has neither edge nor looks.
        this.#draftOf(change.sheetId);
        return;
      case 'delete-sheet':
        this.#delete(change.sheetId);
        return;
      case 'insert-lines':
        this.#insert(change);
        return;
      case 'hold-line':
        // Rows and columns of a file do not move while it is written.
        return;
      case 'write-cells':
        this.#write(change.sheetId, change.row, change.column, valuesOf(change.rows));
        return;
      case 'append-rows':
        this.#write(change.sheetId, this.#gridOf(change.sheetId).length, 0, valuesOf(change.rows));
        return;
      case 'set-metadata':
        this.#note(change);
        return;
      case 'set-locale':
        return;
      case 'name-tab':
        this.#name(change);
        return;
      default:
        assertNever(change);
    }
  }

  files({ version, runId }: Commit): Files {
    const dialect = dialectOf(this.#files);
    const drafts = [...this.#drafts.values()];
    const written = drafts.flatMap(({ state, grid }) =>
      grid === undefined ? [] : [[state.file, writeCsv(grid, dialect)] as const],
    );
    const notes = writeState({
      format: 'par-index-folder/1',
      notes: [{ id: versionNoteId(version), key: VERSION_KEY, value: runId }],
      sheets: drafts
        .map((draft) => draft.state)
        .filter(
          (each) => each.names.length > 0 || each.notes.length > 0 || each.sheetId !== idOfFile(each.file),
        ),
    });
    const kept = [...this.#files].filter(([file]) => !this.#deleted.has(file));
    return new Map([...kept, ...written, [STATE_FILE, notes]]);
  }

  #draftOf(sheetId: number): Draft {
    const draft = this.#drafts.get(sheetId);
    if (draft === undefined) throw conflict(`no tab with the id ${sheetId}`);
    return draft;
  }

  #isTaken(file: string): boolean {
    const names = [...this.#files.keys(), ...[...this.#drafts.values()].map((draft) => draft.state.file)];
    return names.some((each) => each.normalize('NFC').toLowerCase() === file.normalize('NFC').toLowerCase());
  }

  #add({ sheetId, title }: ChangeOf<'add-sheet'>): void {
    const file = fileNameOf(title);
    if (this.#drafts.has(sheetId) || this.#isTaken(file)) throw conflict(`there is a tab ${title}`);
    this.#drafts.set(sheetId, { state: { file, sheetId, names: [], notes: [] }, grid: [] });
  }

  #delete(sheetId: number): void {
    const { file } = this.#draftOf(sheetId).state;
    if (this.#drafts.size === 1) throw conflict('the last tab cannot be deleted');
    this.#deleted.add(file);
    this.#drafts.delete(sheetId);
  }

  #gridOf(sheetId: number): Grid {
    const { state, grid } = this.#draftOf(sheetId);
    if (grid !== undefined) return grid;
    const read = readCsv(this.#files.get(state.file) ?? new Uint8Array(), state.file, 'typed');
    return read.ok ? read.grid : [];
  }

  #write(sheetId: number, row: number, column: number, block: readonly (readonly Cell[])[]): void {
    const width = Math.max(0, ...block.map((cells) => cells.length));
    if (row + block.length > MAX_ROWS || column + width > MAX_COLUMNS)
      throw conflict('beyond the edge of a tab');
    const grid = writeBlock(this.#gridOf(sheetId), row, column, block);
    this.#drafts.set(sheetId, { ...this.#draftOf(sheetId), grid });
  }

  #insert(change: ChangeOf<'insert-lines'>): void {
    const { sheetId } = change;
    this.#drafts.set(sheetId, {
      ...this.#draftOf(sheetId),
      grid: insertLines(this.#gridOf(sheetId), change),
    });
  }

  #note({ sheetId, key, value, replaces }: ChangeOf<'set-metadata'>): void {
    const draft = this.#draftOf(sheetId);
    const notes = [...this.#drafts.values()].flatMap((each) => each.state.notes);
    const id = replaces ?? notes.reduce((largest, note) => Math.max(largest, note.id), 0) + 1;
    const others = draft.state.notes.filter((note) => note.id !== replaces);
    const noted = { ...draft.state, notes: [...others, { id, key, value }] };
    const state = key === TAB_METADATA_KEY ? this.#fileForKey(noted, value) : noted;
    this.#drafts.set(sheetId, { ...draft, state });
  }

  /** A tab that was just made is filed under its stable key, whatever its title. */
  #fileForKey(state: SheetState, key: string): SheetState {
    const file = fileNameOf(key);
    if (parseTabKey(key) === undefined) return state;
    if (this.#files.has(state.file) || tabOfFile(state.file) === key || this.#isTaken(file)) return state;
    return { ...state, file };
  }

  #name({ sheetId, name }: ChangeOf<'name-tab'>): void {
    const draft = this.#draftOf(sheetId);
    const names = [...this.#drafts.values()].flatMap(({ state }) => state.names);
    if (names.some((each) => each.toLowerCase() === name.toLowerCase()))
      throw conflict(`there is a range ${name}`);
    this.#drafts.set(sheetId, { ...draft, state: { ...draft.state, names: [...draft.state.names, name] } });
  }
}

/** The files of a folder after a commit; files that no step names are the very same bytes. */
export function applyToFolder(files: Files, commit: Commit): Files {
  const draft = new FolderDraft(files);
  for (const change of commit.changes) draft.apply(change);
  return draft.files(commit);
}
