import type { Lineage } from '../comparison.ts';
import type { Bilingual } from '../language.ts';

/** Beside a unit that has no rank of its own in the period before. */
export const MOVEMENT_WORDS: Readonly<Record<Exclude<Lineage['kind'], 'same' | 'renamed'>, Bilingual>> = {
  new: { vi: 'mới', en: 'new' },
  merged: { vi: 'sáp nhập', en: 'merged' },
  split: { vi: 'chia tách', en: 'split' },
};
