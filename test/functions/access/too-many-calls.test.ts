import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROBLEMS } from '../../../src/domain/messages/problem-messages.ts';
import { readSample } from '../../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../../src/local/workspace.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const SAMPLE = join(import.meta.dirname, '../../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;
let spreadsheetId: string;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  ({ spreadsheetId } = await workspace.openSample(await readSample(SAMPLE)));
});

afterAll(() => workspace.stop());

function call(name: string, email: string, more: object = {}, id = spreadsheetId): Promise<Response> {
  return fetch(new URL(name, workspace.functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.identityToken(email)}`, 'accept-language': 'vi' },
    body: JSON.stringify({ spreadsheetId: id, ...more }),
  });
}

test('the 31st call of a person about a workbook in a minute is refused, whatever it asks for, with when to come back', async () => {
  const { editor, publisher } = workspace.people;
  const asked = Array.from({ length: 29 }, () => call('cancel', editor.email, { runId: randomUUID() }));
  const taken = await Promise.all([...asked, call('check', editor.email)]);
  expect(taken.map(({ status }) => status)).toEqual(Array(30).fill(200));
  const refused = await call('preview', editor.email);
  const { code, detail } = (await refused.json()) as { code: string; detail: string };
  expect([refused.status, code, detail]).toEqual([
    429,
    'too-many-calls',
    PROBLEMS['too-many-calls'].detail.vi,
  ]);
  const seconds = Number(refused.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  // Neither a colleague nor whoever watches the progress is kept waiting by it.
  const others = [call('check', publisher.email), call('status', editor.email)];
  expect((await Promise.all(others)).map(({ status }) => status)).toEqual([200, 200]);
});
