import { afterEach, expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import type { Answer, RecordingServer } from './recording-server.ts';
import { errorAnswer, held, isAboutProtections, isCommit, openScripted } from './scripted-google.ts';

let server: RecordingServer;

afterEach(() => server.close());

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const GRID = { rowCount: 50, columnCount: 28 };

/** Two tabs as the account sees them: the structure is told with a hidden tab 9, which staff protected here and there. */
function protectedTabs(protectedRanges: readonly object[]): Answer {
  const sheets = [
    { properties: { sheetId: 0, title: 'Đơn vị', gridProperties: GRID }, protectedRanges: [{ range: {} }] },
    { properties: { sheetId: 9, title: 'Điểm', gridProperties: GRID }, protectedRanges },
  ];
  return { status: 200, body: { sheets } };
}

interface Refused {
  readonly changes: readonly Change[];
  readonly request?: number;
  readonly protections: Answer;
  readonly owners?: Answer;
  readonly bytesPerWrite?: number;
}

const OWNED: Answer = { status: 200, body: { owners: [{ emailAddress: 'chu@tinh.gov.vn' }] } };

/** Commits what Google refuses: the failure, and what was asked of Google from the refusal on. */
async function refused({ changes, request, protections, owners = OWNED, bytesPerWrite }: Refused) {
  const named = request === undefined ? '' : `Invalid requests[${request}].updateCells: `;
  const scripted = await openScripted((asked) => {
    if (asked.body.includes('par.version')) return errorAnswer(400, `${named}${PROTECTED}`);
    if (isCommit(asked)) return { status: 200, body: {} };
    if (isAboutProtections(asked)) return protections;
    return asked.path.startsWith('/drive/') ? owners : held('nobody');
  });
  server = scripted.server;
  const port = new GoogleSpreadsheet({
    connection: scripted.connection,
    spreadsheetId: 'the-id',
    ...(bytesPerWrite === undefined ? {} : { bytesPerWrite }),
  });
  await port.readStructure();
  const commit = { version: 5, runId: 'run-5', changes };
  const error: unknown = await port.commit(commit).catch((failed: unknown) => failed);
  const { failure } = error as { readonly failure?: unknown };
  return { failure, asked: server.requests.slice(2).map(({ path }) => path), cost: port.cost() };
}

/** Request 1 of the commit: rows 3 to 5, columns C and D of tab 9. */
const block: Change = {
  kind: 'write-cells',
  sheetId: 9,
  row: 2,
  column: 2,
  rows: Array.from({ length: 3 }, () => [{ value: 1 }, { value: 2 }]),
};
const range = (top: number, bottom: number, left: number, right: number) => ({
  sheetId: 9,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: left,
  endColumnIndex: right,
});

test('a refused write is told with the range that it met, its description, and the editors whom Google names', async () => {
  const editors = { users: ['a@tinh.gov.vn'], groups: ['to-cchc@tinh.gov.vn'] };
  const { failure, asked, cost } = await refused({
    changes: [block],
    request: 1,
    protections: protectedTabs([
      { range: range(4, 9, 3, 8), description: 'Đã chốt', editors },
      { range: range(5, 9, 3, 8), description: 'Dưới vùng ghi' },
      { range: range(0, 9, 0, 9), description: 'Được sửa', requestingUserCanEdit: true },
      { range: range(0, 9, 0, 9), description: 'Chỉ nhắc', warningOnly: true },
    ]),
  });
  expect(failure).toEqual({
    kind: 'protected-range',
    cells: [{ tab: 'Điểm', range: 'D5:H9', description: 'Đã chốt' }],
    editors: ['a@tinh.gov.vn', 'to-cchc@tinh.gov.vn'],
  });
  expect([asked, cost.reads, cost.writes]).toEqual([['/v4/spreadsheets/the-id'], 2, 1]);
});

test('where the editors are not told, the owners are asked for', async () => {
  const { failure, asked } = await refused({
    changes: [block],
    request: 1,
    protections: protectedTabs([{ range: { sheetId: 9 } }]),
  });
  expect(failure).toEqual({
    kind: 'protected-range',
    cells: [{ tab: 'Điểm' }],
    owners: ['chu@tinh.gov.vn'],
  });
  expect(asked).toEqual(['/v4/spreadsheets/the-id', '/drive/v3/files/the-id']);
});

test('a protected tab is not in the way of the cells that it leaves open', async () => {
  const whole = { range: { sheetId: 9 }, description: 'Trang', unprotectedRanges: [range(2, 5, 2, 4)] };
  const { failure } = await refused({
    changes: [block],
    request: 1,
    protections: protectedTabs([whole, { range: range(2, 3, 2, 3), description: 'Một ô' }]),
  });
  expect(failure).toMatchObject({ cells: [{ tab: 'Điểm', range: 'C3', description: 'Một ô' }] });
});

test('rows that are put in and tabs that are laid out are told by what is closed there', async () => {
  const insert: Change = { kind: 'insert-lines', sheetId: 9, dimension: 'rows', at: 6, count: 2 };
  const rows = { sheetId: 9, startRowIndex: 6, endRowIndex: 20 };
  const columns = { sheetId: 9, startColumnIndex: 26 };
  const protections = protectedTabs([{ range: rows }, { range: columns }, { range: range(0, 6, 0, 3) }]);
  const { failure } = await refused({ changes: [insert], request: 1, protections });
  expect(failure).toMatchObject({
    cells: [
      { tab: 'Điểm', range: '7:20' },
      { tab: 'Điểm', range: 'AA:AB' },
    ],
  });
});

test('a block that is copied into place is told by where it goes', async () => {
  const many: Change = { ...block, rows: Array.from({ length: 40 }, () => [{ value: 'chữ' }, { value: 2 }]) };
  const { failure } = await refused({
    changes: [many],
    request: 1,
    protections: protectedTabs([{ range: range(30, 31, 3, 4), description: 'Khóa' }]),
    bytesPerWrite: 1_500,
  });
  expect(failure).toMatchObject({ cells: [{ tab: 'Điểm', range: 'D31', description: 'Khóa' }] });
});

test('where Google names no request, all cells of the batch are looked at', async () => {
  const { failure } = await refused({
    changes: [{ ...block, row: 20 }, block],
    protections: protectedTabs([{ range: range(21, 22, 2, 3) }, { range: range(40, 41, 2, 3) }]),
  });
  expect(failure).toMatchObject({ cells: [{ tab: 'Điểm', range: 'C22' }] });
});

test('what cannot be learnt is left out, and the refusal is told all the same', async () => {
  const { failure } = await refused({
    changes: [block],
    request: 1,
    protections: errorAnswer(503, ''),
    owners: errorAnswer(403, 'Insufficient permissions'),
  });
  expect(failure).toEqual({ kind: 'protected-range' });
});
