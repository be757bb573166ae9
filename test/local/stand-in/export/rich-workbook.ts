import { batch, newSpreadsheet, writeValues } from '../api/new-spreadsheet.ts';
import type { Running } from '../running-stand-in.ts';

const red = { red: 1 };
const grid = (top: number, bottom: number, left: number, right: number, sheetId = 0) => ({
  sheetId,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});
const look = (range: object, userEnteredFormat: object) => ({
  repeatCell: { range, cell: { userEnteredFormat }, fields: 'userEnteredFormat' },
});
const rule = (range: object, condition: object, more: object = {}) => ({
  setDataValidation: { range, rule: { condition, strict: true, showCustomUi: true, ...more } },
});
const values = (...entered: readonly string[]) => entered.map((userEnteredValue) => ({ userEnteredValue }));
const coloured = (range: object, condition: object) => ({
  addConditionalFormatRule: {
    rule: {
      ranges: [range],
      booleanRule: { condition, format: { backgroundColor: red, textFormat: { bold: true } } },
    },
    index: 0,
  },
});

/** The tabs: `Điểm/đơn vị` with a bit of everything, one whose title is too long, and a hidden one. */
const SHEETS = [
  { properties: { sheetId: 0, title: 'Điểm/đơn vị', gridProperties: { rowCount: 40, columnCount: 12 } } },
  {
    properties: { sheetId: 7, title: 'Bảng tổng hợp của tất cả các đơn vị trong tỉnh', tabColor: red },
  },
  { properties: { sheetId: 9, title: 'Danh mục', hidden: true } },
];

const ROWS = [
  ['Đơn vị', 'Điểm', 'Ngày', 'Đạt', 'Tổng', 'Ghi chú'],
  ['Sở "A" & <B>', 0.5, 45_000.5, true, '=SUM(B2:B)', 'a,b\n  c'],
  ['=nothing', -12.25, 45_001, false, '=B2&" đ"', '_x0041_'],
  ['', '', '', '', '=1/0', ''],
  ['', '', '', '', "='Bảng tổng hợp của tất cả các đơn vị trong tỉnh'!A1*2", ''],
];

const REQUESTS: readonly object[] = [
  look(grid(0, 1, 0, 6), {
    backgroundColor: { red: 0.2, green: 0.4, blue: 0.6 },
    textFormat: {
      bold: true,
      italic: true,
      fontSize: 12,
      fontFamily: 'Times New Roman',
      foregroundColor: red,
    },
    horizontalAlignment: 'CENTER',
    verticalAlignment: 'MIDDLE',
    wrapStrategy: 'WRAP',
    borders: { bottom: { style: 'DOUBLE', color: red } },
  }),
  look(grid(1, 5, 1, 2), { numberFormat: { type: 'NUMBER', pattern: '#,##0.000' } }),
  look(grid(1, 3, 2, 3), { numberFormat: { type: 'DATE', pattern: 'dd"/"mm"/"yyyy' } }),
  { updateDimensionProperties: dimension('COLUMNS', 0, 1, { pixelSize: 210 }) },
  { updateDimensionProperties: dimension('ROWS', 0, 1, { pixelSize: 40 }) },
  { updateDimensionProperties: dimension('ROWS', 9, 10, { hiddenByUser: true }) },
  { updateDimensionProperties: dimension('COLUMNS', 10, 11, { hiddenByUser: true }) },
  { mergeCells: { range: grid(6, 8, 1, 4), mergeType: 'MERGE_ALL' } },
  {
    updateSheetProperties: {
      properties: { sheetId: 0, gridProperties: { frozenRowCount: 1, frozenColumnCount: 1 } },
      fields: 'gridProperties.frozenRowCount,gridProperties.frozenColumnCount',
    },
  },
  {
    updateCells: {
      start: { sheetId: 0, rowIndex: 1, columnIndex: 0 },
      rows: [{ values: [{ note: 'Xem văn bản số 1 & 2' }] }],
      fields: 'note',
    },
  },
  linked(12, 'https://vi.du/?a=1&b=2'),
  linked(13, '#gid=7&range=B3'),
  rule(grid(1, 5, 6, 7), { type: 'ONE_OF_LIST', values: values('Có', 'Không') }, { inputMessage: 'Chọn' }),
  rule(grid(1, 5, 7, 8), { type: 'NUMBER_BETWEEN', values: values('0', '1.5') }, { strict: false }),
  rule(grid(1, 3, 8, 9), { type: 'BOOLEAN' }),
  rule(grid(1, 3, 9, 10), { type: 'ONE_OF_RANGE', values: values("='Danh mục'!$A$1:$A$9") }),
  coloured(grid(1, 5, 1, 2), { type: 'NUMBER_LESS', values: values('0') }),
  coloured(grid(1, 5, 0, 1), { type: 'TEXT_CONTAINS', values: values('a*') }),
  coloured(grid(1, 5, 0, 2), { type: 'CUSTOM_FORMULA', values: values('=$B2>=1') }),
  {
    addConditionalFormatRule: {
      rule: {
        ranges: [grid(1, 5, 1, 2)],
        gradientRule: {
          minpoint: { type: 'MIN', color: red },
          midpoint: { type: 'PERCENTILE', value: '50', color: { green: 1 } },
          maxpoint: { type: 'NUMBER', value: '10', color: { blue: 1 } },
        },
      },
    },
  },
  {
    setBasicFilter: {
      filter: {
        range: grid(0, 5, 0, 6),
        filterSpecs: [{ columnIndex: 0, filterCriteria: { hiddenValues: ['=nothing'] } }],
      },
    },
  },
  { addNamedRange: { namedRange: { name: 'DIEM', range: grid(1, 5, 1, 2) } } },
];

function dimension(kind: string, startIndex: number, endIndex: number, properties: object) {
  return {
    range: { sheetId: 0, dimension: kind, startIndex, endIndex },
    properties,
    fields: Object.keys(properties).join(','),
  };
}

function linked(row: number, uri: string) {
  const cell = {
    userEnteredValue: { stringValue: `link ${row}` },
    userEnteredFormat: { textFormat: { link: { uri } } },
  };
  return {
    updateCells: {
      start: { sheetId: 0, rowIndex: row, columnIndex: 0 },
      rows: [{ values: [cell] }],
      fields: 'userEnteredValue,userEnteredFormat.textFormat.link',
    },
  };
}

/** A spreadsheet in which everything occurs that an export can take along; gives back its id. */
export async function richWorkbook(running: Running): Promise<string> {
  const id = await newSpreadsheet(running, { properties: { title: 'Chỉ số' }, sheets: SHEETS });
  const text = { numberFormat: { type: 'TEXT' } };
  const asked = [
    await batch(running, id, [look(grid(2, 3, 0, 1), text)]),
    await writeValues(running, id, "'Điểm/đơn vị'!A1", ROWS, 'USER_ENTERED'),
    await writeValues(running, id, `'${SHEETS[1]?.properties.title}'!A1`, [[21]]),
    await batch(running, id, REQUESTS),
  ];
  const refused = asked.filter(({ status }) => status !== 200).map(({ body }) => body);
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
  return id;
}
