import { expect, test } from 'vitest';
import type { NamedRange, Sheet, Structure } from '../../src/domain/spreadsheet.ts';
import { findTabs } from '../../src/workbook/find-tabs.ts';
import { parseTabKey } from '../../src/workbook/tab-key.ts';

function aSheet(sheetId: number, title: string, key?: string): Sheet {
  const metadata = key === undefined ? [] : [{ id: sheetId + 100, key: 'par.tab', value: key }];
  return { sheetId, title, hidden: false, rowCount: 10, columnCount: 10, metadata };
}

function aStructure(sheets: readonly Sheet[], namedRanges: readonly NamedRange[] = []): Structure {
  return {
    title: 'Chỉ số CCHC',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    sheets,
    namedRanges,
    metadata: [],
  };
}

test('a renamed and moved tab is found by its note before a tab that only bears its title', () => {
  const renamed = aSheet(7, 'Danh sách 2024', 'units');
  const found = findTabs(aStructure([aSheet(1, 'Đơn vị'), aSheet(2, 'Biểu đồ của tôi'), renamed]));
  expect(found).toEqual({ tabs: new Map([['units', renamed]]), titled: new Set(), ambiguous: new Map() });
});

test('a named range is believed before a title, and a note before a named range', () => {
  const named = aSheet(3, 'Bảng A');
  const noted = aSheet(4, 'Bảng B', 'groups');
  const found = findTabs(
    aStructure(
      [named, noted, aSheet(5, 'Settings')],
      [
        { name: 'par_settings', sheetId: 3 },
        { name: 'par_units', sheetId: 4 },
        { name: 'DiemCong', sheetId: 5 },
      ],
    ),
  );
  expect(found).toEqual({
    tabs: new Map([
      ['settings', named],
      ['groups', noted],
    ]),
    titled: new Set(),
    ambiguous: new Map(),
  });
});

test('titles are enough, in either language, and a ranking is known by its note only', () => {
  const sheets = [aSheet(1, 'Settings'), aSheet(2, 'Tiêu chí – so'), aSheet(3, 'Xếp hạng – Sở')];
  const ranking = aSheet(4, 'Bảng vàng', 'ranking.so');
  const found = findTabs(aStructure([...sheets, ranking]));
  expect([...found.tabs.keys()].map((text) => parseTabKey(text)?.kind)).toEqual([
    'settings',
    'criteria',
    'ranking',
  ]);
  expect(found.titled).toEqual(new Set(['settings', 'criteria.so']));
});

test('two tabs with an equal claim are an issue that names both, and the first is still read', () => {
  const first = aSheet(1, 'Thẩm định – so', 'marks.appraisal.so');
  const copy = aSheet(2, 'Bản sao của Thẩm định – so', 'marks.appraisal.so');
  expect(findTabs(aStructure([first, copy]))).toEqual({
    tabs: new Map([['marks.appraisal.so', first]]),
    titled: new Set(),
    ambiguous: new Map([
      [
        'marks.appraisal.so',
        {
          location: { tab: 'Thẩm định – so' },
          code: 'ambiguous-tab',
          titles: ['Thẩm định – so', 'Bản sao của Thẩm định – so'],
        },
      ],
    ]),
  });
  const titles = findTabs(aStructure([aSheet(1, 'Units'), aSheet(2, 'đơn vị')]));
  expect([...titles.ambiguous.keys()]).toEqual(['units']);
});

test('a note that means nothing to us is ignored', () => {
  const sheet = aSheet(1, 'Units', 'something.else');
  expect(findTabs(aStructure([sheet]))).toEqual({
    tabs: new Map([['units', sheet]]),
    titled: new Set(['units']),
    ambiguous: new Map(),
  });
});
