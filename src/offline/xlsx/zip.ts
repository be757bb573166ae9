import { unzipSync, zipSync } from 'fflate';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import type { Files } from '../files/workbook-format.ts';
import { OfflineFailure } from '../offline-failure.ts';

/** More than a workbook of 10 million cells takes: beyond it the file is damaged, or meant to harm. */
const MAX_UNPACKED_BYTES = 1_500_000_000;
const MAX_ENTRIES = 10_000;

const CONTENT_TYPES = '[Content_Types].xml';
/** The first moment that a zip can state: the same workbook gives the same bytes whenever it is written. */
const NO_MOMENT = new Date(1980, 0, 1);

const SIGNATURES = { zip: [0x50, 0x4b], compound: [0xd0, 0xcf, 0x11, 0xe0] } as const;

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}

function extract(bytes: Uint8Array, path: string): Readonly<Record<string, Uint8Array>> {
  let [unpacked, entries] = [0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize, name }) => {
        unpacked += originalSize;
        entries += 1;
        if (unpacked > MAX_UNPACKED_BYTES || entries > MAX_ENTRIES)
          throw new OfflineFailure(OFFLINE_FAILURES.tooLarge(path));
        return !name.endsWith('/');
      },
    });
  } catch (error) {
    if (error instanceof OfflineFailure) throw error;
    throw new OfflineFailure(OFFLINE_FAILURES.brokenWorkbook(path));
  }
}

/** The parts of an .xlsx file; every other sort of file is refused with what to do about it. */
export function unpack(bytes: Uint8Array, path: string): Files {
  if (startsWith(bytes, SIGNATURES.compound)) throw new OfflineFailure(OFFLINE_FAILURES.protectedOrOld(path));
  if (!startsWith(bytes, SIGNATURES.zip)) throw new OfflineFailure(OFFLINE_FAILURES.notWorkbook(path));
  const files = new Map(Object.entries(extract(bytes, path)));
  if (!files.has(CONTENT_TYPES)) throw new OfflineFailure(OFFLINE_FAILURES.notWorkbook(path));
  return files;
}

/** The parts as an .xlsx file; readers want the list of content types first. */
export function pack(files: Files): Uint8Array {
  const names = [...files.keys()].toSorted(
    (a, b) => Number(b === CONTENT_TYPES) - Number(a === CONTENT_TYPES),
  );
  const entries = names.map((name) => [name, files.get(name) ?? new Uint8Array()] as const);
  return zipSync(Object.fromEntries(entries), { mtime: NO_MOMENT, level: 6 });
}
