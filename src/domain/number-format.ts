import type { Language } from './language.ts';
import { POINT, type Points } from './points.ts';
import type { Ratio } from './ratio.ts';
import { type RoundingMode, roundRatio } from './rounding.ts';

const DECIMAL_MARK: Readonly<Record<Language, string>> = { vi: ',', en: '.' };

/** A whole number of units of 10^-decimals as text: 9685 at 2 decimals is 96,85 in Vietnamese. */
function formatScaled(scaled: bigint, decimals: number, language: Language): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  const sign = scaled < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}${DECIMAL_MARK[language]}${fraction}`;
}

/** A count as people read it, its thousands apart: 10944 is 10.944 in Vietnamese and 10,944 in English. */
export function formatCount(count: number, language: Language): string {
  const mark = language === 'vi' ? '.' : ',';
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, mark);
}

export interface FigureStyle {
  readonly decimals: number;
  readonly rounding: RoundingMode;
}

/** An exact figure rounded to be read: 78,39. */
export function formatRatio(value: Ratio, style: FigureStyle, language: Language): string {
  return formatScaled(roundRatio(value, style.decimals, style.rounding), style.decimals, language);
}

/** Points in full, without needless zeros: 51750000 is 51,75. */
export function formatPoints(points: Points, language: Language): string {
  return formatMillionths(BigInt(points), language);
}

/** An exact figure without needless zeros, at most six decimals of it: a bound of 60 is 60, one of 62.5 is 62,5. */
export function formatBriefly(value: Ratio, language: Language): string {
  return formatMillionths(roundRatio(value, 6, 'half-up'), language);
}

function formatMillionths(millionths: bigint, language: Language): string {
  return formatScaled(millionths, 6, language).replace(/0+$/, '').replace(/[.,]$/, '');
}

/** Points as the number that a cell receives: a decimal of at most six places, closest to the exact value. */
export function pointsAsNumber(points: Points): number {
  return points / POINT;
}

/** An exact figure rounded as it is shown, as the number that a cell receives. */
export function ratioAsNumber(value: Ratio, style: FigureStyle): number {
  return Number(formatRatio(value, style, 'en'));
}
