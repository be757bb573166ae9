import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { versionOf } from '../../src/domain/version.ts';
import { SEEDED_ACCOUNTS } from '../../src/local/stand-in/identity/accounts.ts';
import { bearerAuth } from '../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

const SHEET = 7;
const OTHER = 8;
const [owner, colleague] = SEEDED_ACCOUNTS;
let harness: StandInHarness;
let runs = 0;

beforeEach(async () => {
  harness = await makeStandInHarness([
    { sheetId: SHEET, title: 'Cài đặt' },
    { sheetId: OTHER, title: 'Xếp hạng' },
  ]);
});

afterEach(() => harness.close());

type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

function layOut(more: Partial<LayOut>): Change {
  return { kind: 'lay-out', sheetId: SHEET, columnWidths: [], frozenRows: 0, frozenColumns: 0, ...more };
}

async function commit(...changes: readonly Change[]): Promise<void> {
  const port = harness.open();
  const structure = await port.readStructure();
  runs += 1;
  const outcome = await port.commit({ version: versionOf(structure) + 1, runId: `run-${runs}`, changes });
  expect(outcome.kind).toBe('committed');
}

interface Shown {
  readonly protectedRangeId: number;
  readonly description?: string;
  readonly range?: Readonly<Record<string, number>>;
  readonly unprotectedRanges?: readonly object[];
  readonly editors?: { readonly users?: readonly string[] };
}

async function protections(sheetId = SHEET): Promise<readonly Shown[]> {
  const { sheets } = await harness.rest('GET', `/v4/spreadsheets/${harness.spreadsheetId}`);
  const all = sheets as { properties: { sheetId: number }; protectedRanges?: Shown[] }[];
  return all.find(({ properties }) => properties.sheetId === sheetId)?.protectedRanges ?? [];
}

function batch(...requests: readonly object[]): Promise<unknown> {
  return harness.rest('POST', `/v4/spreadsheets/${harness.spreadsheetId}:batchUpdate`, { requests });
}

const WHOLE = { key: 'tab', description: 'PAR Index' };
const OPEN = { top: 2, left: 0, height: 1, width: 1 };
const HEADER = { key: 'header', description: 'PAR Index', area: { top: 0, left: 0, height: 4, width: 9 } };
const office = ['So-Noi-Vu@tinh.gov.vn'];

test('a tab is protected once, its open cells follow at the next run, and whoever was let in by hand stays in', async () => {
  await commit(layOut({ protections: [{ ...WHOLE, office, open: [OPEN] }] }));
  const [first] = await protections();
  expect(first).toMatchObject({ description: 'PAR Index', range: { sheetId: SHEET } });
  expect(first?.editors?.users).toEqual(['so-noi-vu@tinh.gov.vn', owner?.email]);
  const users = [...(first?.editors?.users ?? []), 'them-tay@tinh.gov.vn'];
  const protectedRange = { protectedRangeId: first?.protectedRangeId, editors: { users } };
  await batch({ updateProtectedRange: { protectedRange, fields: 'editors' } });
  await commit(layOut({ protections: [{ ...WHOLE, office, open: [{ ...OPEN, top: 3 }] }] }));
  const after = await protections();
  expect(after).toHaveLength(1);
  expect(after[0]).toMatchObject({
    protectedRangeId: first?.protectedRangeId,
    unprotectedRanges: [{ startRowIndex: 3, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 }],
    editors: { users },
  });
});

test('a tab that is made later is protected for the office that the workbook has', async () => {
  await commit(layOut({ protections: [{ ...WHOLE, office }] }));
  await commit(layOut({ sheetId: OTHER, protections: [{ ...WHOLE, open: [OPEN] }] }));
  const [later] = await protections(OTHER);
  expect(later?.editors?.users).toEqual((await protections())[0]?.editors?.users);
});

test('somebody who joins the office is let in at the next run, and nobody goes', async () => {
  await commit(layOut({ protections: [{ ...WHOLE, office }] }));
  await commit(layOut({ protections: [{ ...WHOLE, office: ['moi@tinh.gov.vn'] }] }));
  const users = (await protections())[0]?.editors?.users;
  expect(users).toEqual(expect.arrayContaining(['so-noi-vu@tinh.gov.vn', 'moi@tinh.gov.vn']));
});

test('in a workbook whose office nobody named nothing is protected: nobody is locked out', async () => {
  await commit(layOut({ protections: [WHOLE, HEADER] }));
  expect(await protections()).toEqual([]);
});

test('what staff protected stays as it is, and their protection of a whole tab takes the place of ours', async () => {
  const theirs = { protectedRangeId: 5, description: 'Của phòng', range: { sheetId: SHEET } };
  await batch({ addProtectedRange: { protectedRange: theirs } });
  await commit(layOut({ protections: [{ ...WHOLE, office }, HEADER] }));
  const after = await protections();
  expect(after.map(({ description }) => description)).toEqual(['Của phòng', 'PAR Index']);
  expect(after[1]?.range).toMatchObject({ startRowIndex: 0, endRowIndex: 4, endColumnIndex: 9 });
});

test('a protection that is no longer wanted goes', async () => {
  await commit(
    layOut({
      protections: [
        { ...HEADER, office },
        { ...HEADER, key: 'units' },
      ],
    }),
  );
  await commit(layOut({ protections: [{ ...HEADER, office }], protectedBefore: ['header', 'units'] }));
  expect(await protections()).toHaveLength(1);
});

test('everybody may write into the open cell of a protected tab and nowhere else', async () => {
  const address = { role: 'writer', type: 'user', emailAddress: colleague?.email };
  await harness.rest('POST', `/drive/v3/files/${harness.spreadsheetId}/permissions`, address);
  await commit(layOut({ protections: [{ ...WHOLE, office, open: [OPEN] }] }));
  const write = (rowIndex: number) =>
    fetch(new URL(`/v4/spreadsheets/${harness.spreadsheetId}:batchUpdate`, harness.standIn.rootUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${colleague?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        requests: [
          {
            updateCells: {
              start: { sheetId: SHEET, rowIndex, columnIndex: 0 },
              rows: [{ values: [{ userEnteredValue: { stringValue: 'x' } }] }],
              fields: 'userEnteredValue',
            },
          },
        ],
      }),
    });
  expect([(await write(2)).status, (await write(3)).status]).toEqual([200, 400]);
});

test('a commit that meets a protection of staff writes nothing, and tells the range, its name and the owner', async () => {
  const address = { role: 'writer', type: 'user', emailAddress: colleague?.email };
  await harness.rest('POST', `/drive/v3/files/${harness.spreadsheetId}/permissions`, address);
  const range = { sheetId: OTHER, startRowIndex: 3, endRowIndex: 9, startColumnIndex: 1, endColumnIndex: 4 };
  await batch({ addProtectedRange: { protectedRange: { range, description: 'Đã chốt' } } });
  const { rootUrl } = harness.standIn;
  const token = async () => ({ accessToken: colleague?.token ?? '', expiresAt: Date.now() + 3_600_000 });
  const connection = connectGoogle({ auth: bearerAuth(token), rootUrl });
  const port = new GoogleSpreadsheet({ connection, spreadsheetId: harness.spreadsheetId });
  const version = versionOf(await port.readStructure()) + 1;
  const write = (row: number): Change => {
    const rows = [[{ value: 'a' }, { value: 'b' }]];
    return { kind: 'write-cells', sheetId: OTHER, row, column: 0, rows };
  };
  const refused = port.commit({ version, runId: 'run', changes: [write(0), write(8)] });
  await expect(refused).rejects.toMatchObject({
    failure: {
      kind: 'protected-range',
      cells: [{ tab: 'Xếp hạng', range: 'B4:D9', description: 'Đã chốt' }],
      owners: [owner?.email],
    },
  });
  const { sheets } = await port.readStructure();
  const grids = await port.readGrids(sheets);
  expect([grids.get(OTHER), port.cost().writes]).toEqual([[], 1]);
  expect(await port.commit({ version, runId: 'run', changes: [write(0), write(9)] })).toMatchObject({
    kind: 'committed',
  });
});
