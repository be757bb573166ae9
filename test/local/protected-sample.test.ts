import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { peopleCalls } from '../functions/people-calls.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { appraisedMark } from './mark-cell.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const MARKS = 'Thẩm định – huyen';
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';

let workspace: Workspace;
let id: string;
const { rest, post } = peopleCalls(() => workspace);

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  ({ spreadsheetId: id } = await workspace.openSample(await readSample(SAMPLE)));
  const { people, editor } = workspace;
  expect((await post('recompute', JSON.stringify({ spreadsheetId: id }), people.editor)).status).toBe(200);
  // Stands for somebody of a unit, who enters marks and is not of the office.
  await editor.share(id, people.outsider.email, 'writer');
});
afterAll(() => workspace.stop());

const CLOSED = [
  ['a unit’s code', `'${MARKS}'!A5`],
  ['a unit’s name', `'${MARKS}'!B5`],
  ['how much is entered', `'${MARKS}'!C5`],
  ['a heading', `'${MARKS}'!D1`],
  ['a maximum', `'${MARKS}'!D3`],
  ['a setting', "'Cài đặt'!B3"],
  ['a maximum of the criteria', "'Tiêu chí – huyen'!D3"],
  ['a unit', "'Đơn vị'!B2"],
  ['a result', `'${RANKING}'!F6`],
  ['the log', "'Nhật ký'!A6"],
] as const;

test.each(CLOSED)(
  'in a sample whoever enters marks cannot change %s; the office can',
  async (_what, cell) => {
    const { outsider, publisher, editor } = workspace.people;
    const path = `v4/spreadsheets/${id}/values/${encodeURIComponent(cell)}`;
    const value = (await rest(editor, `${path}?valueRenderOption=UNFORMATTED_VALUE`)).body['values'] ?? [
      [''],
    ];
    const writing = `${path}?valueInputOption=RAW`;
    expect((await rest(outsider, writing, { values: [['x']] }, 'PUT')).status).toBe(400);
    expect((await rest(publisher, writing, { values: value }, 'PUT')).status).toBe(200);
  },
);

test('marks are open to whoever enters them', async () => {
  const cell = encodeURIComponent(await appraisedMark(workspace.editor, id));
  const writing = `v4/spreadsheets/${id}/values/${cell}?valueInputOption=RAW`;
  expect((await rest(workspace.people.outsider, writing, { values: [[41.75]] }, 'PUT')).status).toBe(200);
});
