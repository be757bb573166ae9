import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'googleapis-common';
import type { Cell } from '../../src/domain/grid.ts';
import { SEEDED_ACCOUNTS } from '../../src/local/stand-in/identity/accounts.ts';
import { type StandIn, startStandIn } from '../../src/local/stand-in/stand-in.ts';
import { connectGoogle } from '../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet, type GoogleSpreadsheetOptions } from '../../src/sheets/google-spreadsheet.ts';
import type { TabInput } from '../fakes/memory-document.ts';
import type { Stretch } from '../fakes/memory-lines.ts';
import type { EditingStaff } from './held-lines.contract.ts';
import type { PortHarness } from './spreadsheet-port.contract.ts';

const TOKEN = SEEDED_ACCOUNTS[0]?.token ?? '';

/** A bare REST call, as anybody's program would make it: none of our own code between test and server. */
export type Rest = (method: string, path: string, body?: unknown) => Promise<Record<string, unknown>>;

function restOf(rootUrl: string): Rest {
  return async (method, path, body) => {
    const response = await fetch(new URL(path, rootUrl), {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer as Record<string, unknown>;
  };
}

/** A cell as somebody who types it sends it. */
export function typedCell(value: Cell): object {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
}

function sheetBody({ sheetId, title, rowCount = 100, columnCount = 26 }: TabInput): object {
  return { properties: { sheetId, title, gridProperties: { rowCount, columnCount } } };
}

function fillTab({ sheetId, cells = [] }: TabInput): object {
  const rows = cells.map((row) => ({ values: row.map(typedCell) }));
  return {
    updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows, fields: 'userEnteredValue' },
  };
}

export interface StandInHarness extends PortHarness {
  readonly staff: EditingStaff;
  readonly standIn: StandIn;
  readonly rest: Rest;
  readonly spreadsheetId: string;
}

/** Smaller calls than in use, so that a small workbook takes many of them; patience for runs among faults. */
export type RunOptions = Omit<GoogleSpreadsheetOptions, 'connection' | 'spreadsheetId'>;

/** The Google adapter against a server of its own on loopback, with one spreadsheet. */
export async function makeStandInHarness(
  tabs: readonly TabInput[],
  options: RunOptions = {},
): Promise<StandInHarness> {
  const storeDir = await mkdtemp(join(tmpdir(), 'par-port-'));
  const standIn = await startStandIn({ port: 0, storeDir });
  const rest = restOf(standIn.rootUrl);
  const made = await rest('POST', '/v4/spreadsheets', {
    properties: { title: 'Sổ kiểm thử', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    sheets: tabs.map(sheetBody),
  });
  const spreadsheetId = String(made['spreadsheetId']);
  const path = `/v4/spreadsheets/${spreadsheetId}`;
  await rest('POST', `${path}:batchUpdate`, { requests: tabs.map(fillTab) });
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: TOKEN });
  const connection = connectGoogle({ auth, rootUrl: standIn.rootUrl });

  const sheetIdOf = async (title: string): Promise<number> => {
    const { sheets } = await rest('GET', `${path}?fields=sheets.properties(sheetId,title)`);
    const all = sheets as readonly {
      readonly properties: { readonly sheetId?: number; readonly title: string };
    }[];
    const found = all.find(({ properties }) => properties.title === title);
    if (found === undefined) throw new Error(`no tab ${title}`);
    return found.properties.sheetId ?? 0;
  };
  const edit = async (request: object): Promise<void> => {
    await rest('POST', `${path}:batchUpdate`, { requests: [request] });
  };
  const rangeOf = async (title: string, { dimension, from, to }: Omit<Stretch, 'sheetId'>) => ({
    sheetId: await sheetIdOf(title),
    dimension: dimension === 'rows' ? 'ROWS' : 'COLUMNS',
    startIndex: from,
    endIndex: to,
  });
  const staff: EditingStaff = {
    type: async (title, rowIndex, columnIndex, value) =>
      edit({
        updateCells: {
          start: { sheetId: await sheetIdOf(title), rowIndex, columnIndex },
          rows: [{ values: [typedCell(value)] }],
          fields: 'userEnteredValue',
        },
      }),
    renameTab: async (title, to) =>
      edit({
        updateSheetProperties: {
          properties: { sheetId: await sheetIdOf(title), title: to },
          fields: 'title',
        },
      }),
    deleteTab: async (title) => edit({ deleteSheet: { sheetId: await sheetIdOf(title) } }),
    insertRow: (title, before) =>
      staff.insertLines(title, { dimension: 'rows', from: before, to: before + 1 }),
    insertLines: async (title, stretch) =>
      edit({ insertDimension: { range: await rangeOf(title, stretch), inheritFromBefore: false } }),
    deleteLines: async (title, stretch) =>
      edit({ deleteDimension: { range: await rangeOf(title, stretch) } }),
    moveLines: async (title, stretch, destinationIndex) =>
      edit({ moveDimension: { source: await rangeOf(title, stretch), destinationIndex } }),
    sortRows: async (title, { from, to }, dimensionIndex) =>
      edit({
        sortRange: {
          range: { sheetId: await sheetIdOf(title), startRowIndex: from, endRowIndex: to },
          sortSpecs: [{ dimensionIndex, sortOrder: 'ASCENDING' }],
        },
      }),
  };
  return {
    standIn,
    rest,
    spreadsheetId,
    open: () => new GoogleSpreadsheet({ connection, spreadsheetId, ...options }),
    close: async () => {
      await standIn.close();
      await rm(storeDir, { recursive: true });
    },
    staff,
  };
}
