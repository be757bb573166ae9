import type { Expected } from '../domain/issue.ts';
import { type Ratio, ratio } from '../domain/ratio.ts';

/** Where reading a notation stopped, counted from 0, and what was wanted there. */
export interface Stop {
  readonly at: number;
  readonly expected: Expected;
}

/** The outcome of one step: what was read and where the next step starts, or the place where reading stopped. */
export type Step<T> =
  | { readonly ok: true; readonly value: T; readonly next: number }
  | { readonly ok: false; readonly stop: Stop };

export function stopped(at: number, expected: Expected): Step<never> {
  return { ok: false, stop: { at, expected } };
}

/** The match of a sticky pattern at a place after white space, with the place where it begins. */
export function matchAt(text: string, at: number, pattern: RegExp): RegExpExecArray | undefined {
  const sticky = new RegExp(pattern.source, `${pattern.flags.replace('y', '')}y`);
  sticky.lastIndex = skipSpace(text, at);
  return sticky.exec(text) ?? undefined;
}

export function skipSpace(text: string, at: number): number {
  let place = at;
  while (place < text.length && /\s/.test(text.charAt(place))) place += 1;
  return place;
}

/** An exact number such as 62,5 or 62.5 or 1/3: a notation has no thousands, so either sign parts decimals. */
export function scanNumber(text: string, at: number): Step<Ratio> {
  const match = matchAt(text, at, /(\d{1,15})(?:[.,](\d{1,15})|\/(\d{1,15}))?/u);
  if (match === undefined) return stopped(skipSpace(text, at), 'number');
  const [all, whole = '', decimals = '', denominator = '1'] = match;
  if (/^0+$/.test(denominator)) return stopped(match.index, 'number');
  const value =
    decimals === ''
      ? ratio(BigInt(whole), BigInt(denominator))
      : ratio(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
  return { ok: true, value, next: match.index + all.length };
}
