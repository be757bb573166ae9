import { fc, test as propertyTest } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import type { Cell } from '../../src/domain/grid.ts';
import type { IssueDetail } from '../../src/domain/issue.ts';
import { pointsAsNumber } from '../../src/domain/number-format.ts';
import { asPoints } from '../../src/domain/points.ts';
import { readPoints } from '../../src/workbook/cell-number.ts';

test.for<[Cell, number]>([
  [0, 0],
  [-0, 0],
  [51.75, 51_750_000],
  [0.1 + 0.2, 300_000],
  [1.005, 1_005_000],
  [78.387_777, 78_387_777],
  ['47,45', 47_450_000],
  ['0', 0],
  ['3/4', 750_000],
  [10_000, 10_000_000_000],
])('%j is read as %d millionths without a remark', ([cell, millionths]) => {
  expect(readPoints(cell)).toEqual({ kind: 'value', value: millionths });
});

test.for<[Cell, number, string]>([
  [1 / 3, 333_333, '0.333333333333333'],
  [2 / 3, 666_667, '0.666666666666667'],
  [0.123_456_5, 123_457, '0.1234565'],
  [0.000_000_5, 1, '5e-7'],
  [1e-300, 0, '1e-300'],
  ['1/3', 333_333, '1/3'],
  ['0,1234565', 123_457, '0,1234565'],
])('%j is rounded half up to a millionth with a remark', ([cell, millionths, given]) => {
  const used = asPoints(millionths);
  expect(readPoints(cell)).toEqual({
    kind: 'value',
    value: used,
    remark: { code: 'rounded-to-millionths', given, used },
  });
});

test.for<[Cell, IssueDetail]>([
  ['abc', { code: 'not-a-number', given: 'abc' }],
  ['#N/A', { code: 'not-a-number', given: '#N/A' }],
  ['12/5', { code: 'improper-fraction', given: '12/5' }],
  ['5/5', { code: 'improper-fraction', given: '5/5' }],
  ['-75%', { code: 'negative-number', given: '-75%' }],
  ['2000000%', { code: 'number-too-large', given: '2000000%', limit: 10_000 }],
  [true, { code: 'not-a-number', given: 'true' }],
  [Number.NaN, { code: 'not-a-number', given: 'NaN' }],
  [Number.POSITIVE_INFINITY, { code: 'not-a-number', given: 'Infinity' }],
  ['1.250', { code: 'ambiguous-number', given: '1.250', readings: ['1250', '1.25'] }],
  [-0.25, { code: 'negative-number', given: '-0.25' }],
  ['-1', { code: 'negative-number', given: '-1' }],
  [1e300, { code: 'number-too-large', given: '1e+300', limit: 10_000 }],
  ['10000,01', { code: 'number-too-large', given: '10000,01', limit: 10_000 }],
])('%j is refused', ([cell, detail]) => {
  expect(readPoints(cell)).toEqual({ kind: 'refused', detail });
});

test.for<[string, number]>([
  ['75%', 750_000],
  ['12,5 %', 125_000],
  ['150%', 1_500_000],
])(
  '%j is the number of a percent cell, with a remark that it is no share of the maximum',
  ([cell, millionths]) => {
    const used = asPoints(millionths);
    const remark = { code: 'percent-as-points', given: cell, used };
    expect(readPoints(cell)).toEqual({ kind: 'value', value: used, remark });
  },
);

test('a fraction below 1 is read exactly', () => {
  expect(readPoints('3/4')).toEqual({ kind: 'value', value: 750_000 });
});

test.for<Cell>([null, '', '   ', '\u00A0'])('%j is blank, which is not zero', (cell) => {
  expect(readPoints(cell)).toEqual({ kind: 'blank' });
});

propertyTest.prop([fc.integer({ min: 0, max: 10_000_000_000 })])(
  'points come back exactly from the number that a cell receives',
  (millionths) => {
    const points = asPoints(millionths);
    expect(readPoints(pointsAsNumber(points))).toEqual({ kind: 'value', value: points });
  },
);

propertyTest.prop([fc.double()])('any number is either read, rounded with a remark, or refused', (number) => {
  const reading = readPoints(number);
  expect(reading.kind).not.toBe('blank');
  if (reading.kind !== 'value') return;
  expect(Math.abs(reading.value / 1e6 - number)).toBeLessThanOrEqual(0.000_000_500_1);
});
