import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { provision } from '../../src/jobs/provision.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { bundleMenu, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { cellName } from '../../src/workbook/a1.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
});

afterAll(() => workspace.stop());

async function english() {
  const { input, beside } = await readSample(SAMPLE);
  return { input: { ...input, settings: { ...input.settings, language: 'en' as const } }, beside };
}

test('an English workbook is made in an English file: 0.5 is typed and shown as half a point', async () => {
  const { editor, people, stored } = workspace;
  const id = await workspace.makeWorkbook({ title: 'In English', ...(await english()) }, people.editor);
  expect(stored(id)?.workbook?.properties['locale']).toBe('en_GB');
  const shown = async () => editor.shownValues(id, 'Appraisal – huyen');
  const rows = await shown();
  const row = rows.findIndex((cells) => cells.includes('TDM'));
  const column = rows.find((cells) => cells.includes('Unit code'))?.indexOf('I') ?? -1;
  await editor.typeCell(id, `'Appraisal – huyen'!${cellName(row, column)}`, '0.5');
  expect((await shown())[row]?.[column]).toBe('0.50');
});

test('an English workbook in a Vietnamese file opens with an English menu, and the menu notes what the functions read', async () => {
  const { editor } = workspace.people;
  const { input, beside } = await english();
  const spreadsheetId = await workspace.createSpreadsheet('Tiếng Anh', 'Settings', editor);
  await provision(workspace.spreadsheetOf(spreadsheetId, editor), input, 'en', randomUUID, beside);
  const properties = new Map<string, string>();
  const menu = startMenuSession({
    workspace,
    spreadsheetId,
    person: workspace.people.editor,
    code: await bundleMenu(workspace.functionsUrl),
    properties,
  });
  const captions = async () => (await menu.open()).items.map(({ caption }) => caption);
  expect(await captions()).toContain(MENU_WORDS.recompute.en);
  await menu.run({ functionName: 'pollStatus' });
  expect([...properties]).toEqual([['par.workbook-language', 'en']]);
  await menu.stop();
});
