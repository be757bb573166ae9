import { googleAs } from '../../../src/local/page/server/google-as.ts';

/** Sheet ids of the rich workbook. */
export const SHEETS = { scores: 11, ranking: 12, notes: 13, hidden: 14 } as const;

const HEADER = ['Mã đơn vị', 'Tên đơn vị', 'Điểm', 'Mức', 'Ngày nộp', 'Tỷ lệ', 'Đánh giá'];
const UNITS = [
  ['TDM', 'Thành phố Thủ Dầu Một', 1.75, 'Tốt', 46082, 0.75, 'Đã thẩm định'],
  ['TA', 'Thị xã Thuận An', 0.5, 'Khá', 46083, 0.5, 'Chưa thẩm định'],
  ['DA', 'Thị xã Dĩ An', 2, 'Tốt', 46084, 1, 'Đã thẩm định'],
  ['BC', 'Thị xã Bến Cát', 1, 'Yếu', 46085, 0.25, '1.10'],
] as const;

const solid = (red: number, green: number, blue: number) => ({ rgbColor: { red, green, blue } });

const range = (sheetId: number, top: number, bottom: number, left: number, right: number) => ({
  sheetId,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

const scores = (top: number, bottom: number, left: number, right: number) =>
  range(SHEETS.scores, top, bottom, left, right);

function cell(value: string | number) {
  return { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } };
}

const source = (left: number) => ({ sourceRange: { sources: [scores(2, 7, left, left + 1)] } });

const column = (color: object, left: number) => ({
  series: source(left),
  targetAxis: 'LEFT_AXIS',
  colorStyle: color,
});

const chart = (chartId: number, chartType: string, rowIndex: number, title: string, more: object = {}) => ({
  addChart: {
    chart: {
      chartId,
      spec: {
        title,
        basicChart: {
          chartType,
          legendPosition: 'BOTTOM_LEGEND',
          headerCount: 1,
          axis: [{ position: chartType === 'BAR' ? 'BOTTOM_AXIS' : 'LEFT_AXIS', title: 'Điểm' }],
          domains: [{ domain: source(1) }],
          series: [column(solid(0.12, 0.23, 0.37), 2), column(solid(0.98, 0.74, 0.02), 5)],
          ...more,
        },
      },
      position: {
        overlayPosition: {
          anchorCell: { sheetId: SHEETS.ranking, rowIndex, columnIndex: 1 },
          offsetXPixels: 10,
          offsetYPixels: 5,
          widthPixels: 560,
          heightPixels: 300,
        },
      },
    },
  },
});

/** Everything that the page can show of a spreadsheet, in one: made through the API as a person, like any other. */
const RICH_REQUESTS: readonly object[] = [
  {
    updateCells: {
      start: { sheetId: SHEETS.scores, rowIndex: 0 },
      rows: [
        { values: [cell('Bảng điểm thẩm định')] },
        {},
        { values: HEADER.map(cell) },
        ...UNITS.map((values) => ({ values: values.map(cell) })),
      ],
      fields: 'userEnteredValue',
    },
  },
  { mergeCells: { range: scores(0, 1, 2, 7), mergeType: 'MERGE_ALL' } },
  {
    repeatCell: {
      range: scores(0, 1, 0, 7),
      cell: {
        userEnteredFormat: {
          horizontalAlignment: 'CENTER',
          textFormat: { bold: true, fontSize: 14, foregroundColorStyle: solid(0.12, 0.23, 0.37) },
        },
      },
      fields: 'userEnteredFormat',
    },
  },
  {
    repeatCell: {
      range: scores(2, 3, 0, 7),
      cell: {
        userEnteredFormat: {
          backgroundColorStyle: solid(0.12, 0.23, 0.37),
          textFormat: { bold: true, foregroundColorStyle: solid(1, 1, 1) },
          wrapStrategy: 'WRAP',
          borders: { bottom: { style: 'SOLID_MEDIUM', colorStyle: solid(0.98, 0.74, 0.02) } },
        },
      },
      fields: 'userEnteredFormat',
    },
  },
  {
    repeatCell: {
      range: scores(3, 7, 2, 3),
      cell: { userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '0.00' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  },
  {
    repeatCell: {
      range: scores(3, 7, 4, 5),
      cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'dd/mm/yyyy' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  },
  {
    repeatCell: {
      range: scores(3, 7, 5, 6),
      cell: { userEnteredFormat: { numberFormat: { type: 'PERCENT', pattern: '0%' } } },
      fields: 'userEnteredFormat.numberFormat',
    },
  },
  {
    updateCells: {
      start: { sheetId: SHEETS.scores, rowIndex: 3, columnIndex: 1 },
      rows: [{ values: [{ note: 'Đơn vị dẫn đầu năm trước' }] }],
      fields: 'note',
    },
  },
  {
    updateCells: {
      start: { sheetId: SHEETS.scores, rowIndex: 4, columnIndex: 1 },
      rows: [
        {
          values: [{ userEnteredFormat: { textFormat: { link: { uri: `#gid=${SHEETS.notes}&range=B2` } } } }],
        },
      ],
      fields: 'userEnteredFormat.textFormat.link',
    },
  },
  {
    setDataValidation: {
      range: scores(3, 7, 2, 3),
      rule: {
        condition: {
          type: 'NUMBER_BETWEEN',
          values: [{ userEnteredValue: '0' }, { userEnteredValue: '2' }],
        },
        strict: true,
        inputMessage: 'Điểm tối đa là 2.',
      },
    },
  },
  {
    setDataValidation: {
      range: scores(3, 7, 3, 4),
      rule: {
        condition: {
          type: 'ONE_OF_LIST',
          values: ['Tốt', 'Khá', 'Yếu'].map((userEnteredValue) => ({ userEnteredValue })),
        },
        strict: true,
        showCustomUi: true,
      },
    },
  },
  {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [scores(3, 7, 2, 3)],
        gradientRule: {
          minpoint: { type: 'MIN', colorStyle: solid(0.97, 0.41, 0.42) },
          midpoint: { type: 'PERCENTILE', value: '50', colorStyle: solid(1, 0.92, 0.52) },
          maxpoint: { type: 'MAX', colorStyle: solid(0.39, 0.75, 0.48) },
        },
      },
    },
  },
  {
    addConditionalFormatRule: {
      index: 1,
      rule: {
        ranges: [scores(3, 7, 0, 2)],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=$D4="Yếu"' }] },
          format: { backgroundColorStyle: solid(1, 0.9, 0.9), textFormat: { bold: true } },
        },
      },
    },
  },
  {
    addProtectedRange: {
      protectedRange: {
        range: scores(2, 3, 0, 7),
        description: 'Tiêu đề do hệ thống ghi',
        editors: { users: ['nobody@par-index.test'] },
      },
    },
  },
  {
    updateDimensionProperties: {
      range: { sheetId: SHEETS.scores, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
      properties: { pixelSize: 220 },
      fields: 'pixelSize',
    },
  },
  {
    updateCells: {
      start: { sheetId: SHEETS.ranking },
      rows: [{ values: [cell('Xếp hạng')] }, { values: [cell('Hạng'), cell('Đơn vị')] }],
      fields: 'userEnteredValue',
    },
  },
  chart(501, 'COLUMN', 3, 'Điểm thẩm định theo đơn vị'),
  chart(502, 'BAR', 19, 'Điểm và tỷ lệ', { stackedType: 'STACKED' }),
  {
    updateCells: {
      start: { sheetId: SHEETS.notes },
      rows: [
        { values: [cell('Ghi chú'), cell('Nội dung')] },
        {
          values: [
            cell('1'),
            { userEnteredValue: { formulaValue: '=HYPERLINK("https://example.test/a","Văn bản")' } },
          ],
        },
      ],
      fields: 'userEnteredValue',
    },
  },
];

const sheet = (sheetId: number, title: string, more: object = {}) => ({
  properties: {
    sheetId,
    title,
    gridProperties: { rowCount: 60, columnCount: 12, frozenRowCount: 3, frozenColumnCount: 2 },
    ...more,
  },
});

const RICH_TITLE = 'Sổ kiểm tra giao diện';

/** Makes the rich workbook as the owner of a token; gives back its id. */
export async function makeRichWorkbook(rootUrl: string, token: string, title = RICH_TITLE): Promise<string> {
  const google = googleAs(rootUrl, token);
  const made = await google('v4/spreadsheets', {
    method: 'POST',
    body: {
      properties: { title, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
      sheets: [
        sheet(SHEETS.scores, 'Điểm', { tabColorStyle: solid(0.8, 0.2, 0.2) }),
        sheet(SHEETS.ranking, 'Xếp hạng'),
        sheet(SHEETS.notes, 'Ghi chú'),
        sheet(SHEETS.hidden, 'Ẩn', { hidden: true }),
      ],
    },
  });
  const id = String(made.body['spreadsheetId']);
  const changed = await google(`v4/spreadsheets/${id}:batchUpdate`, {
    method: 'POST',
    body: { requests: RICH_REQUESTS },
  });
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body));
  return id;
}

/** Lets somebody in. */
export async function share(rootUrl: string, token: string, id: string, permission: object): Promise<void> {
  const answer = await googleAs(rootUrl, token)(`drive/v3/files/${id}/permissions`, {
    method: 'POST',
    body: permission,
  });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
