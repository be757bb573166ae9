import type { Cell, Grid } from '../../src/domain/grid.ts';
import type { Issue } from '../../src/domain/issue.ts';
import type { InputTab } from '../../src/workbook/input-tab.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { parseTabKey } from '../../src/workbook/tab-key.ts';

export type Tables = Readonly<Record<string, Grid>>;

/** A small sound workbook: one set of two blocks, one group, three units. */
export const SOUND: Tables = {
  settings: [
    ['Mục', 'Phạm vi', 'Giá trị'],
    ['Ngôn ngữ', null, 'Tiếng Việt'],
    ['Xếp loại', 'Huyện', '≥ 80: Tốt; còn lại: Khá'],
  ],
  groups: [
    ['Mã nhóm', 'Tên nhóm', 'Bộ chỉ số'],
    ['h', 'Các huyện', 'bo-1'],
  ],
  units: [
    ['Mã đơn vị', 'Tên đơn vị', 'Cấp', 'Nhóm', 'Xếp hạng'],
    ['A', 'Huyện A', 'Huyện', 'h', 'Có'],
    ['B', 'Huyện B', 'Huyện', 'h', null],
    ['C', 'Huyện C', 'Huyện', 'h', false],
  ],
  'criteria.bo-1': [
    ['Mã', 'Mã cha', 'Tên', 'Điểm tối đa', 'Nguồn điểm'],
    ['1', null, 'Chỉ đạo', 3, null],
    ['1.1', '1', 'Kế hoạch', 1, 'Thẩm định'],
    ['1.10', '1', 'Báo cáo', 2, 'Thẩm định'],
    ['2', null, 'Khảo sát', 5, 'Điều tra'],
  ],
  'marks.appraisal.bo-1': [
    ['Mã đơn vị', 'Tên đơn vị', '1.1', '1.10'],
    ['A', 'Huyện A', 1, 1.5],
    ['B', 'Huyện B', '0,5', 0],
    ['C', 'Huyện C', 'Không áp dụng', null],
  ],
  'marks.survey.bo-1': [
    ['Mã đơn vị', '2'],
    ['A', 4.25],
    ['B', '4,5'],
  ],
  'not-applicable': [
    ['Mã đơn vị', 'Mã tiêu chí', 'Lý do', 'Người duyệt'],
    ['C', '1.1', 'Không có chức năng', 'Hội đồng'],
  ],
};

export const TITLES: Readonly<Record<string, string>> = {
  settings: 'Cài đặt',
  groups: 'Nhóm',
  units: 'Đơn vị',
  'criteria.bo-1': 'Tiêu chí',
  'marks.appraisal.bo-1': 'Thẩm định',
  'marks.survey.bo-1': 'Khảo sát',
  'not-applicable': 'KAD',
};

export function tabsOf(tables: Tables): readonly InputTab[] {
  return Object.entries(tables).map(([text, grid]) => {
    const key = parseTabKey(text);
    if (key === undefined) throw new Error(`no key: ${text}`);
    return { key, title: TITLES[text] ?? text, grid };
  });
}

/** The sound workbook with one cell changed; rows and columns are counted from 0. */
export function withCell(tab: string, row: number, column: number, cell: Cell): Tables {
  const grid = (SOUND[tab] ?? []).map((original) => [...original]);
  const cells = grid[row] ?? [];
  cells[column] = cell;
  grid[row] = Array.from(cells, (value) => value ?? null);
  return { ...SOUND, [tab]: grid };
}

export function issuesOf(tables: Tables): readonly Issue[] {
  return parseControlWorkbook(tabsOf(tables)).issues;
}
