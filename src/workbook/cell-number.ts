import { type Cell, isEmptyCell } from '../domain/grid.ts';
import { asPoints, POINT, type Points } from '../domain/points.ts';
import { multiplyRatios, type Ratio, ratio } from '../domain/ratio.ts';
import { dividePoints } from '../domain/rounding.ts';
import { decimalRatio } from './cell-ratio.ts';
import { readNumberText } from './number-text.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from './reading.ts';

/** Largest number of points in a cell: a whole sheet of them still adds up exactly. */
const POINTS_LIMIT = 10_000;

const HUNDREDTH = ratio(1, 100);

/**
 * A JSON number as whole millionths when it stands for at most six decimals; undefined otherwise. The double
 * nearest to a decimal of six places comes back when its millionths are divided again, so nothing is guessed.
 */
function exactMillionths(value: number): number | undefined {
  const millionths = Math.round(value * POINT);
  // Adding 0 turns the minus zero of a tiny negative number into zero.
  return millionths / POINT === value ? millionths + 0 : undefined;
}

/**
 * Digits that a spreadsheet shows at most. 0.1 + 0.2 by formula arrives as 0.30000000000000004 and is 0.3 to
 * everybody who looks at it.
 */
const SHOWN_DIGITS = 15;

function readNumber(value: number): Reading<Points> {
  const shown = Number(value.toPrecision(SHOWN_DIGITS));
  const millionths = exactMillionths(value) ?? exactMillionths(shown);
  return millionths === undefined
    ? pointsOf(decimalRatio(shown), String(shown))
    : valueRead(asPoints(millionths));
}

/** An exact number as points: with a remark when it has more than six decimals (docs/adr/0001). */
function pointsOf({ numerator, denominator }: Ratio, given: string): Reading<Points> {
  const scaled = numerator * BigInt(POINT);
  const points = dividePoints(scaled, denominator);
  if (scaled % denominator === 0n) return valueRead(points);
  return { kind: 'value', value: points, remark: { code: 'rounded-to-millionths', given, used: points } };
}

/** Points from a cell: a number, or text that can be read as one number only (docs/adr/0035). */
export function readPoints(cell: Cell): Reading<Points> {
  if (cell === null) return NOTHING_READ;
  if (typeof cell === 'number') return readPointsNumber(cell);
  if (typeof cell === 'boolean') return refusal({ code: 'not-a-number', given: givenText(cell) });
  return isEmptyCell(cell) ? NOTHING_READ : readPointsText(cell, givenText(cell));
}

function readPointsNumber(value: number): Reading<Points> {
  const given = givenText(value);
  if (!Number.isFinite(value)) return refusal({ code: 'not-a-number', given });
  if (value < 0) return refusal({ code: 'negative-number', given });
  if (value > POINTS_LIMIT) return refusal({ code: 'number-too-large', given, limit: POINTS_LIMIT });
  return readNumber(value);
}

function readPointsText(text: string, given: string): Reading<Points> {
  const reading = readNumberText(text);
  switch (reading.kind) {
    case 'number':
    case 'fraction':
      return pointsOfText(reading.value, given);
    case 'percent':
      return percentAsPoints(reading.value, given);
    case 'ambiguous':
      return refusal({ code: 'ambiguous-number', given, readings: reading.readings });
    case 'improper-fraction':
      return refusal({ code: 'improper-fraction', given });
    default:
      return refusal({ code: 'not-a-number', given });
  }
}

function pointsOfText(value: Ratio, given: string): Reading<Points> {
  if (value.numerator < 0n) return refusal({ code: 'negative-number', given });
  if (value.numerator > BigInt(POINTS_LIMIT) * value.denominator) {
    return refusal({ code: 'number-too-large', given, limit: POINTS_LIMIT });
  }
  return pointsOf(value, given);
}

/**
 * 75% as text is the number 0.75 that a percent cell holds, so that a download as text changes no result; the
 * remark says that it is not 75 % of the maximum (docs/adr/0035).
 */
function percentAsPoints(percent: Ratio, given: string): Reading<Points> {
  const reading = pointsOfText(multiplyRatios(percent, HUNDREDTH), given);
  if (reading.kind !== 'value') return reading;
  return { ...reading, remark: { code: 'percent-as-points', given, used: reading.value } };
}
