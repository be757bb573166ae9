import type { Sheet, Structure } from '../../src/domain/spreadsheet.ts';

export function aSheet(overrides: Partial<Sheet> = {}): Sheet {
  return {
    sheetId: 0,
    title: 'Bảng điểm',
    hidden: false,
    rowCount: 100,
    columnCount: 26,
    metadata: [],
    ...overrides,
  };
}

export function aStructure(overrides: Partial<Structure> = {}): Structure {
  return {
    title: 'Sổ điều hành',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    sheets: [aSheet()],
    namedRanges: [],
    metadata: [],
    ...overrides,
  };
}
