import type { Cell } from '../domain/grid.ts';
import { formatPoints } from '../domain/number-format.ts';
import { asPoints, POINT, type Points } from '../domain/points.ts';
import { dividePoints } from '../domain/rounding.ts';
import { readPoints } from './cell-number.ts';
import { readNumberText } from './number-text.ts';
import { givenText, type Reading, refusal, valueRead } from './reading.ts';

/** Points of a component from a cell: from zero to the maximum (docs/adr/0035). */
export function readPointsUpTo(cell: Cell, maxScore: Points): Reading<Points> {
  return pointsUpTo(cell, readPoints(cell), maxScore);
}

/** What was read as points, held against the maximum of its component. */
export function pointsUpTo(cell: Cell, reading: Reading<Points>, maxScore: Points): Reading<Points> {
  if (reading.kind === 'refused' && reading.detail.code === 'number-too-large') {
    return refusal({ ...reading.detail, limit: maxScore / POINT });
  }
  if (reading.kind === 'refused' && reading.detail.code === 'ambiguous-number') {
    return onlyFitting(cell, maxScore) ?? reading;
  }
  if (reading.kind !== 'value') return reading;
  const ofMaximum = partOfMaximum(cell, maxScore);
  if (ofMaximum !== undefined) return ofMaximum;
  if (reading.value > maxScore) return refusal({ code: 'over-max', given: reading.value, maxScore });
  // A percentage of one point is the same whichever way it is meant.
  if (reading.remark?.code === 'percent-as-points' && maxScore === POINT) {
    return { kind: 'value', value: reading.value };
  }
  return reading;
}

/** 86.471 where the maximum is 100: thousands would be far above it, so the point can only mark decimals. */
function onlyFitting(cell: Cell, maxScore: Points): Reading<Points> | undefined {
  const number = typeof cell === 'string' && !cell.includes('%') ? readNumberText(cell) : undefined;
  if (number?.kind !== 'ambiguous' || number.asDecimals.numerator < 0n) return undefined;
  const { numerator, denominator } = number.asDecimals;
  const points = dividePoints(numerator * BigInt(POINT), denominator);
  const asThousands = points * 1000;
  return points <= maxScore && asThousands > maxScore ? valueRead(points) : undefined;
}

/** 47/65 where 65 is the maximum: 47 points of 65, or 0.72 of a point? */
function partOfMaximum(cell: Cell, maxScore: Points): Reading<never> | undefined {
  if (typeof cell !== 'string' || !cell.includes('/')) return undefined;
  const fraction = readNumberText(cell);
  if (fraction.kind !== 'fraction' || fraction.of * BigInt(POINT) !== BigInt(maxScore)) return undefined;
  const asNumber = dividePoints(fraction.part * BigInt(POINT), fraction.of);
  const readings = [asPoints(Number(fraction.part) * POINT), asNumber].map((points) =>
    formatPoints(points, 'en'),
  );
  return refusal({ code: 'ambiguous-number', given: givenText(cell), readings });
}
