import type { Bilingual } from '../domain/language.ts';

/** A label as it is compared: NFC, white space folded, case ignored, so that staff may type it their way. */
export function foldLabel(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** True when a text is the label in either language. */
export function isLabel(folded: string, label: Bilingual): boolean {
  return folded === foldLabel(label.vi) || folded === foldLabel(label.en);
}
