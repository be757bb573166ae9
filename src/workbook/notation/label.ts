import type { Expected } from '../../domain/issue.ts';
import type { Bilingual } from '../../domain/language.ts';
import { foldLabel, isLabel } from '../label.ts';
import { type Parsed, type Piece, parsed, stopAt } from './piece.ts';

/** A label that nobody used before in the same list, compared as staff type it. */
export function newLabel(piece: Piece, before: readonly string[], expected: Expected): Parsed<string> {
  const folded = foldLabel(piece.text);
  const isNew = folded !== '' && before.every((label) => foldLabel(label) !== folded);
  return isNew ? parsed(piece.text) : stopAt(piece.at, expected);
}

/** True when a piece is a word of the notation, in either language; a quoted piece never is. */
export function isWord(piece: Piece, word: Bilingual): boolean {
  return !piece.quoted && isLabel(foldLabel(piece.text), word);
}

/** A label as it is written: in quotation marks when it could be taken for something else. */
export function writeLabel(label: string, words: readonly Bilingual[] = []): string {
  const folded = foldLabel(label);
  const plain = !/[:;\n]|^["“]/.test(label) && !words.some((word) => isLabel(folded, word));
  return plain ? label : `"${label.replaceAll('"', '""')}"`;
}
