import type { Bilingual } from '../language.ts';

/** In place of a cell: points count differently because what they are a share of changed in several places. */
export const OTHER_WEIGHTS: Bilingual = {
  vi: 'tỷ trọng các tiêu chí khác thay đổi theo',
  en: 'other criteria weigh differently',
};
