import { GoogleSpreadsheet } from 'google-spreadsheet';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { redirectGoogle } from './google-addresses.ts';

let running: Running;
let undo: () => void;
beforeAll(async () => {
  running = await runStandIn();
  undo = redirectGoogle(running.standIn.port);
});
afterAll(async () => {
  undo();
  await running.end();
});

test('the npm package google-spreadsheet creates, fills, edits, formats, shares and deletes a workbook', async () => {
  const doc = await GoogleSpreadsheet.createNewSpreadsheetDocument(
    { token: 'token-an' },
    { title: 'Xếp hạng' },
  );
  expect(doc.title).toBe('Xếp hạng');
  const sheet = await doc.addSheet({ title: 'Sở', headerValues: ['code', 'name', 'index'] });
  await sheet.addRows([
    { code: 'SNV', name: 'Sở Nội vụ', index: 92.57 },
    { code: 'STC', name: 'Sở Tài chính', index: 88.1 },
  ]);
  const rows = await sheet.getRows();
  expect(rows.map((row) => row.toObject())).toEqual([
    { code: 'SNV', name: 'Sở Nội vụ', index: '92.57' },
    { code: 'STC', name: 'Sở Tài chính', index: '88.1' },
  ]);
  const [first, second] = rows;
  first?.set('index', 93);
  await first?.save();
  await second?.delete();

  await sheet.loadCells('A1:C2');
  const header = sheet.getCell(0, 0);
  header.textFormat = { bold: true };
  header.backgroundColor = { red: 1, green: 0, blue: 0, alpha: 1 };
  const index = sheet.getCellByA1('C2');
  index.numberFormat = { type: 'NUMBER', pattern: '0.00' };
  await sheet.saveUpdatedCells();
  await sheet.loadCells('A1:C3');
  expect(sheet.getCellByA1('A1').userEnteredFormat?.textFormat).toMatchObject({ bold: true });
  expect([sheet.getCellByA1('C2').value, sheet.getCellByA1('C2').formattedValue]).toEqual([93, '93.00']);
  expect(sheet.getCellByA1('A3').value).toBeNull();

  await sheet.mergeCells({ startRowIndex: 4, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 });
  await sheet.resize({ rowCount: 50, columnCount: 5 });
  await sheet.updateProperties({ title: 'Sở, ban, ngành' });
  await doc.share('binh@stand-in.test', { role: 'reader' });
  const permissions = await doc.listPermissions();
  expect(permissions.map((one) => ('emailAddress' in one ? [one.emailAddress, one.role] : []))).toEqual([
    ['an@stand-in.test', 'owner'],
    ['binh@stand-in.test', 'reader'],
  ]);

  const seen = new GoogleSpreadsheet(doc.spreadsheetId, { token: 'token-binh' });
  await seen.loadInfo();
  expect(seen.sheetsByIndex.map((one) => [one.title, one.rowCount])).toEqual([
    ['Sheet1', 1000],
    ['Sở, ban, ngành', 50],
  ]);
  await expect(seen.updateProperties({ title: 'mine' })).rejects.toThrow(
    /The caller does not have permission/,
  );
  await sheet.delete();
  await doc.delete();
  await expect(seen.loadInfo()).rejects.toThrow(/404/);
});
