import { type Parsed, type Piece, parsed, stopAt } from './piece.ts';

/** One part of a notation, `head: value` or a head alone. */
export interface Entry {
  readonly head: Piece;
  readonly value?: Piece;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”' };
const HEAD_ENDS = ':;\n';
const VALUE_ENDS = ';\n';

interface Cut {
  readonly piece: Piece;
  /** The place of the sign that ended the piece, or the end of the text. */
  readonly end: number;
}

/** Parts of a text from a place on, parted by semicolons or line breaks; a last semicolon may be left standing. */
export function splitEntries(text: string, from = 0): Parsed<readonly Entry[]> {
  const entries: Entry[] = [];
  let at = skipSpace(text, from);
  while (at < text.length) {
    const head = cutPiece(text, at, HEAD_ENDS);
    if (!head.ok) return head;
    let end = head.value.end;
    let value: Piece | undefined;
    if (text.charAt(end) === ':') {
      const cut = cutPiece(text, skipSpace(text, end + 1), VALUE_ENDS);
      if (!cut.ok) return cut;
      value = cut.value.piece;
      end = cut.value.end;
    }
    if (head.value.piece.text === '') return stopAt(at, 'entry');
    entries.push({ head: head.value.piece, ...(value !== undefined && { value }) });
    at = skipSpace(text, end + 1);
  }
  return parsed(entries);
}

export function skipSpace(text: string, at: number): number {
  let place = at;
  while (place < text.length && /\s/.test(text.charAt(place))) place += 1;
  return place;
}

function cutPiece(text: string, at: number, ends: string): Parsed<Cut> {
  const closing = CLOSING[text.charAt(at)];
  if (closing !== undefined) return cutQuoted(text, at, closing, ends);
  let end = at;
  while (end < text.length && !ends.includes(text.charAt(end))) end += 1;
  return parsed({ piece: { text: text.slice(at, end).trimEnd(), at, quoted: false }, end });
}

/** Text in quotation marks; a mark written twice stands for itself. */
function cutQuoted(text: string, at: number, closing: string, ends: string): Parsed<Cut> {
  const quoted = readQuoted(text, at, closing);
  if (!quoted.ok) return quoted;
  const { piece, end } = quoted.value;
  let after = end;
  while (/[^\S\n]/.test(text.charAt(after))) after += 1;
  if (after < text.length && !ends.includes(text.charAt(after))) return stopAt(after, 'separator');
  return parsed({ piece, end: after });
}

export function readQuoted(text: string, at: number, closing: string): Parsed<Cut> {
  let label = '';
  for (let place = at + 1; place < text.length; place += 1) {
    const character = text.charAt(place);
    if (character !== closing) {
      label += character;
      continue;
    }
    if (text.charAt(place + 1) !== closing) {
      return parsed({ piece: { text: label.trim(), at, quoted: true }, end: place + 1 });
    }
    label += closing;
    place += 1;
  }
  return stopAt(text.length, 'quotation-mark');
}
