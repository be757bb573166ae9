import type { LeakKind } from '../../../src/domain/leak.ts';
import { OUTSIDER, PUBLISHER, type PublicationWorld } from './publication-world.ts';

/** A results file into which somebody who may edit it puts what must not be there. */
export interface Tampered {
  readonly world: PublicationWorld;
  readonly resultsId: string;
  /** The id of a tab by its title. */
  readonly tabId: (title: string) => Promise<number>;
}

export const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const SUMMARY = 'Tổng hợp';

export async function idOfTab({ world, resultsId }: Omit<Tampered, 'tabId'>, title: string): Promise<number> {
  const path = `/v4/spreadsheets/${resultsId}?fields=sheets.properties(sheetId,title)`;
  const { body } = await world.call(PUBLISHER, 'GET', path);
  const sheets = body['sheets'] as { properties: { sheetId?: number; title: string } }[];
  return sheets.find(({ properties }) => properties.title === title)?.properties.sheetId ?? 0;
}

async function batch({ world, resultsId }: Tampered, ...requests: readonly object[]): Promise<void> {
  const path = `/v4/spreadsheets/${resultsId}:batchUpdate`;
  const { status, body } = await world.call(PUBLISHER, 'POST', path, { requests });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

async function drive(
  { world, resultsId }: Tampered,
  method: string,
  path: string,
  body: unknown,
): Promise<void> {
  const answered = await world.call(PUBLISHER, method, `/drive/v3/files/${resultsId}${path}`, body);
  if (answered.status >= 300) throw new Error(JSON.stringify(answered.body));
}

/** Writes a cell of the ranking; row and column are 0-based. */
async function writeCell(file: Tampered, row: number, column: number, cell: object, fields: string) {
  const sheetId = await file.tabId(RANKING);
  const start = { sheetId, rowIndex: row, columnIndex: column };
  await batch(file, { updateCells: { start, rows: [{ values: [cell] }], fields } });
}

const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
/** A cell beside the ranking, in a row and a column that the results do not reach. */
const BESIDE = [17, 9] as const;

export interface Planted {
  readonly what: string;
  readonly plant: (file: Tampered) => Promise<void>;
  /** What the leak check must say: every kind, and the tab and cell where there is one. */
  readonly expected: { readonly kind: LeakKind; readonly tab?: string; readonly cell?: string };
}

const atRanking = (kind: LeakKind, cell?: string) => ({
  kind,
  tab: RANKING,
  ...(cell === undefined ? {} : { cell }),
});

export const PLANTED: readonly Planted[] = [
  {
    what: 'a formula',
    plant: (file) =>
      writeCell(file, 5, 2, { userEnteredValue: { formulaValue: '=1+1' } }, 'userEnteredValue'),
    expected: atRanking('formula', 'C6'),
  },
  {
    what: 'a hidden tab',
    plant: async (file) => {
      const properties = { sheetId: await file.tabId(SUMMARY), hidden: true };
      await batch(file, { updateSheetProperties: { properties, fields: 'hidden' } });
    },
    expected: { kind: 'hidden-tab', tab: SUMMARY },
  },
  ...(['ROWS', 'COLUMNS'] as const).map(
    (dimension): Planted => ({
      what: `hidden ${dimension.toLowerCase()}`,
      plant: async (file) => {
        const range = { sheetId: await file.tabId(RANKING), dimension, startIndex: 6, endIndex: 7 };
        const properties = { hiddenByUser: true };
        await batch(file, { updateDimensionProperties: { range, properties, fields: 'hiddenByUser' } });
      },
      expected: dimension === 'ROWS' ? atRanking('hidden-row', 'A7') : atRanking('hidden-column', 'G1'),
    }),
  ),
  {
    what: 'a note',
    plant: (file) => writeCell(file, 6, 2, { note: 'hỏi lại đơn vị' }, 'note'),
    expected: atRanking('note', 'C7'),
  },
  {
    what: 'a comment',
    plant: (file) => drive(file, 'POST', '/comments?fields=id', { content: 'điểm này còn tranh cãi' }),
    expected: { kind: 'comment' },
  },
  {
    what: 'a link to evidence',
    plant: (file) =>
      writeCell(
        file,
        6,
        2,
        { userEnteredFormat: { textFormat: { link: { uri: 'https://drive.google.com/minh-chung' } } } },
        'userEnteredFormat.textFormat.link',
      ),
    expected: atRanking('link', 'C7'),
  },
  {
    what: 'the address of evidence as text',
    plant: (file) =>
      writeCell(file, ...BESIDE, text('https://drive.google.com/minh-chung'), 'userEnteredValue'),
    expected: atRanking('link', 'J18'),
  },
  {
    what: 'an e-mail address',
    plant: (file) => writeCell(file, ...BESIDE, text('Hỏi vanphong@binhduong.gov.vn'), 'userEnteredValue'),
    expected: atRanking('email', 'J18'),
  },
  {
    what: 'a unit’s telephone number',
    plant: (file) => writeCell(file, ...BESIDE, text('Chánh Văn phòng, 0274 3822 825'), 'userEnteredValue'),
    expected: atRanking('contact', 'J18'),
  },
  {
    what: 'a figure beyond the results',
    plant: (file) =>
      writeCell(file, ...BESIDE, { userEnteredValue: { numberValue: 51.75 } }, 'userEnteredValue'),
    expected: atRanking('beyond-results', 'J18'),
  },
  {
    what: 'the self-assessment of a unit',
    plant: async (file) => {
      const request = {
        addSheet: { properties: { title: 'Tự đánh giá – huyen', sheetId: 77 } },
      };
      await batch(file, request, {
        updateCells: {
          start: { sheetId: 77, rowIndex: 0, columnIndex: 0 },
          rows: [{ values: [text('TDM')] }],
          fields: 'userEnteredValue',
        },
      });
    },
    expected: { kind: 'self-assessment', tab: 'Tự đánh giá – huyen' },
  },
  {
    what: 'a draft in a tab of its own',
    plant: (file) =>
      batch(
        file,
        { addSheet: { properties: { title: 'Bản nháp', sheetId: 78 } } },
        {
          updateCells: {
            start: { sheetId: 78, rowIndex: 0, columnIndex: 0 },
            rows: [{ values: [text('Thuận An 90,12')] }],
            fields: 'userEnteredValue',
          },
        },
      ),
    expected: { kind: 'foreign-tab', tab: 'Bản nháp' },
  },
  {
    what: 'the banner of results that do not stand',
    plant: (file) => writeCell(file, ...BESIDE, text('KHÔNG CÒN HIỆN HÀNH · x'), 'userEnteredValue'),
    expected: atRanking('draft', 'J18'),
  },
  {
    what: 'developer metadata of the control workbook',
    plant: (file) =>
      batch(file, {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataKey: 'par.release',
            metadataValue: '{}',
            location: { spreadsheet: true },
            visibility: 'DOCUMENT',
          },
        },
      }),
    expected: { kind: 'metadata' },
  },
  {
    what: 'developer metadata on a row',
    plant: async (file) => {
      const dimensionRange = {
        sheetId: await file.tabId(RANKING),
        dimension: 'ROWS',
        startIndex: 5,
        endIndex: 6,
      };
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
    expected: atRanking('metadata'),
  },
  {
    what: 'a named range',
    plant: async (file) => {
      const range = { sheetId: await file.tabId(RANKING), startRowIndex: 0, endRowIndex: 3 };
      await batch(file, { addNamedRange: { namedRange: { name: 'Can_hoi_lai', range } } });
    },
    expected: { kind: 'named-range' },
  },
  {
    what: 'a protected range with a description',
    plant: async (file) => {
      const range = { sheetId: await file.tabId(RANKING), startRowIndex: 0, endRowIndex: 3 };
      const protectedRange = { range, description: 'Chờ ông Nam duyệt', warningOnly: true };
      await batch(file, { addProtectedRange: { protectedRange } });
    },
    expected: atRanking('protected-range'),
  },
  {
    what: 'a chart of cells elsewhere',
    plant: async (file) => {
      const [sheetId, other] = [await file.tabId(RANKING), await file.tabId(SUMMARY)];
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
    expected: atRanking('chart-source'),
  },
  {
    what: 'a filter view',
    plant: async (file) => {
      const range = { sheetId: await file.tabId(RANKING), startRowIndex: 4, endRowIndex: 10 };
      await batch(file, { addFilterView: { filter: { title: 'Các đơn vị yếu', range } } });
    },
    expected: atRanking('filter-view'),
  },
  {
    what: 'a list of allowed entries',
    plant: async (file) => {
      const range = {
        sheetId: await file.tabId(RANKING),
        startRowIndex: 6,
        endRowIndex: 7,
        startColumnIndex: 2,
        endColumnIndex: 3,
      };
      const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'TDM' }] };
      await batch(file, { setDataValidation: { range, rule: { condition } } });
    },
    expected: atRanking('validation', 'C7'),
  },
  {
    what: 'a description of the file',
    plant: (file) => drive(file, 'PATCH', '', { description: 'bản chưa duyệt' }),
    expected: { kind: 'file-field' },
  },
  {
    what: 'properties of the file',
    plant: (file) => drive(file, 'PATCH', '', { appProperties: { control: '1AbC' } }),
    expected: { kind: 'file-field' },
  },
  ...(['writer', 'commenter'] as const).map(
    (role): Planted => ({
      what: `a ${role} beside the publisher`,
      plant: (file) =>
        drive(file, 'POST', '/permissions?sendNotificationEmail=false', {
          type: 'user',
          role,
          emailAddress: OUTSIDER.email,
        }),
      expected: { kind: 'sharing' },
    }),
  ),
];
