import type { NumberFormat } from '../../model/wire.ts';
import type { LocaleData } from '../../values/locale-data.ts';
import { isTextFormat, patternOf } from '../../values/number-format.ts';

/** Codes that every program knows by number (ECMA-376, §18.8.30). */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0', 3],
  ['#,##0.00', 4],
  ['0%', 9],
  ['0.00%', 10],
  ['0.00E+00', 11],
  ['@', 49],
]);

export function builtInNumber(code: string): number | undefined {
  return BUILT_IN.get(code);
}

/** A number format in the words of an .xlsx; `General` is the automatic one. */
export function numberCode(format: NumberFormat | undefined, locale: LocaleData): string {
  const pattern = patternOf(format, locale);
  if (pattern === undefined) return isTextFormat(format) ? '@' : 'General';
  return pattern
    .split(/("[^"]*"|\\.)/)
    .map((part, index) => (index % 2 === 0 ? withCapitals(part) : part))
    .join('');
}

/** Halves of the day are marked in capitals there. */
function withCapitals(part: string): string {
  return part.replace(/am\/pm/gi, 'AM/PM').replace(/\ba\/p\b/gi, 'A/P');
}
