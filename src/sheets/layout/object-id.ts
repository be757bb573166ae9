import { createHash } from 'node:crypto';

/**
 * The id of a chart or a protection follows from its tab and its key, so that a second run finds what the first one
 * made and a repeated batch cannot make two (an id that exists is refused).
 */
export function objectIdOf(sheetId: number, key: string): number {
  const digest = createHash('sha256').update(`${sheetId} ${key}`).digest();
  return 1 + (digest.readUInt32BE(0) % 0x7fff_fffe);
}
