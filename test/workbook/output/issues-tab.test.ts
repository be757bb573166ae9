import { expect, test } from 'vitest';
import { asPoints } from '../../../src/domain/points.ts';
import { type Listing, renderIssues } from '../../../src/workbook/output/issues-tab.ts';
import { sinceWhichRun } from '../../../src/workbook/output/known-issues.ts';

const CONTEXT = {
  language: 'en',
  numbers: 'en',
  figures: { decimals: 2, rounding: 'half-up' },
  province: '',
  period: '',
  status: 'official',
} as const;

const LISTING: Listing = {
  run: 7,
  since: () => undefined,
  linkTo: () => undefined,
  checkedAt: '09:15:02 23/11/2026',
};

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
    LISTING,
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

test('an issue that the list had keeps the run since which it is there; a new one is of this run', () => {
  const over = {
    location: { tab: 'Appraisal', cell: 'C4' },
    code: 'over-max',
    given: asPoints(66_000_000),
    maxScore: asPoints(65_000_000),
  } as const;
  const cases = { passed: 0, failed: 0 };
  const before = valuesOf([over], cases, CONTEXT, { ...LISTING, run: 3 });
  const moved = before.map((row) => ['của phòng', ...row.toReversed()]);
  const listing = { ...LISTING, since: sinceWhichRun(moved) };
  const elsewhere = { ...over, location: { tab: 'Appraisal', cell: 'C5' } };
  const rows = valuesOf([over, elsewhere], cases, CONTEXT, listing);
  expect(rows.slice(5).map((row) => [row[2], row[5]])).toEqual([
    ['C4', 3],
    ['C5', 7],
  ]);
  expect(sinceWhichRun([])({ tab: 'Appraisal', cell: 'C4', problem: '' })).toBeUndefined();
});

test('the address of a cell jumps there, the title of a tab to the tab, and nothing to one that is not there', () => {
  const sheets = new Map([
    ['Appraisal', 4],
    ['Units', 5],
  ]);
  const linkTo: Listing['linkTo'] = ({ tab, cell }) => {
    const sheetId = sheets.get(tab);
    return sheetId === undefined ? undefined : { sheetId, ...(cell === undefined ? {} : { cell }) };
  };
  const issues = [
    { location: { tab: 'Appraisal', cell: 'C4' }, code: 'missing-header', header: 'Code' },
    { location: { tab: 'Units' }, code: 'missing-tab' },
    { location: { tab: 'Criteria' }, code: 'missing-tab' },
  ] as const;
  const { rows } = renderIssues(issues, { passed: 0, failed: 0 }, CONTEXT, { ...LISTING, linkTo });
  expect(rows.slice(5).map((row) => row.map(({ link }) => link))).toEqual([
    [undefined, undefined, { sheetId: 4, cell: 'C4' }, undefined, undefined, undefined],
    [undefined, { sheetId: 5 }, undefined, undefined, undefined, undefined],
    [undefined, undefined, undefined, undefined, undefined, undefined],
  ]);
});

test('without issues the tab says so, and tells how the office’s own cases came out', () => {
  const rows = valuesOf([], { passed: 4, failed: 1 }, CONTEXT, LISTING);
  expect(rows[1]?.[0]).toBe('Rule cases: 4 passed, 1 failed');
  expect(rows[5]?.[0]).toBe('There are no issues.');
});
