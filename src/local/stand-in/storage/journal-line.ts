import { crc32 } from 'node:zlib';
import type { JournalRecord } from './file-codec.ts';

/** A journal line: eight hex digits of CRC-32 over the JSON text, a space, the JSON text, a line feed. */
export function formatLine(record: JournalRecord): string {
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

export type Journal =
  | {
      readonly kind: 'sound';
      readonly records: readonly JournalRecord[];
      /** Bytes after the last whole line: a write that was cut off before it was acknowledged. */
      readonly tornBytes: number;
    }
  | { readonly kind: 'damaged'; readonly line: number };

/**
 * Reads a journal back. Only the last line can be torn by a crash, since each line is on the disk before the next is
 * begun; a bad line with good ones after it is damage that nobody may paper over.
 */
export function parseJournal(bytes: Buffer): Journal {
  const records: JournalRecord[] = [];
  let offset = 0;
  while (offset < bytes.length) {
    const end = bytes.indexOf(0x0a, offset);
    const record = end < 0 ? undefined : parseLine(bytes.toString('utf8', offset, end));
    if (record === undefined) {
      const isLast = end < 0 || end === bytes.length - 1;
      if (!isLast || records.length === 0) return { kind: 'damaged', line: records.length + 1 };
      return { kind: 'sound', records, tornBytes: bytes.length - offset };
    }
    records.push(record);
    offset = end + 1;
  }
  return records.length === 0 ? { kind: 'damaged', line: 1 } : { kind: 'sound', records, tornBytes: 0 };
}

function parseLine(line: string): JournalRecord | undefined {
  const json = line.slice(9);
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) return undefined;
  // A matching checksum means the text is the one this server wrote.
  return JSON.parse(json) as JournalRecord;
}
