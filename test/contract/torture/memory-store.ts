import type { StoredFile } from '../../../src/local/stand-in/model/drive-file.ts';
import type { FileStore } from '../../../src/local/stand-in/storage/file-store.ts';

/** A state that a spreadsheet was in, and who made it. */
export interface KeptState {
  readonly stored: StoredFile;
  readonly by: string;
}

export interface MemoryStore extends FileStore {
  /** Every state since the beginning: a reader who missed nothing. */
  readonly states: readonly KeptState[];
  /** Names who makes the changes from now on. */
  signAs(by: string): void;
}

/** The stand-in's store without a disk: every change is one step, and no state is ever forgotten. */
export function makeMemoryStore(beginning: readonly KeptState[] = []): MemoryStore {
  const states: KeptState[] = [...beginning];
  let by = 'test';
  const find = (id: string): readonly KeptState[] => states.filter(({ stored }) => stored.file.id === id);
  return {
    states,
    signAs: (name) => {
      by = name;
    },
    get: (id) => states.findLast(({ stored }) => stored.file.id === id)?.stored,
    previous: (id) => (find(id).at(-2) ?? find(id).at(-1))?.stored,
    all: () => [...new Map(states.map(({ stored }) => [stored.file.id, stored])).values()],
    create: async (stored) => {
      states.push({ stored, by });
    },
    update: async (id, change) => {
      const stored = states.findLast((state) => state.stored.file.id === id)?.stored;
      if (stored === undefined) return undefined;
      const { next, result } = change(stored);
      if (next !== undefined && next !== stored) states.push({ stored: next, by });
      return result;
    },
    remove: async () => false,
    close: async () => undefined,
  };
}
