import { editorOf, hasRole } from '../../stand-in/identity/access.ts';
import type { Account } from '../../stand-in/identity/accounts.ts';
import type { DriveFile, StoredFile } from '../../stand-in/model/drive-file.ts';
import type { Workbook } from '../../stand-in/model/workbook.ts';
import { type PageChange, pageChange } from '../model/page-change.ts';
import { PageMemory } from '../model/page-memory.ts';
import type { PageWorkbook } from '../model/page-workbook.ts';
import { readPageWorkbook } from '../model/read-workbook.ts';

/** Workbooks as people see them; undefined for one that is not there, or not for this person, which look the same. */
export interface WorkbookReader {
  readonly read: (id: string, person: Account) => PageWorkbook | undefined;
  /** What changed since a version that the person was shown. */
  readonly changeSince: (id: string, person: Account, version: number) => ChangeSince;
}

export type ChangeSince =
  | { readonly kind: 'none' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'changed'; readonly change: PageChange };

/** States that are kept per workbook and person, so that a window that is behind gets the difference alone. */
const STATES_KEPT = 8;
const KEYS_KEPT = 24;

/** A map that forgets what was used least lately. */
class Recent<T> {
  readonly #items = new Map<string, T>();

  get(key: string, make: () => T): T {
    const found = this.#items.get(key) ?? make();
    this.#items.delete(key);
    this.#items.set(key, found);
    const [oldest] = this.#items.keys();
    if (this.#items.size > KEYS_KEPT && oldest !== undefined) this.#items.delete(oldest);
    return found;
  }
}

interface Seen {
  readonly file: DriveFile;
  readonly workbook: PageWorkbook;
}

/** The newest first. */
interface States {
  list: readonly Seen[];
}

/**
 * Reads off the states that the spreadsheet server holds in this process, as a person with their own rights: each state shares with the
 * one before it what nobody touched, so a reading costs what changed (docs/adr/0082).
 */
export function makeWorkbookReader(stored: (id: string) => StoredFile | undefined): WorkbookReader {
  const memories = new Recent<PageMemory>();
  const states = new Recent<States>();

  function readNow(workbook: Workbook, file: DriveFile, person: Account): PageWorkbook {
    const { isOwner } = editorOf(file, person);
    const reader = {
      email: person.email,
      owns: isOwner,
      canEdit: hasRole(file, person, 'writer'),
      version: file.version,
    };
    return readPageWorkbook(
      workbook,
      reader,
      memories.get(file.id, () => new PageMemory()),
    );
  }

  const statesOf = (id: string, { email }: Account): States =>
    states.get(`${id} ${email}`, () => ({ list: [] }));

  function read(id: string, person: Account): PageWorkbook | undefined {
    const found = stored(id);
    if (found?.workbook === undefined || found.file.trashed || !hasRole(found.file, person, 'reader'))
      return undefined;
    const seen = statesOf(id, person);
    const [newest] = seen.list;
    if (newest?.file === found.file) return newest.workbook;
    const workbook = readNow(found.workbook, found.file, person);
    seen.list = [{ file: found.file, workbook }, ...seen.list].slice(0, STATES_KEPT);
    return workbook;
  }

  return {
    read,
    changeSince: (id, person, version) => {
      const now = read(id, person);
      if (now === undefined) return { kind: 'gone' };
      if (now.version === version) return { kind: 'none' };
      const shown = statesOf(id, person).list.find(({ workbook }) => workbook.version === version);
      const change: PageChange =
        shown === undefined ? { kind: 'whole', workbook: now } : pageChange(shown.workbook, now);
      return { kind: 'changed', change };
    },
  };
}
