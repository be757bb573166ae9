import { readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sentence } from '../messages/sentence.ts';
import { DAMAGE, STORE_SENTENCES } from '../messages/store-sentences.ts';
import type { StoredFile } from '../model/drive-file.ts';
import {
  appendDurably,
  makeDirectory,
  removeDurably,
  renameDurably,
  truncateDurably,
  writeDurably,
} from './durable-file.ts';
import { applyRecord, encodeFileChange, encodeWhole } from './file-codec.ts';
import { formatLine, parseJournal } from './journal-line.ts';
import { keyedQueue } from './keyed-queue.ts';
import { lockStore } from './store-lock.ts';

/** What a task does with the stored document: a new state to commit, or nothing, and an answer either way. */
export interface Change<T> {
  readonly next?: StoredFile;
  readonly result: T;
}

export interface FileStore {
  get(id: string): StoredFile | undefined;
  /** The state before the last commit, for stale reads. */
  previous(id: string): StoredFile | undefined;
  all(): readonly StoredFile[];
  create(stored: StoredFile): Promise<void>;
  /** Runs alone on this document; settles when the new state is on the disk. Readers see it from then on. */
  update<T>(
    id: string,
    change: (stored: StoredFile) => Change<T> | Promise<Change<T>>,
  ): Promise<T | undefined>;
  remove(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly directory: string;
  /** Told what was found wrong, one sentence each. */
  readonly report: (sentence: Sentence) => void;
}

interface Entry {
  readonly stored: StoredFile;
  readonly previous?: StoredFile;
  readonly wholeBytes: number;
  readonly fileBytes: number;
}

const SUFFIX = '.journal';
/** A journal is rewritten as one whole once its changes outweigh that many times the whole: the cost per commit stays bounded. */
const REWRITE_FACTOR = 4;
const REWRITE_FLOOR = 1 << 20;

export async function openFileStore({ directory, report }: StoreOptions): Promise<FileStore> {
  const files = join(directory, 'files');
  await makeDirectory(files);
  const release = await lockStore(directory);
  const entries = await loadAll(directory, report);
  const queue = keyedQueue();
  const pathOf = (id: string): string => join(files, `${id}${SUFFIX}`);

  const writeWhole = async (stored: StoredFile): Promise<void> => {
    const line = formatLine(encodeWhole(stored));
    const bytes = Buffer.byteLength(line);
    await writeDurably(pathOf(stored.file.id), line);
    entries.set(stored.file.id, { stored, wholeBytes: bytes, fileBytes: bytes });
  };

  const append = async (entry: Entry, next: StoredFile): Promise<void> => {
    const line = formatLine(encodeFileChange(entry.stored, next));
    await appendDurably(pathOf(next.file.id), line, entry.fileBytes);
    const fileBytes = entry.fileBytes + Buffer.byteLength(line);
    entries.set(next.file.id, { ...entry, stored: next, previous: entry.stored, fileBytes });
  };

  const rewriteIfLong = (id: string): void => {
    const entry = entries.get(id);
    if (entry === undefined || !isLong(entry)) return;
    // After the answer, in the document's own queue: the next change waits, this one does not.
    void queue
      .run(id, async () => {
        const current = entries.get(id);
        if (current !== undefined && isLong(current)) await writeWhole(current.stored);
      })
      .catch((error: unknown) => report(STORE_SENTENCES.rewriteFailed(id, String(error))));
  };

  const update: FileStore['update'] = async (id, change) => {
    const result = await queue.run(id, async () => {
      const entry = entries.get(id);
      if (entry === undefined) return undefined;
      const outcome = await change(entry.stored);
      if (outcome.next !== undefined && outcome.next !== entry.stored) await append(entry, outcome.next);
      return outcome.result;
    });
    rewriteIfLong(id);
    return result;
  };

  const remove = (id: string): Promise<boolean> =>
    queue.run(id, async () => {
      if (!entries.has(id)) return false;
      await removeDurably(pathOf(id));
      return entries.delete(id);
    });

  return {
    get: (id) => entries.get(id)?.stored,
    previous: (id) => entries.get(id)?.previous,
    all: () => [...entries.values()].map(({ stored }) => stored),
    create: (stored) => queue.run(stored.file.id, () => writeWhole(stored)),
    update,
    remove,
    close: async () => {
      await queue.idle();
      await release();
    },
  };
}

function isLong({ wholeBytes, fileBytes }: Entry): boolean {
  return fileBytes - wholeBytes > Math.max(REWRITE_FLOOR, REWRITE_FACTOR * wholeBytes);
}

async function loadAll(directory: string, report: StoreOptions['report']): Promise<Map<string, Entry>> {
  const files = join(directory, 'files');
  const entries = new Map<string, Entry>();
  const names = (await readdir(files)).toSorted();
  for (const name of names) {
    // biome-ignore lint/performance/noAwaitInLoops: one journal in memory at a time
    const entry = await load(directory, name, report);
    if (entry !== undefined) entries.set(entry.stored.file.id, entry);
  }
  return entries;
}

async function load(
  directory: string,
  name: string,
  report: StoreOptions['report'],
): Promise<Entry | undefined> {
  const path = join(directory, 'files', name);
  if (name.endsWith('.tmp')) {
    // A whole that never got its name was never acknowledged.
    await unlink(path);
    return undefined;
  }
  if (!name.endsWith(SUFFIX)) return undefined;
  const bytes = await readFile(path);
  const journal = parseJournal(bytes);
  if (journal.kind === 'damaged') return setAside(directory, name, DAMAGE.line(journal.line), report);
  try {
    const stored = journal.records.reduce(
      (state: StoredFile | undefined, record) => applyRecord(state, record),
      undefined,
    );
    if (stored === undefined) return setAside(directory, name, DAMAGE.empty, report);
    const fileBytes = bytes.length - journal.tornBytes;
    if (journal.tornBytes > 0) await cutTail({ directory, name, bytes, fileBytes, report });
    return { stored, wholeBytes: bytes.indexOf(0x0a) + 1, fileBytes };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return setAside(directory, name, DAMAGE.other(detail), report);
  }
}

/** The journal goes out of the way whole, byte for byte, so that somebody can look at it. */
async function setAside(
  directory: string,
  name: string,
  reason: Sentence,
  report: StoreOptions['report'],
): Promise<undefined> {
  const target = await freeName(directory, name);
  await renameDurably(join(directory, 'files', name), target);
  report(STORE_SENTENCES.setAside(name, reason, target));
  return undefined;
}

interface Tail {
  readonly directory: string;
  readonly name: string;
  readonly bytes: Buffer;
  readonly fileBytes: number;
  readonly report: StoreOptions['report'];
}

async function cutTail({ directory, name, bytes, fileBytes, report }: Tail): Promise<void> {
  const target = await freeName(directory, `${name}.tail`);
  await writeDurably(target, bytes.subarray(fileBytes));
  await truncateDurably(join(directory, 'files', name), fileBytes);
  report(STORE_SENTENCES.tailCut(name, bytes.length - fileBytes, target));
}

async function freeName(directory: string, name: string): Promise<string> {
  const damaged = join(directory, 'damaged');
  await makeDirectory(damaged);
  const taken = new Set(await readdir(damaged));
  const free = (number: number): string => {
    const candidate = number === 0 ? name : `${name}.${number}`;
    return taken.has(candidate) ? free(number + 1) : candidate;
  };
  return join(damaged, free(0));
}
