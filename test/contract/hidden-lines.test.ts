import { OAuth2Client } from 'googleapis-common';
import { expect, test } from 'vitest';
import { recompute } from '../../src/jobs/recompute.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../src/sheets/google-spreadsheet.ts';
import { responseOf } from './torture/faulty-fetch.ts';
import { type Google, makeGoogle } from './torture/in-process-google.ts';
import { makeMemoryStore } from './torture/memory-store.ts';
import { ask, beginning, cellData, MARKS, ROOT, SPREADSHEET_ID } from './torture/small-world.ts';
import { viewOf } from './torture/view.ts';

const FIRST_ID = 100_000;

function edit(google: Google, ...requests: readonly object[]): Promise<void> {
  return ask(google, 'POST', `v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`, { requests });
}

/** Staff hide some rows and a column, as one does who looks at a few units only. */
function hide(sheetId: number): readonly object[] {
  const lines = [
    { dimension: 'ROWS', startIndex: 2, endIndex: 6 },
    { dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
  ];
  return lines.map((range) => ({
    updateDimensionProperties: {
      range: { sheetId, ...range },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  }));
}

/** What a recompute leaves of a changed mark where staff hide lines of every written tab before one of its calls. */
async function recomputeAmid(hiddenBefore: number | undefined) {
  const store = makeMemoryStore([await beginning()]);
  const google = makeGoogle(store, FIRST_ID);
  const start = { sheetId: MARKS.sheetId, rowIndex: 1, columnIndex: 2 };
  const rows = [{ values: [cellData(0.5)] }];
  await edit(google, { updateCells: { start, rows, fields: 'userEnteredValue' } });
  const written = [...(await viewOf(lastOf(store.states), store)).written.values()];
  let calls = 0;
  const interrupted: typeof fetch = async (input, init) => {
    calls += 1;
    if (calls === hiddenBefore) await edit(google, ...written.flatMap(({ tab }) => hide(tab.sheetId)));
    return responseOf(await google(init?.method ?? 'GET', String(input), init?.body as string | undefined));
  };
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  const connection = connectGoogle({ auth, rootUrl: ROOT, fetch: interrupted });
  const spreadsheet = new GoogleSpreadsheet({ connection, spreadsheetId: SPREADSHEET_ID });
  const now = () => new Date(1_700_000_100_000);
  const { outcome } = await recompute({ spreadsheet, now, clock: () => 0, newRunId: () => 'run' }, 'robot');
  const { written: after } = await viewOf(lastOf(store.states), store);
  return {
    kind: outcome.kind,
    calls,
    shown: [...after].map(([key, { grid }]) => ({ key, grid })),
    hidden: await hiddenLines(google),
  };
}

interface Lines {
  readonly sheets: readonly {
    readonly data?: readonly Record<
      'rowMetadata' | 'columnMetadata',
      readonly { hiddenByUser?: boolean }[]
    >[];
  }[];
}

/** How many rows and columns are hidden in the whole workbook. */
async function hiddenLines(google: Google): Promise<number> {
  const fields = 'sheets.data(rowMetadata.hiddenByUser,columnMetadata.hiddenByUser)';
  const query = `fields=${encodeURIComponent(fields)}&includeGridData=true`;
  const { text } = await google('GET', `${ROOT}v4/spreadsheets/${SPREADSHEET_ID}?${query}`);
  const { sheets } = JSON.parse(text) as Lines;
  const lines = sheets.flatMap(({ data = [] }) =>
    data.flatMap(({ rowMetadata = [], columnMetadata = [] }) => [...rowMetadata, ...columnMetadata]),
  );
  return lines.filter(({ hiddenByUser }) => hiddenByUser === true).length;
}

function lastOf<T>(items: readonly T[]): T {
  const last = items.at(-1);
  if (last === undefined) throw new Error('there is nothing');
  return last;
}

const undisturbed = recomputeAmid(undefined);

test('a recompute is made of a few calls, before each of which somebody may hide lines', async () => {
  const { kind, calls, hidden, shown } = await undisturbed;
  expect([kind, calls, hidden]).toEqual(['recomputed', 4, 0]);
  // Not one that found everything as it should be.
  expect(shown.find(({ key }) => key === 'run-log')?.grid.at(-1)).toContain('Đã tính lại');
});

test.each([1, 2, 3, 4])(
  'rows and columns that staff hide before call %i are written like any other, and stay hidden',
  async (call) => {
    const { kind, shown } = await undisturbed;
    const amid = await recomputeAmid(call);
    expect([amid.kind, amid.shown]).toEqual([kind, shown]);
    expect(amid.hidden).toBe(5 * shown.length);
  },
);
