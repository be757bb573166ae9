import { expect, test } from 'vitest';
import type { Grid } from '../../src/domain/grid.ts';
import type { Sheet } from '../../src/domain/spreadsheet.ts';
import { findTabs } from '../../src/workbook/find-tabs.ts';
import { meantTabs } from '../../src/workbook/meant-tabs.ts';
import { parseTabKey } from '../../src/workbook/tab-key.ts';
import { SOUND } from './sound-workbook.ts';

interface Tab {
  readonly title: string;
  readonly grid: Grid;
  /** The key of a note on the tab. */
  readonly note?: string;
}

/** What is left of tabs that were read, the way a job reads them. */
function meantOf(tabs: readonly Tab[]) {
  const sheets = tabs.map(({ title, note }, place): Sheet => {
    const metadata = note === undefined ? [] : [{ id: place + 100, key: 'par.tab', value: note }];
    return { sheetId: place, title, hidden: false, rowCount: 100, columnCount: 26, metadata };
  });
  const found = findTabs({ title: '', locale: '', timeZone: '', sheets, namedRanges: [], metadata: [] });
  const inputs = [...found.tabs].flatMap(([text, sheet]) => {
    const key = parseTabKey(text);
    const grid = tabs[sheet.sheetId]?.grid ?? [];
    return key === undefined ? [] : [{ key, title: sheet.title, grid }];
  });
  const { inputs: kept, issues } = meantTabs(inputs, found, 'vi');
  return { titles: kept.map(({ title }) => title), issues };
}

const GROUPS: Tab = { title: 'Nhóm xếp hạng', grid: SOUND['groups'] ?? [] };
const CRITERIA: Grid = SOUND['criteria.bo-1'] ?? [];

test('a titled Criteria tab counts when a group is scored by its set', () => {
  expect(meantOf([GROUPS, { title: 'Tiêu chí – bo-1', grid: CRITERIA }])).toEqual({
    titles: ['Nhóm xếp hạng', 'Tiêu chí – bo-1'],
    issues: [],
  });
});

test('a titled tab of another set is staff’s own, and remarked on only when it has the headers of criteria', () => {
  const tabs = [
    GROUPS,
    { title: 'Tiêu chí - dự thảo 2018', grid: CRITERIA },
    { title: 'Tiêu chí - ghi chú', grid: [['Gặp sở Nội vụ']] },
    { title: 'Thẩm định - dự thảo 2018', grid: [['Mã đơn vị', '1.1']] },
  ];
  expect(meantOf(tabs)).toEqual({
    titles: ['Nhóm xếp hạng'],
    issues: [
      { location: { tab: 'Tiêu chí - dự thảo 2018' }, code: 'unused-criteria', given: 'dự thảo 2018' },
    ],
  });
});

test('two drafts of one title block nothing; two tabs of a set in use do', () => {
  const drafts = ['Tiêu chí - nháp', 'Tiêu chí – nháp'].map((title) => ({ title, grid: [] }));
  expect(meantOf([GROUPS, ...drafts])).toEqual({ titles: ['Nhóm xếp hạng'], issues: [] });
  const used = ['Tiêu chí - bo-1', 'Tiêu chí – bo-1'].map((title) => ({ title, grid: CRITERIA }));
  expect(meantOf([GROUPS, ...used]).issues).toEqual([
    {
      location: { tab: 'Tiêu chí - bo-1' },
      code: 'ambiguous-tab',
      titles: ['Tiêu chí - bo-1', 'Tiêu chí – bo-1'],
    },
  ]);
});

test('a tab with a note is meant, whether a group is scored by its set or not', () => {
  const noted = { title: 'Bản sau', grid: CRITERIA, note: 'criteria.bo-2' };
  expect(meantOf([GROUPS, noted])).toEqual({ titles: ['Nhóm xếp hạng', 'Bản sau'], issues: [] });
});

test('without a Groups tab that names a set nobody can tell, so every tab counts', () => {
  const criteria = { title: 'Tiêu chí – bo-1', grid: CRITERIA };
  expect(meantOf([criteria])).toEqual({ titles: ['Tiêu chí – bo-1'], issues: [] });
  expect(meantOf([{ ...GROUPS, grid: [] }, criteria]).titles).toEqual(['Nhóm xếp hạng', 'Tiêu chí – bo-1']);
});
