import type { Bilingual } from '../language.ts';

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** In a terminal, how the office's own cases came out, also when all passed; nothing where it has none. */
export function caseLines({ passed, failed }: Counts): readonly Bilingual[] {
  const all = passed + failed;
  if (all === 0) return [];
  const cases = all === 1 ? 'case' : 'cases';
  if (failed === 0)
    return [
      {
        vi: `${all} tình huống kiểm thử quy tắc: ${all === 1 ? 'đạt' : 'tất cả đều đạt'}`,
        en: `${all} ${cases} of the office: ${all === 1 ? 'passed' : 'all passed'}`,
      },
    ];
  return [
    {
      vi: `${all} tình huống kiểm thử quy tắc: ${passed} đạt, ${failed} không đạt`,
      en: `${all} ${cases} of the office: ${passed} passed, ${failed} failed`,
    },
  ];
}
