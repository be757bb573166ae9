import { expect, test } from 'vitest';
import { asPoints } from '../../../src/domain/points.ts';
import { renderIssues } from '../../../src/workbook/output/issues-tab.ts';

const CONTEXT = {
  language: 'en',
  figures: { decimals: 2, rounding: 'half-up' },
  province: '',
  period: '',
  status: 'official',
} as const;

const valuesOf = (...args: Parameters<typeof renderIssues>) =>
  renderIssues(...args).rows.map((row) => row.map(({ value }) => value));

test('errors stand before warnings, each with its tab, its cell, what is there and what would be right', () => {
  const rows = valuesOf(
    [
      { location: { tab: 'Units' }, code: 'group-without-units', given: 'so' },
      {
        location: { tab: 'Appraisal', cell: 'C4' },
        code: 'over-max',
        given: asPoints(66_000_000),
        maxScore: asPoints(65_000_000),
      },
    ],
    { passed: 0, failed: 0 },
    CONTEXT,
    '09:15:02 23/11/2026',
  );
  expect(rows[1]?.[0]).toBe('');
  expect(rows[2]?.[0]).toBe(
    '1 error, 1 warning · This list is unchanged since the check of 09:15:02 23/11/2026; see the run log for the last one',
  );
  expect(rows.slice(5).map((row) => row.slice(0, 4))).toEqual([
    ['Error', 'Appraisal', 'C4', expect.stringContaining('66')],
    ['Warning', 'Units', null, expect.stringContaining('so')],
  ]);
});

test('without issues the tab says so, and tells how the office’s own cases came out', () => {
  const rows = valuesOf([], { passed: 4, failed: 1 }, CONTEXT, '');
  expect(rows[1]?.[0]).toBe('Rule cases: 4 passed, 1 failed');
  expect(rows[5]?.[0]).toBe('There are no issues.');
});
