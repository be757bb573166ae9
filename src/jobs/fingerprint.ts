import { createHash } from 'node:crypto';

/** Characters that are hashed together: many small pieces one by one would take longer than hashing them. */
const CHUNK = 65_536;

/** SHA-256 of a text, whole or in pieces, in hexadecimal: identifies entries and results (docs/adr/0006). */
export function sha256(text: string | Iterable<string>): string {
  const hash = createHash('sha256');
  let waiting = '';
  for (const piece of typeof text === 'string' ? [text] : text) {
    waiting += piece;
    if (waiting.length < CHUNK) continue;
    hash.update(waiting, 'utf8');
    waiting = '';
  }
  return hash.update(waiting, 'utf8').digest('hex');
}

/** The first 12 digits of a fingerprint: short enough to read out, long enough to tell runs apart. */
export function shortHash(hash: string): string {
  return hash.slice(0, 12);
}
