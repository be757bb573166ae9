import type { Bilingual } from '../language.ts';

/** The classes that regulations use, best first, as both languages name them. */
const USUAL_CLASSES: readonly Bilingual[] = [
  { vi: 'Xuất sắc', en: 'Excellent' },
  { vi: 'Tốt', en: 'Good' },
  { vi: 'Khá', en: 'Fair' },
  { vi: 'Trung bình', en: 'Average' },
  { vi: 'Yếu', en: 'Weak' },
  { vi: 'Kém', en: 'Poor' },
];

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('vi');
}

/**
 * A class as both languages name it: in English as the office says, else by the usual words. A class that has neither
 * keeps its one name.
 */
export function classNamed(grade: string, english: ReadonlyMap<string, string> | undefined): Bilingual {
  const given = english?.get(grade);
  if (given !== undefined) return { vi: grade, en: given };
  const usual = USUAL_CLASSES.find(({ vi, en }) => [vi, en].map(folded).includes(folded(grade)));
  return usual ?? { vi: grade, en: grade };
}
