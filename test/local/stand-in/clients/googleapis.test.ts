import { Readable } from 'node:stream';
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { GoogleAuth } from 'googleapis-common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';

const ENVIRONMENT = ['GCE_METADATA_HOST', 'METADATA_SERVER_DETECTION'] as const;

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
  process.env['GCE_METADATA_HOST'] = `127.0.0.1:${running.standIn.port}`;
  process.env['METADATA_SERVER_DETECTION'] = 'assume-present';
});
afterAll(async () => {
  for (const name of ENVIRONMENT) delete process.env[name];
  await running.end();
});

test('Google’s own client finds its default credentials here and works as the service account', async () => {
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
  const { rootUrl } = running.standIn;
  const sheets = new sheets_v4.Sheets({ rootUrl, auth });
  const drive = new drive_v3.Drive({ rootUrl, auth });
  const created = await sheets.spreadsheets.create({ requestBody: { properties: { title: 'Của máy' } } });
  const spreadsheetId = created.data.spreadsheetId ?? '';
  await sheets.spreadsheets.values.update({
    spreadsheetId,
    range: "'Sheet1'!A1:B1",
    valueInputOption: 'RAW',
    requestBody: { values: [['Điểm', 7.5]] },
  });
  const read = await sheets.spreadsheets.values.batchGet({
    spreadsheetId,
    ranges: ["'Sheet1'!A1", 'Sheet1!B1:B2'],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(read.data.valueRanges?.map(({ values }) => values)).toEqual([[['Điểm']], [[7.5]]]);
  const file = await drive.files.get({ fileId: spreadsheetId, fields: 'name,owners/emailAddress' });
  expect(file.data).toEqual({ name: 'Của máy', owners: [{ emailAddress: 'robot@stand-in.iam.test' }] });
  await expect(sheets.spreadsheets.get({ spreadsheetId: 'nowhere' })).rejects.toMatchObject({
    status: 404,
    message: 'Requested entity was not found.',
  });
});

test('an upload with its metadata becomes a spreadsheet', async () => {
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/drive'] });
  const { rootUrl } = running.standIn;
  const drive = new drive_v3.Drive({ rootUrl, auth });
  const { data } = await drive.files.create(
    {
      requestBody: { name: 'Nhập', mimeType: 'application/vnd.google-apps.spreadsheet' },
      media: { mimeType: 'text/csv', body: 'mã,điểm\nA,"1,5"\n' },
    },
    { rootUrl },
  );
  const { body } = await running.call(
    'GET',
    `/v4/spreadsheets/${data.id}/values/A1:B2`,
    undefined,
    'token-robot',
  );
  expect(body.values).toEqual([
    ['mã', 'điểm'],
    ['A', '1,5'],
  ]);
});

test('a file of six megabytes goes up from a stream and comes down as it was', async () => {
  const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/drive'] });
  const { rootUrl } = running.standIn;
  const drive = new drive_v3.Drive({ rootUrl, auth });
  const content = Buffer.alloc(6 * 1024 * 1024, 'điểm ');
  const { data } = await drive.files.create(
    { requestBody: { name: 'lớn.txt' }, media: { mimeType: 'text/plain', body: Readable.from([content]) } },
    { rootUrl },
  );
  const got = await drive.files.get({ fileId: data.id ?? '', alt: 'media' }, { responseType: 'arraybuffer' });
  expect(Buffer.from(got.data as unknown as ArrayBuffer).equals(content)).toBe(true);
});
