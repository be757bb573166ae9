import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import type { IssueDetail } from '../../src/domain/issue.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { readPointsUpTo } from '../../src/workbook/mark-points.ts';

const points = (value: number): Points => asPoints(value * POINT);

test.for<[Cell, number, number]>([
  [1.5, 2, 1.5],
  ['1,5', 2, 1.5],
  ['3/4', 2, 0.75],
  ['75%', 1, 0.75],
  ['100%', 1, 1],
  ['', 2, Number.NaN],
])('%j of at most %d points', ([cell, maxScore, value]) => {
  const expected = Number.isNaN(value) ? { kind: 'blank' } : { kind: 'value', value: points(value) };
  expect(readPointsUpTo(cell, points(maxScore))).toEqual(expected);
});

test.for<[Cell, number, IssueDetail]>([
  [2.5, 2, { code: 'over-max', given: points(2.5), maxScore: points(2) }],
  ['250%', 2, { code: 'over-max', given: points(2.5), maxScore: points(2) }],
  [1e9, 0.5, { code: 'number-too-large', given: '1000000000', limit: 0.5 }],
  ['1000000', 2, { code: 'number-too-large', given: '1000000', limit: 2 }],
  ['47/65', 65, { code: 'ambiguous-number', given: '47/65', readings: ['47', '0.723077'] }],
  ['1/2', 2, { code: 'ambiguous-number', given: '1/2', readings: ['1', '0.5'] }],
  ['65/65', 65, { code: 'improper-fraction', given: '65/65' }],
])('%j is refused where the maximum is %d', ([cell, maxScore, detail]) => {
  expect(readPointsUpTo(cell, points(maxScore))).toEqual({ kind: 'refused', detail });
});

test('a percentage is read as its number and never passes for a share of the maximum in silence', () => {
  const used = points(0.75);
  expect(readPointsUpTo('75%', points(2))).toEqual({
    kind: 'value',
    value: used,
    remark: { code: 'percent-as-points', given: '75%', used },
  });
});

test.for<[string, number, number]>([
  ['86.471', 100, 86.471],
  ['86,471', 100, 86.471],
  ['1.250', 2, 1.25],
  ['1,250', 1249.999999, 1.25],
])('%j of at most %d can only be %d', ([text, maximum, value]) => {
  expect(readPointsUpTo(text, asPoints(Math.round(maximum * POINT)))).toEqual({
    kind: 'value',
    value: asPoints(Math.round(value * POINT)),
  });
});

test.for<[string, number]>([
  ['1.250', 1250],
  ['86.471', 86],
  ['-1.250', 2],
  ['1.250%', 2],
])('%j of at most %d stays refused as ambiguous', ([text, maximum]) => {
  expect(readPointsUpTo(text, asPoints(maximum * POINT))).toMatchObject({
    kind: 'refused',
    detail: { code: 'ambiguous-number' },
  });
});
