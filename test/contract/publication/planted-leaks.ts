import { plantedIn, RANKING_TAB } from './planted-in-tab.ts';
import { OUTSIDER, PUBLISHER } from './publication-world.ts';
import { batch, type Planted, RANKING, type Tampered, text } from './tampering.ts';

async function drive(
  { world, resultsId }: Tampered,
  method: string,
  path: string,
  body: unknown,
): Promise<void> {
  const answered = await world.call(PUBLISHER, method, `/drive/v3/files/${resultsId}${path}`, body);
  if (answered.status >= 300) throw new Error(JSON.stringify(answered.body));
}

/** A tab of its own, with one cell. */
function plantTab(file: Tampered, title: string, sheetId: number, content: string): Promise<void> {
  const start = { sheetId, rowIndex: 0, columnIndex: 0 };
  return batch(
    file,
    { addSheet: { properties: { title, sheetId } } },
    { updateCells: { start, rows: [{ values: [text(content)] }], fields: 'userEnteredValue' } },
  );
}

/** Leaks that are not in a tab of results. */
const PLANTED_BESIDE: readonly Planted[] = [
  {
    what: 'a comment',
    plant: (file) => drive(file, 'POST', '/comments?fields=id', { content: 'điểm này còn tranh cãi' }),
    expected: { kind: 'comment' },
  },
  {
    what: 'the self-assessment of a unit',
    plant: (file) => plantTab(file, 'Tự đánh giá – huyen', 77, 'TDM'),
    expected: { kind: 'self-assessment', tab: 'Tự đánh giá – huyen' },
  },
  {
    what: 'a draft in a tab of its own',
    plant: (file) => plantTab(file, 'Bản nháp', 78, 'Thuận An 90,12'),
    expected: { kind: 'foreign-tab', tab: 'Bản nháp' },
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
    what: 'a named range',
    plant: async (file) => {
      const range = { sheetId: await file.tabId(RANKING), startRowIndex: 0, endRowIndex: 3 };
      await batch(file, { addNamedRange: { namedRange: { name: 'Can_hoi_lai', range } } });
    },
    expected: { kind: 'named-range' },
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

export const PLANTED: readonly Planted[] = [...plantedIn(RANKING_TAB), ...PLANTED_BESIDE];
