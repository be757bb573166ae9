import type { Running } from '../running-stand-in.ts';

/** An empty spreadsheet; gives back its id. */
export async function newSpreadsheet(running: Running, body: object = {}, token?: string): Promise<string> {
  const { status, body: created } = await running.call('POST', '/v4/spreadsheets', body, token);
  if (status !== 200) throw new Error(`create answered ${status}`);
  return created.spreadsheetId;
}

export const batch = (running: Running, id: string, requests: unknown, token?: string) =>
  running.call('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests }, token);

export const readValues = async (running: Running, id: string, range: string, query = '') => {
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}${query}`,
  );
  return body.values;
};

export const writeValues = (running: Running, id: string, range: string, values: unknown, option = 'RAW') =>
  running.call(
    'PUT',
    `/v4/spreadsheets/${id}/values/${encodeURIComponent(range)}?valueInputOption=${option}`,
    {
      values,
    },
  );
