import type { Expected } from '../../domain/issue.ts';
import type { Language } from '../../domain/language.ts';
import { asPoints, POINT, type Points } from '../../domain/points.ts';
import { multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import { andThen, type Parsed, type Piece, parsed, stopAt } from './piece.ts';
import { writeNumber } from './write-number.ts';

/** A number, and whether it was written with a percent sign: 95 % is 19/20. */
export interface Quantity {
  readonly value: Ratio;
  readonly percent: boolean;
}

const QUANTITY = /^([-−]?)(\d{1,15})(?:[.,](\d{1,15})|\s*\/\s*(\d{1,15}))?(\s*%)?/u;

/** Three decimals behind up to three digits may be thousands: 3.500 people are not 3 and a half. */
const AMBIGUOUS = /^[-−]?[1-9]\d{0,2}[.,]\d{3}(\s*%)?$/u;

const HUNDREDTH = ratio(1, 100);

/** Where no figure can be in the thousands, three decimals are decimals. */
export type Thousands = 'possible' | 'impossible';

export function quantityOf(piece: Piece, thousands: Thousands = 'possible'): Parsed<Quantity> {
  const match = piece.quoted ? null : QUANTITY.exec(piece.text);
  if (match === null) return stopAt(piece.at, 'number');
  const rest = piece.text.slice(match[0].length).trimStart();
  if (rest !== '') return stopAt(piece.at + piece.text.length - rest.length, 'separator');
  if (thousands === 'possible' && AMBIGUOUS.test(piece.text)) return stopAt(piece.at, 'plain-number');
  const [, sign = '', whole = '', decimals = '', denominator = '1', percent = ''] = match;
  if (/^0+$/.test(denominator)) return stopAt(piece.at, 'number');
  const size = ratio(BigInt(whole + decimals), BigInt(denominator) * 10n ** BigInt(decimals.length));
  const signed = sign === '' ? size : multiplyRatios(size, ratio(-1, 1));
  const isPercent = percent !== '';
  return parsed({ value: isPercent ? multiplyRatios(signed, HUNDREDTH) : signed, percent: isPercent });
}

/** A plain number, not a percentage. */
export function plainNumberOf(piece: Piece): Parsed<Ratio> {
  return andThen(quantityOf(piece), ({ value, percent }) =>
    percent ? stopAt(piece.at, 'number') : parsed(value),
  );
}

export function percentOf(piece: Piece): Parsed<Ratio> {
  return andThen(quantityOf(piece), ({ value, percent }) =>
    percent ? parsed(value) : stopAt(piece.at, 'percent'),
  );
}

export function positiveNumberOf(piece: Piece): Parsed<Ratio> {
  return andThen(plainNumberOf(piece), (value) =>
    value.numerator > 0n ? parsed(value) : stopAt(piece.at, 'positive-number'),
  );
}

/** A whole number from 0 to a limit. */
export function wholeNumberOf(piece: Piece, limit: number): Parsed<number> {
  return andThen(plainNumberOf(piece), ({ numerator, denominator }) =>
    denominator === 1n && numerator >= 0n && numerator <= BigInt(limit)
      ? parsed(Number(numerator))
      : stopAt(piece.at, 'whole-number'),
  );
}

/** More than any component gives; keeps every sum exact. */
const POINTS_LIMIT = 10_000n;

/** Points of at most six decimals as millionths; undefined for what no points can be. */
export function exactPoints({ numerator, denominator }: Ratio): Points | undefined {
  const scaled = numerator * BigInt(POINT);
  if (numerator < 0n || scaled % denominator !== 0n || numerator > POINTS_LIMIT * denominator)
    return undefined;
  return asPoints(Number(scaled / denominator));
}

export function pointsOf(piece: Piece, expected: Expected = 'points'): Parsed<Points> {
  return andThen(plainNumberOf(piece), (value) => {
    const points = exactPoints(value);
    return points === undefined ? stopAt(piece.at, expected) : parsed(points);
  });
}

export function writePercent(share: Ratio, language: Language): string {
  return `${writeNumber(multiplyRatios(share, ratio(100, 1)), language)}%`;
}

export function writePoints(points: Points, language: Language): string {
  return writeNumber(ratio(points, POINT), language);
}

export function writeQuantity({ value, percent }: Quantity, language: Language): string {
  return percent ? writePercent(value, language) : writeNumber(value, language);
}
