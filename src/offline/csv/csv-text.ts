import type { FileProblem } from '../file-problem.ts';

const NEW_LINE = 0x0a;

/** The text of a CSV file, or where it stops being text. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: FileProblem };

function decodedAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The first line, counted from 1, that is not UTF-8. */
function firstBrokenLine(bytes: Uint8Array): number {
  let [line, start] = [1, 0];
  while (start < bytes.length) {
    const found = bytes.indexOf(NEW_LINE, start);
    const end = found === -1 ? bytes.length : found;
    if (decodedAs('utf-8', bytes.subarray(start, end)) === undefined) return line;
    [line, start] = [line + 1, end + 1];
  }
  return line;
}

/** UTF-8 with or without a byte order mark; UTF-16 as Excel's "Unicode text" has it, by its mark. */
export function decodeCsv(bytes: Uint8Array, file: string): Decoded {
  const mark = `${bytes[0]},${bytes[1]}`;
  if (mark === '255,254' || mark === '254,255') {
    const text = decodedAs(mark === '255,254' ? 'utf-16le' : 'utf-16be', bytes);
    return text === undefined ? { ok: false, problem: { code: 'not-utf8', file } } : { ok: true, text };
  }
  const text = decodedAs('utf-8', bytes);
  if (text !== undefined && !text.includes('\u0000')) return { ok: true, text };
  return { ok: false, problem: { code: 'not-utf8', file, line: firstBrokenLine(bytes) } };
}
