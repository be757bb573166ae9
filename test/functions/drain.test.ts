import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const ADMIN = { 'x-stand-in-admin': '1', 'content-type': 'application/json' };

/** A workspace in which the next reading of cells takes a second and a half. */
async function startSlow() {
  const workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  const { spreadsheetId } = await workspace.openSample(await readSample(SAMPLE));
  const faults = new URL('stand-in/faults', workspace.sheetsUrl);
  const methods = ['sheets.spreadsheets.values.batchGet'];
  const body = JSON.stringify({ kind: 'slow', milliseconds: 1_500, methods, times: 1 });
  expect((await fetch(faults, { method: 'POST', headers: ADMIN, body })).status).toBe(200);
  const whenHeld = () =>
    vi.waitFor(
      async () => expect(await (await fetch(faults, { headers: ADMIN })).json()).toEqual({ faults: [] }),
      {
        timeout: 30_000,
      },
    );
  return { workspace, spreadsheetId, whenHeld };
}

function recompute({ functionsUrl, identityToken, people }: Workspace, body: object): Promise<Response> {
  return fetch(new URL('recompute', functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${identityToken(people.editor.email)}` },
    body: JSON.stringify(body),
  });
}

/** What the log says of runs and of stopping, in order. */
function toldBy({ logged }: Workspace): readonly unknown[] {
  return logged()
    .map((line) => JSON.parse(line) as { message: string; status?: number })
    .filter(({ message }) => message === 'recompute' || message.startsWith('stop'))
    .map(({ message, status }) => (status === undefined ? message : [message, status]));
}

test('asked to stop, work that was put off and is under way comes to its end first', async () => {
  const { workspace, spreadsheetId, whenHeld } = await startSlow();
  expect((await recompute(workspace, { spreadsheetId, later: true })).status).toBe(202);
  await whenHeld();
  await workspace.stop();
  expect(toldBy(workspace)).toEqual([['recompute', 202], 'stopping', ['recompute', 200]]);
});
