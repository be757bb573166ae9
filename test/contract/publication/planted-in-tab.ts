import type { LeakKind } from '../../../src/domain/leak.ts';
import { cellName } from '../../../src/workbook/a1.ts';
import { batch, type Planted, RANKING, SUMMARY, type Tampered, text } from './tampering.ts';

/** A tab that shows results, and a column that they do not reach. */
export interface LeakingTab {
  readonly title: string;
  /** 0-based. */
  readonly beside: number;
}

export const RANKING_TAB: LeakingTab = { title: RANKING, beside: 9 };
const GROUP = 'Huyện, thị xã, thành phố';
/** The tabs that tell most of single units. */
export const DETAIL_TABS: readonly LeakingTab[] = [
  { title: `Phân tích tiêu chí – ${GROUP}`, beside: 18 },
  { title: `Hồ sơ đơn vị – ${GROUP}`, beside: 9 },
];
/** Keys of all results that may be published. */
export const ALL_RESULTS = [
  'ranking.huyen',
  'by-field.huyen',
  'criteria-analysis.huyen',
  'profiles.huyen',
  'summary',
  'announcement',
];

/** Writes a cell; row and column are 0-based. */
async function writeCell(
  file: Tampered,
  title: string,
  [row, column]: readonly [row: number, column: number],
  cell: object,
  fields = 'userEnteredValue',
) {
  const sheetId = await file.tabId(title);
  const start = { sheetId, rowIndex: row, columnIndex: column };
  await batch(file, { updateCells: { start, rows: [{ values: [cell] }], fields } });
}

/** What may get into a cell where no results are, and what it is. */
const BESIDE: readonly (readonly [what: string, kind: LeakKind, value: object])[] = [
  ['the address of evidence as text', 'link', text('https://drive.google.com/minh-chung')],
  ['an e-mail address', 'email', text('Hỏi vanphong@binhduong.gov.vn')],
  ['a unit’s telephone number', 'contact', text('Chánh Văn phòng, 0274 3822 825')],
  ['a figure beyond the results', 'beyond-results', { userEnteredValue: { numberValue: 51.75 } }],
  ['what a unit claimed for itself', 'beyond-results', text('Tự đánh giá: 60')],
  ['the reason of a council’s decision', 'beyond-results', text('Hội đồng: xét hoàn cảnh')],
  ['the banner of results that do not stand', 'draft', text('KHÔNG CÒN HIỆN HÀNH · x')],
];

/** Every leak that a single tab can have, each in a place of its own. */
export function plantedIn({ title, beside }: LeakingTab): readonly Planted[] {
  const at = (kind: LeakKind, cell?: string) => ({
    kind,
    tab: title,
    ...(cell === undefined ? {} : { cell }),
  });
  return [
    {
      what: 'a formula',
      plant: (file) => writeCell(file, title, [5, 2], { userEnteredValue: { formulaValue: '=1+1' } }),
      expected: at('formula', 'C6'),
    },
    {
      what: 'one changed figure',
      plant: (file) => writeCell(file, title, [6, 4], { userEnteredValue: { numberValue: 96.98 } }),
      expected: at('foreign-cell', 'E7'),
    },
    {
      what: 'a note',
      plant: (file) => writeCell(file, title, [6, 2], { note: 'hỏi lại đơn vị' }, 'note'),
      expected: at('note', 'C7'),
    },
    {
      what: 'a link to evidence',
      plant: (file) =>
        writeCell(
          file,
          title,
          [6, 1],
          { userEnteredFormat: { textFormat: { link: { uri: 'https://drive.google.com/minh-chung' } } } },
          'userEnteredFormat.textFormat.link',
        ),
      expected: at('link', 'B7'),
    },
    ...BESIDE.map(([what, kind, value], place): Planted => {
      const row = 8 + place;
      return {
        what,
        plant: (file) => writeCell(file, title, [row, beside], value),
        expected: at(kind, cellName(row, beside)),
      };
    }),
    ...(['ROWS', 'COLUMNS'] as const).map(
      (dimension): Planted => ({
        what: `hidden ${dimension.toLowerCase()}`,
        plant: async (file) => {
          const range = { sheetId: await file.tabId(title), dimension, startIndex: 6, endIndex: 7 };
          const properties = { hiddenByUser: true };
          await batch(file, { updateDimensionProperties: { range, properties, fields: 'hiddenByUser' } });
        },
        expected: dimension === 'ROWS' ? at('hidden-row', 'A7') : at('hidden-column', 'G1'),
      }),
    ),
    {
      what: 'developer metadata on a row',
      plant: async (file) => {
        const sheetId = await file.tabId(title);
        const dimensionRange = { sheetId, dimension: 'ROWS', startIndex: 5, endIndex: 6 };
        await batch(file, {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: 'ghi-chu',
              metadataValue: 'TDM',
              location: { dimensionRange },
              visibility: 'DOCUMENT',
            },
          },
        });
      },
      expected: at('metadata'),
    },
    {
      what: 'a protected range with a description',
      plant: async (file) => {
        const range = { sheetId: await file.tabId(title), startRowIndex: 0, endRowIndex: 3 };
        const protectedRange = { range, description: 'Chờ ông Nam duyệt', warningOnly: true };
        await batch(file, { addProtectedRange: { protectedRange } });
      },
      expected: at('protected-range'),
    },
    {
      what: 'a chart of cells elsewhere',
      plant: async (file) => {
        const [sheetId, other] = [await file.tabId(title), await file.tabId(SUMMARY)];
        const source = {
          sheetId: other,
          startRowIndex: 4,
          endRowIndex: 6,
          startColumnIndex: 0,
          endColumnIndex: 1,
        };
        const sourceRange = { sources: [source] };
        const basicChart = {
          chartType: 'BAR',
          domains: [{ domain: { sourceRange } }],
          series: [{ series: { sourceRange } }],
        };
        const position = { overlayPosition: { anchorCell: { sheetId, rowIndex: 0, columnIndex: 0 } } };
        await batch(file, { addChart: { chart: { spec: { title: 'x', basicChart }, position } } });
      },
      expected: at('chart-source'),
    },
    {
      what: 'a filter view',
      plant: async (file) => {
        const range = { sheetId: await file.tabId(title), startRowIndex: 4, endRowIndex: 10 };
        await batch(file, { addFilterView: { filter: { title: 'Các đơn vị yếu', range } } });
      },
      expected: at('filter-view'),
    },
    {
      what: 'a list of allowed entries',
      plant: async (file) => {
        const range = {
          sheetId: await file.tabId(title),
          startRowIndex: 7,
          endRowIndex: 8,
          startColumnIndex: 2,
          endColumnIndex: 3,
        };
        const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'TDM' }] };
        await batch(file, { setDataValidation: { range, rule: { condition } } });
      },
      expected: at('validation', 'C8'),
    },
    {
      what: 'a hidden tab',
      plant: async (file) => {
        const properties = { sheetId: await file.tabId(title), hidden: true };
        await batch(file, { updateSheetProperties: { properties, fields: 'hidden' } });
      },
      expected: at('hidden-tab'),
    },
  ];
}
