import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MENU_WORDS } from '../../src/domain/messages/menu-messages.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { bundleMenu, type MenuSession, startMenuSession } from '../../src/local/script-host/menu-session.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;
let code: string;
let workbooks = 0;
const sessions: MenuSession[] = [];

beforeAll(async () => {
  // A recompute is put off after 8/11 of this; a minute would be long to wait here.
  const environment = { PAR_ANSWER_WITHIN_SECONDS: '6' };
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder(), environment });
  code = await bundleMenu(workspace.functionsUrl);
});

afterAll(async () => {
  await Promise.all(sessions.map((session) => session.stop()));
  await workspace.stop();
});

async function newWorkbook(): Promise<string> {
  workbooks += 1;
  const sample = await readSample(SAMPLE);
  return (await workspace.openSample({ ...sample, title: `${sample.title} ${workbooks}` })).spreadsheetId;
}

/** The next call of this method takes longer than anybody waits. */
async function holdNext(method: string): Promise<void> {
  const response = await fetch(new URL('stand-in/faults', workspace.sheetsUrl), {
    method: 'POST',
    headers: { 'x-stand-in-admin': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'slow', milliseconds: 120_000, methods: [method], times: 1 }),
  });
  expect(response.status).toBe(200);
}

test.each([
  ['the reading', 'sheets.spreadsheets.values.batchGet'],
  ['the write, of which nobody knows whether it took effect,', 'sheets.spreadsheets.batchUpdate'],
])(
  'a first recompute whose time is over in the midst of %s goes into the queue by itself, and the next one at once',
  async (_, method) => {
    const spreadsheetId = await newWorkbook();
    const properties = new Map([['par.language', 'vi']]);
    const person = workspace.people.editor;
    const menu = startMenuSession({ workspace, spreadsheetId, person, code, properties });
    sessions.push(menu);
    await holdNext(method);
    const shown = await menu.click(MENU_WORDS.recompute.vi);
    const toasts = shown.flatMap((what) => (what.kind === 'toast' ? what.text : []));
    expect(toasts).toEqual([MENU_WORDS.recomputing.vi, MENU_WORDS.queued.vi]);
    expect(Number(properties.get('par.last-ms'))).toBeGreaterThan(40_000);
    await vi.waitFor(
      async () => {
        const state = (await menu.run({ functionName: 'pollStatus' })) as { ended: string };
        expect(state.ended).toMatch(/^Đã tính lại 9 đơn vị/);
      },
      { timeout: 60_000, interval: 300 },
    );
    const log = (await workspace.editor.shownValues(spreadsheetId, 'Nhật ký')).slice(5);
    expect(log.map((line) => [line[2], line[3]])).toEqual([[person.email, 'Đã tính lại']]);
  },
);
