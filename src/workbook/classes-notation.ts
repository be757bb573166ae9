import type { Band } from '../domain/classification.ts';
import type { Language } from '../domain/language.ts';
import { compareRatios, ratio } from '../domain/ratio.ts';
import { writeNumber } from './notation-text.ts';
import { matchAt, type Step, scanNumber, skipSpace, stopped } from './scanner.ts';

/** Classes best first, such as `≥ 90: Xuất sắc; ≥ 80: Tốt; ≥ 65: Khá; còn lại: Yếu`. */
export type Bands = readonly [Band, ...Band[]];

const ZERO_PERCENT = ratio(0, 1);
const BOUND = /≥|>=/u;
const REMAINDER = /còn lại|remainder|else/iu;
const REMAINDER_WORD: Readonly<Record<Language, string>> = { vi: 'còn lại', en: 'remainder' };

/** Reads classes; stops at the first character that cannot be right. The text is expected in NFC. */
export function parseClasses(text: string): Step<Bands> {
  const bands: Band[] = [];
  let at = 0;
  for (;;) {
    const band = scanBand(text, at, bands);
    if (!band.ok) return band;
    bands.push(band.value);
    const end = skipSpace(text, band.next);
    const isLast = band.value.atLeast.numerator === 0n;
    if (isLast) return finish(text, end, bands);
    if (text.charAt(end) !== ';') return stopped(end, 'remainder');
    at = end + 1;
  }
}

/** After the last class nothing may follow but one semicolon. */
function finish(text: string, at: number, bands: readonly Band[]): Step<Bands> {
  const end = text.charAt(at) === ';' ? skipSpace(text, at + 1) : at;
  if (end < text.length) return stopped(end, 'end');
  const [first, ...rest] = bands;
  return first === undefined ? stopped(0, 'bound') : { ok: true, value: [first, ...rest], next: end };
}

function scanBand(text: string, at: number, before: readonly Band[]): Step<Band> {
  const bound = scanBound(text, at, before);
  if (!bound.ok) return bound;
  const colon = matchAt(text, bound.next, /:/u);
  if (colon === undefined) return stopped(skipSpace(text, bound.next), 'colon');
  const name = matchAt(text, colon.index + 1, /[^;]+/u);
  const grade = name?.[0].trim() ?? '';
  const start = skipSpace(text, colon.index + 1);
  if (grade === '' || before.some((band) => band.grade === grade)) return stopped(start, 'class-name');
  return { ok: true, value: { grade, atLeast: bound.value }, next: start + (name?.[0].length ?? 0) };
}

/** `≥ 90`, `>= 90%` or the remainder, which starts at zero; bounds fall strictly. */
function scanBound(text: string, at: number, before: readonly Band[]): Step<Band['atLeast']> {
  const remainder = matchAt(text, at, REMAINDER);
  if (remainder !== undefined) {
    return { ok: true, value: ZERO_PERCENT, next: remainder.index + remainder[0].length };
  }
  const sign = matchAt(text, at, BOUND);
  if (sign === undefined) return stopped(skipSpace(text, at), 'bound');
  const number = scanNumber(text, sign.index + sign[0].length);
  if (!number.ok) return number;
  const last = before.at(-1);
  if (last !== undefined && compareRatios(number.value, last.atLeast) >= 0) {
    return stopped(skipSpace(text, sign.index + sign[0].length), 'lower-number');
  }
  const percent = matchAt(text, number.next, /%/u);
  return { ok: true, value: number.value, next: percent === undefined ? number.next : percent.index + 1 };
}

/** Classes as staff write them, in a language's words and number format. */
export function writeClasses(bands: Bands, language: Language): string {
  return bands
    .map(({ grade, atLeast }) =>
      atLeast.numerator === 0n
        ? `${REMAINDER_WORD[language]}: ${grade}`
        : `≥ ${writeNumber(atLeast, language)}: ${grade}`,
    )
    .join('; ');
}
