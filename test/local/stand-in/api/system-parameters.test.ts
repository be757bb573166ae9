import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { newSpreadsheet, writeValues } from './new-spreadsheet.ts';

let running: Running;
let id: string;
beforeAll(async () => {
  running = await runStandIn();
  id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [
    [1, 2],
    [3, 4],
  ]);
});
afterAll(() => running.end());

const get = async (path: string) => (await running.call('GET', path)).body;
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
const bodyOf = async (response: Response): Promise<any> => response.json();
const raw = (path: string, init: RequestInit = {}) => fetch(new URL(path, running.standIn.rootUrl), init);
const values = (query: string) => get(`/v4/spreadsheets/${id}/values/A1:B2?${query}`);

test('an answer is asked for as JSON, in whatever case, or refused before anybody is asked who she is (measured)', async () => {
  expect((await values('alt=JSON')).majorDimension).toBe('ROWS');
  expect((await values('alt=')).majorDimension).toBe('ROWS');
  const refused = async (path: string) => {
    const response = await raw(path);
    return [response.status, (await bodyOf(response)).error.message];
  };
  expect(await refused(`/v4/spreadsheets/${id}?alt=ZZZ`)).toEqual([
    400,
    `Invalid value "ZZZ" for query parameter 'alt'`,
  ]);
  expect(await refused('/drive/v3/files?alt=MEDIA')).toEqual([
    400,
    'Unsupported alt type "media" for non byte stream request.',
  ]);
  const [status, message] = await refused(`/v4/spreadsheets/${id}?$.xgafv=3`);
  expect([status, message]).toEqual([
    400,
    "Invalid query parameters. Invalid value '3' for system query parameter : $.xgafv",
  ]);
});

test('$.xgafv=1 puts the older list of errors into the answers of Sheets (measured)', async () => {
  const range = `/v4/spreadsheets/${id}/values/Nope!A1`;
  expect((await get(range)).error.errors).toBeUndefined();
  const { error } = await get(`${range}?$.xgafv=1`);
  expect(Object.keys(error)).toEqual(['code', 'message', 'errors', 'status']);
  expect(error.errors).toEqual([
    { message: 'Unable to parse range: Nope!A1', domain: 'global', reason: 'badRequest' },
  ]);
  const typed = await values('majorDimension=NOPE&$.xgafv=1');
  expect(typed.error.errors).toEqual([{ message: typed.error.message, reason: 'invalid' }]);
  expect((await get('/v4/spreadsheets/none?$.xgafv=1')).error.errors[0].reason).toBe('notFound');
});

test('who does not say who she is reads with a key or logs in; a wrong token is another thing (measured)', async () => {
  const answered = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const response = await raw(path, { method, headers });
    const { error } = await bodyOf(response);
    return [response.status, error.status, error.errors?.[0].reason, error.message.slice(0, 30)];
  };
  const key = "Method doesn't allow unregiste";
  expect(await answered('GET', `/v4/spreadsheets/${id}`)).toEqual([403, 'PERMISSION_DENIED', undefined, key]);
  expect(await answered('GET', '/drive/v3/files')).toEqual([403, 'PERMISSION_DENIED', 'forbidden', key]);
  const missing = 'Request is missing required au';
  expect(await answered('POST', '/v4/spreadsheets')).toEqual([401, 'UNAUTHENTICATED', undefined, missing]);
  expect(await answered('POST', '/drive/v3/files')).toEqual([401, 'UNAUTHENTICATED', 'required', missing]);
  const wrong = { authorization: 'Bearer expired' };
  const invalid = 'Request had invalid authentica';
  expect(await answered('GET', '/drive/v3/files', wrong)).toEqual([
    401,
    'UNAUTHENTICATED',
    'authError',
    invalid,
  ]);
  const inAddress = await raw(`/v4/spreadsheets/${id}?access_token=token-an`);
  expect(inAddress.status).toBe(200);
});

test('of a parameter that comes twice the first counts, or the last, by its name; all are looked at (measured)', async () => {
  expect(await values('fields=range&fields=bogus')).toEqual({ range: 'Sheet1!A1:B2' });
  expect((await values('fields=bogus&fields=range')).error.code).toBe(400);
  expect((await values('majorDimension=ROWS&majorDimension=COLUMNS')).values).toEqual([
    ['1', '3'],
    ['2', '4'],
  ]);
  expect((await values('majorDimension=NOPE&majorDimension=ROWS')).error.message).toBe(
    `Invalid value at 'major_dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "NOPE"`,
  );
  const names = async (query: string) =>
    (await get(`/drive/v3/files?fields=files(name)&${query}`)).files.length;
  expect(await names(`q=${encodeURIComponent("name='no such'")}&q=trashed=false`)).toBe(0);
});

test('an enum may be given by its number, a flag in short, a number in digits; nothing is no value (measured)', async () => {
  expect((await values('majorDimension=2')).majorDimension).toBe('COLUMNS');
  expect((await values('majorDimension=DIMENSION_UNSPECIFIED')).majorDimension).toBe('ROWS');
  expect((await values('majorDimension=')).error.code).toBe(400);
  const sheet = async (flag: string) => get(`/v4/spreadsheets/${id}?includeGridData=${flag}`);
  expect((await sheet('Y')).sheets[0].data).toHaveLength(1);
  expect((await sheet('no')).sheets[0].data).toBeUndefined();
  expect((await sheet('on')).error.message).toBe(`Invalid value at 'include_grid_data' (TYPE_BOOL), "on"`);
  const { error } = await get('/drive/v3/files?pageSize=NOPE');
  const message = `Invalid value at 'page_size' (TYPE_INT32), "NOPE"`;
  expect(error).toEqual({
    code: 400,
    message,
    errors: [{ message, reason: 'invalid' }],
    status: 'INVALID_ARGUMENT',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: [{ field: 'page_size', description: message }],
      },
    ],
  });
});

test('only false and 0 make an answer compact, and no refusal ever is (measured)', async () => {
  const text = async (address: string) =>
    (await raw(address, { headers: { authorization: 'Bearer token-an' } })).text();
  const path = `/v4/spreadsheets/${id}?fields=spreadsheetId&prettyPrint`;
  expect(await text(`${path}=false`)).toBe(`{"spreadsheetId":"${id}"}`);
  expect(await text(`${path}=0`)).toBe(`{"spreadsheetId":"${id}"}`);
  expect(await text(`${path}=False`)).toBe(`{\n  "spreadsheetId": "${id}"\n}\n`);
  expect(await text('/v4/spreadsheets/none?prettyPrint=false')).toContain('\n  "error"');
});
