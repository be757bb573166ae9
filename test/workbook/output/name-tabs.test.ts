import { expect, test } from 'vitest';
import type { Structure } from '../../../src/domain/spreadsheet.ts';
import { nameTabs } from '../../../src/workbook/output/name-tabs.ts';

function structureWith(...names: readonly string[]): Structure {
  return {
    title: '',
    locale: '',
    timeZone: '',
    sheets: [],
    metadata: [],
    namedRanges: names.map((name) => ({ name, sheetId: 0 })),
  };
}

test('every tab of the product gets the name of its key, once', () => {
  const tabs = [
    { key: 'ranking.huyện-2017', sheetId: 5 },
    { key: 'summary', sheetId: 6 },
    { key: 'run-log', sheetId: 7 },
  ];
  expect(nameTabs(structureWith('par_summary', 'vùng_của_phòng'), tabs)).toEqual([
    { kind: 'name-tab', sheetId: 5, name: 'par_ranking_x2e_huy_x1ec7_n_x2d_2017' },
    { kind: 'name-tab', sheetId: 7, name: 'par_run_x2d_log' },
  ]);
});

test('a name that differs in capitals only, or that is too long, is left out: the spreadsheet would refuse it', () => {
  const tabs = [
    { key: 'ranking.SO', sheetId: 1 },
    { key: 'ranking.so', sheetId: 2 },
    { key: `ranking.${'ệ'.repeat(40)}`, sheetId: 3 },
  ];
  expect(nameTabs(structureWith(), tabs)).toEqual([
    { kind: 'name-tab', sheetId: 1, name: 'par_ranking_x2e_SO' },
  ]);
});
