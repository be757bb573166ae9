import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { provision } from '../../src/jobs/provision.ts';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { readControlFolder } from '../../src/offline/control-folder.ts';
import { parseFurther } from '../../src/workbook/further-tabs.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const DISTRICTS = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

const FURTHER_FILES: Readonly<Record<string, string>> = {
  'past-results.csv': 'Kỳ đánh giá,Mã đơn vị,Chỉ số,Hạng\n2016,TDM,"80,5",1\n2015,TDM,,2\n',
  'predecessors.csv': 'Mã đơn vị,Mã đơn vị tiền thân\nTDM,TDM-CU\n',
  'cases.huyen.csv':
    'Tình huống,Mã tiêu chí,Nguồn,Giá trị nhập,Điểm mong đợi\nĐủ,I,Thẩm định,65,65\nĐủ,II,Điều tra xã hội học,35,35\nĐủ,Chỉ số,,,100\n',
  'Ghi chú của phòng.csv': 'Ghi chú,Người ghi\n"Số liệu chờ ký",Lan\n',
};

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await cp(DISTRICTS, folder, { recursive: true });
  await Promise.all(Object.entries(files).map(([file, text]) => writeFile(join(folder, file), text)));
  return folder;
}

async function readSound(folder: string) {
  const read = await readControlFolder(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

test('a workbook made from a folder has its history, its rule cases and the office’s own tabs as well', async () => {
  const { input, beside } = await readSound(await folderWith(FURTHER_FILES));
  const spreadsheet = makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'Cài đặt' }] });
  await provision(spreadsheet.open(), input, 'vi', () => 'provision', beside);
  const { inputs } = await readWorkbook(spreadsheet.open());
  expect(parseControlWorkbook(inputs)).toEqual({ ok: true, value: input, issues: [] });
  expect(parseFurther(inputs, input)).toEqual({ ok: true, value: beside.further, issues: [] });
  expect(beside.further).toMatchObject({
    history: { results: [{ period: '2016', rank: 1 }, { rank: 2 }], links: [{ predecessorId: 'TDM-CU' }] },
    cases: [{ name: 'Đủ' }],
  });
  expect(spreadsheet.grid('Ghi chú của phòng')).toEqual([
    ['Ghi chú', 'Người ghi'],
    ['Số liệu chờ ký', 'Lan'],
  ]);
  const titles = spreadsheet.structure().sheets.map(({ title }) => title);
  expect(titles.slice(0, 3)).toEqual(['Cài đặt', 'Ghi chú của phòng', 'Nhóm xếp hạng']);
});

test('the office’s own tab is left alone, neither marked nor written, where it stands already', async () => {
  const { input, beside } = await readSound(await folderWith(FURTHER_FILES));
  const spreadsheet = makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'GHI CHÚ CỦA PHÒNG' }] });
  await provision(spreadsheet.open(), input, 'vi', () => 'provision', beside);
  const notes = spreadsheet.structure().sheets.filter(({ title }) => /ghi chú/i.test(title));
  expect(notes).toEqual([expect.objectContaining({ sheetId: 0, metadata: [] })]);
  expect(spreadsheet.grid('GHI CHÚ CỦA PHÒNG')).toEqual([]);
});

test('a workbook without history and cases has no tabs for them', async () => {
  const { input, beside } = await readSound(DISTRICTS);
  const spreadsheet = makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'Cài đặt' }] });
  await provision(spreadsheet.open(), input, 'vi', () => 'provision', beside);
  const kinds = (await readWorkbook(spreadsheet.open())).inputs.map(({ key }) => key.kind);
  expect(kinds.filter((kind) => ['past-results', 'predecessors', 'cases'].includes(kind))).toEqual([]);
});

test('what is wrong with the history of a folder is told with its cell, as with its entries', async () => {
  const broken = { 'past-results.csv': 'Kỳ đánh giá,Mã đơn vị,Chỉ số,Hạng\n2016,TDM,"80,5",đầu\n' };
  const read = await readControlFolder(await folderWith(broken));
  expect(read).toEqual({
    ok: false,
    issues: [{ location: { tab: 'past-results.csv', cell: 'D2' }, code: 'not-a-number', given: 'đầu' }],
  });
});
