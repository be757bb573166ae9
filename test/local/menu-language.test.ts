import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { bundleMenu, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
});

afterAll(() => workspace.stop());

test('an English workbook in a Vietnamese file opens with an English menu, and the menu notes what the functions read', async () => {
  const { input, ...sample } = await readSample(SAMPLE);
  const english = { ...input, settings: { ...input.settings, language: 'en' as const } };
  const { spreadsheetId } = await workspace.openSample({ ...sample, input: english });
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
