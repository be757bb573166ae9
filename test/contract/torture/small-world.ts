import { OAuth2Client } from 'googleapis-common';
import type { Cell } from '../../../src/domain/grid.ts';
import { recompute } from '../../../src/jobs/recompute.ts';
import { connectGoogle } from '../../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../../src/sheets/google-spreadsheet.ts';
import { SMALL_TABS } from '../../jobs/small-workbook.ts';
import { responseOf } from './faulty-fetch.ts';
import { type Google, makeGoogle } from './in-process-google.ts';
import { type KeptState, makeMemoryStore } from './memory-store.ts';

export const ROOT = 'http://127.0.0.1:1/';
export const SPREADSHEET_ID = 'the-spreadsheet';
export const MARKS = { sheetId: 5, key: 'marks.appraisal.bo-1' };
/** A tab of staff's own. */
export const NOTES = { sheetId: 90, title: 'Của phòng', rowCount: 5, columnCount: 5 };

export async function ask(google: Google, method: string, path: string, body?: object): Promise<void> {
  const { status, text } = await google(method, `${ROOT}${path}`, body && JSON.stringify(body));
  if (status !== 200) throw new Error(text);
}

export function cellData(value: Cell): object {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

async function fill(google: Google): Promise<void> {
  const sheets = [...SMALL_TABS, NOTES].map(({ sheetId, title, rowCount, columnCount }) => ({
    properties: { sheetId, title, gridProperties: { rowCount, columnCount } },
  }));
  await ask(google, 'POST', 'v4/spreadsheets', { properties: { title: 'Sổ' }, sheets });
  const requests = SMALL_TABS.flatMap(({ sheetId, cells = [], metadata = [] }): object[] => [
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 0 },
        rows: cells.map((row) => ({ values: row.map(cellData) })),
        fields: 'userEnteredValue',
      },
    },
    ...metadata.map(({ key, value }) => ({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: key,
          metadataValue: value,
          location: { sheetId },
          visibility: 'DOCUMENT',
        },
      },
    })),
  ]);
  await ask(google, 'POST', `v4/spreadsheets/${SPREADSHEET_ID}:batchUpdate`, { requests });
}

let made: Promise<KeptState> | undefined;

/** A small control workbook with results, as it is at the beginning of every world; made once. */
export function beginning(): Promise<KeptState> {
  made ??= makeBeginning();
  return made;
}

async function makeBeginning(): Promise<KeptState> {
  const store = makeMemoryStore();
  const google = makeGoogle(store);
  await fill(google);
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: 'token' });
  const calm: typeof fetch = async (input, init) =>
    responseOf(await google(init?.method ?? 'GET', String(input), init?.body as string | undefined));
  const connection = connectGoogle({ auth, rootUrl: ROOT, fetch: calm });
  const { outcome } = await recompute(
    {
      spreadsheet: new GoogleSpreadsheet({ connection, spreadsheetId: SPREADSHEET_ID }),
      now: () => new Date(1_700_000_000_000),
      clock: () => 0,
      newRunId: () => 'beginning',
    },
    'beginning',
  );
  const last = store.states.at(-1);
  if (outcome.kind !== 'recomputed' || last === undefined) throw new Error('the world has no beginning');
  return last;
}
