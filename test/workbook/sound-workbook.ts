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
    ['Mã nhóm', 'Tên nhóm', 'Bộ tiêu chí'],
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

/** The sound workbook with rules in its criteria, and entries for them. */
export const RULED: Tables = {
  ...SOUND,
  'criteria.bo-1': [
    ['Mã', 'Mã cha', 'Tên', 'Điểm tối đa', 'Nguồn điểm', 'Cách chấm', 'Tham số'],
    ['1', null, 'Chỉ đạo', 3, null, null, null],
    ['1.1', '1', 'Kế hoạch', 1, 'Thẩm định', 'Đạt / Không đạt', null],
    ['1.10', '1', 'Báo cáo', 2, 'Thẩm định', 'Theo mức', '≥ 90%: 2; còn lại: 0'],
    ['2', null, 'Khảo sát', 5, 'Điều tra', 'Tỷ lệ hài lòng', null],
  ],
  'marks.appraisal.bo-1': [
    ['Mã đơn vị', '1.1', '1.10'],
    ['A', 'Đạt', '190/200'],
    ['B', 'Không đạt', '1,5 điểm'],
    ['C', 'Không áp dụng', '0/0'],
  ],
  'marks.survey.bo-1': [
    ['Mã đơn vị', '2'],
    ['A', '85,5%'],
  ],
};

/** A workbook with every tab that people may fill, and most kinds of rule. */
export const FULL: Tables = {
  ...RULED,
  settings: [
    ['Mục', 'Phạm vi', 'Giá trị'],
    ['Ngôn ngữ', null, 'Tiếng Việt'],
    ['Kỳ đánh giá', null, 2024],
    ['Xếp loại', 'Huyện', '≥ 80: Tốt; còn lại: Khá'],
    ['Trần xếp loại', 'Huyện', 'Khá: tiêu chí 1 < 50%'],
    ['Tiêu chí phụ khi bằng điểm', null, 'khối thẩm định; tiêu chí 1.10'],
    ['Trạng thái kết quả', null, 'Tạm tính'],
    ['Phiên bản bộ tiêu chí', 'bo-1', '1'],
  ],
  'criteria.bo-1': [
    ...(RULED['criteria.bo-1'] ?? []),
    ['3', null, 'Thời hạn', 1, 'Thẩm định', 'Theo thời hạn', 'hạn: 31/12/2024; ≤ 5 ngày: 1; còn lại: 0'],
    ['4', null, 'Số liệu', 2, 'Thẩm định', 'Tỷ lệ từ số liệu', '(tổng − quá hạn) / tổng → Tỷ lệ hài lòng'],
    ['5', null, 'Vi phạm', 2, 'Thẩm định', 'Trừ điểm', 'Nhẹ: 0,5; Nặng: 100%'],
    ['6', null, 'Phiếu', 3, 'Điều tra', 'Phiếu điều tra', 'A: 100%; B: 50%; C: không tính'],
    ['7', null, 'Điểm trực tiếp', 2, 'Thẩm định', null, null],
  ],
  'marks.self-assessment.bo-1': [
    ['Mã đơn vị', '1.1', '1.10', '3', '4', '5', '7'],
    ['A', 'Đạt', '100%', 0, null, null, 2],
  ],
  'marks.appraisal.bo-1': [
    ['Mã đơn vị', '1.1', '1.10', '3', '4', '5', '7'],
    ['A', 'Đạt', '190/200', '02/01/2025', 'tổng: 200; quá hạn: 10', 'Nhẹ: 1', 1.5],
    ['B', 'Không đạt', '1,5 điểm', 45_657, 'tổng: 0; quá hạn: 0', 'Nặng: 1', 0],
    ['C', null, '0/0', 'Không thực hiện', null, null, '0,25'],
  ],
  'marks.survey.bo-1': [
    ['Mã đơn vị', '2', '6'],
    ['A', '85,5%', 'A: 10; B: 3'],
    ['B', 0.9, 'C: 4'],
  ],
  adjustments: [
    ['Mã đơn vị', 'Loại', 'Điểm', 'Trừ vào tiêu chí', 'Lý do'],
    ['A', 'Thưởng', 1, null, 'Sáng kiến'],
    ['B', 'Phạt', 0.5, '1', 'Chậm báo cáo'],
  ],
  overrides: [
    ['Mã đơn vị', 'Mã tiêu chí', 'Điểm quyết định', 'Lý do', 'Người quyết định'],
    ['B', '7', 1, 'Xét lại', 'Hội đồng'],
  ],
  'past-results': [
    ['Kỳ đánh giá', 'Mã đơn vị', 'Chỉ số', 'Hạng'],
    [2023, 'A', '96,89', 1],
  ],
  predecessors: [
    ['Mã đơn vị', 'Mã đơn vị tiền thân'],
    ['A', 'PM'],
  ],
  'cases.bo-1': [
    ['Tình huống', 'Mã tiêu chí', 'Nguồn', 'Giá trị nhập', 'Điểm mong đợi'],
    ['Giả định', '1.1', null, 'Đạt', 1],
    ['Giả định', 'Chỉ số', null, null, '84,31'],
  ],
};
