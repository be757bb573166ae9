import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { runSamples } from '../../src/local/run-samples.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { bundleMenu, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;
let spreadsheetId: string;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  const { input, ...sample } = await readSample(SAMPLE);
  ({ spreadsheetId } = await workspace.openSample({ ...sample, input: { ...input, assessments: [] } }));
});

afterAll(() => workspace.stop());

test.each<readonly [Language, RegExp]>([
  ['vi', /· 0 vấn đề · xếp hạng được 0 trong 9 đơn vị; 9 đơn vị còn thiếu điểm$/],
  ['en', /· 0 issues · 0 of 9 units ranked; 9 lack marks$/],
])(
  'a workbook without any mark: the closing line says that nobody is ranked, in %s',
  async (language, closing) => {
    const menu = startMenuSession({
      workspace,
      spreadsheetId,
      person: workspace.people.editor,
      code: await bundleMenu(workspace.functionsUrl),
      properties: new Map([['par.language', language]]),
    });
    const shown = await menu.click(MENU_WORDS.recompute[language]);
    await menu.stop();
    expect(shown.at(-1)).toMatchObject({ kind: 'toast', text: expect.stringMatching(closing) });
  },
);

test('the terminal says so below the ranking', async () => {
  const lines: string[] = [];
  await runSamples([SAMPLE], { workspace, language: 'en', print: (line) => lines.push(line) });
  expect(lines).toContain('0 of 9 units ranked; 9 lack marks.');
});
