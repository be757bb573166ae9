import type { Bilingual } from '../domain/language.ts';

/** A label as it is compared: NFC, white space folded, case ignored, so that staff may type it their way. */
export function foldLabel(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Labels never change, and each is compared with thousands of cells: it is folded once. */
const foldedLabels = new WeakMap<Bilingual, Bilingual>();

function foldedOf(label: Bilingual): Bilingual {
  const known = foldedLabels.get(label);
  if (known !== undefined) return known;
  const folded = { vi: foldLabel(label.vi), en: foldLabel(label.en) };
  foldedLabels.set(label, folded);
  return folded;
}

/** What labels were called in workbooks made before, by what they are called now; such workbooks stay as they are. */
const CALLED_BEFORE: ReadonlyMap<string, string> = new Map([
  ['bộ tiêu chí', 'bộ chỉ số'],
  ['phiên bản bộ tiêu chí', 'phiên bản bộ chỉ số'],
]);

/** True when a text is the label in either language, or what it was called before. */
export function isLabel(folded: string, label: Bilingual): boolean {
  const { vi, en } = foldedOf(label);
  return folded === vi || folded === en || folded === CALLED_BEFORE.get(vi);
}
