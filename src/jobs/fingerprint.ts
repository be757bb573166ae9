import { createHash } from 'node:crypto';

/** SHA-256 of a text in hexadecimal: identifies entries and results (docs/adr/0006). */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The first 12 digits of a fingerprint: short enough to read out, long enough to tell runs apart. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
