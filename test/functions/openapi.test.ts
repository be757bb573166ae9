import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { FunctionName } from '../../functions/access/policies.ts';
import { OPERATIONS, openApiDocument } from '../../functions/openapi.ts';
import { ProblemSchema } from '../../functions/schemas/answers.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { cellName } from '../../src/workbook/a1.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

let workspace: Workspace;
let spreadsheetId: string;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  const sample = await readSample(join(ROOT, 'sheets-templates/samples/tay-ninh-2023'));
  ({ spreadsheetId } = await workspace.openSample(sample));
});

afterAll(() => workspace.stop());

async function call(name: FunctionName, body: unknown, email = workspace.people.editor.email) {
  const response = await fetch(new URL(name, workspace.functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.identityToken(email)}` },
    body: JSON.stringify(body),
  });
  return { status: String(response.status), body: (await response.json()) as unknown };
}

/** What the description says of an answer of this status. */
function schemaFor(name: FunctionName, status: string): z.ZodType {
  return OPERATIONS[name].answers[status] ?? ProblemSchema;
}

/** The answer as the description has it; what differs otherwise. */
function differs(name: FunctionName, { status, body }: { status: string; body: unknown }): unknown {
  const parsed = schemaFor(name, status).safeParse(body);
  return parsed.success ? 'nothing' : z.treeifyError(parsed.error);
}

test('docs/openapi.json is what the schemas say; npm run openapi writes it anew', async () => {
  const text = await readFile(join(ROOT, 'docs/openapi.json'), 'utf8');
  expect(JSON.parse(text)).toEqual(openApiDocument());
});

test.each<readonly [FunctionName, string]>([
  ['preview', '200'],
  ['check', '200'],
  ['status', '200'],
  ['recompute', '200'],
  ['preview', '200'],
  ['status', '200'],
  ['cancel', '200'],
])('%s answers %s as it is described, to the last field', async (name, status) => {
  const answer = await call(name, { spreadsheetId });
  expect([answer.status, differs(name, answer)]).toEqual([status, 'nothing']);
});

test('after an entry was changed, previews tell what would move, as described', async () => {
  const [title = ''] = [...(await workspace.editor.tabTitles(spreadsheetId))]
    .filter(([key]) => key.startsWith('marks.appraisal.'))
    .map(([, tab]) => tab);
  const rows = await workspace.editor.shownValues(spreadsheetId, title);
  const header = rows.findIndex((row) => row.includes('Mã đơn vị'));
  const mark = cellName(header + 1, (rows[header] ?? []).length - 1);
  await workspace.editor.typeCell(spreadsheetId, `'${title}'!${mark}`, 1);
  const answer = await call('preview', { spreadsheetId });
  expect([answer.status, differs('preview', answer)]).toEqual(['200', 'nothing']);
  const { changes } = answer.body as { changes: readonly { causes?: readonly { cell?: string }[] }[] };
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.flatMap(({ causes }) => causes ?? []).map(({ cell }) => cell)).toContain(mark);
});

/** An empty file of the publisher's, shared with the functions' account. */
async function newFile(): Promise<string> {
  const { publisher, service } = workspace.people;
  const make = async (path: string, body: object) => {
    const response = await fetch(new URL(path, workspace.sheetsUrl), {
      method: 'POST',
      headers: { authorization: `Bearer ${publisher.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { id: string };
  };
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const { id } = await make('drive/v3/files', { name: 'Kết quả', mimeType });
  const share = { type: 'user', role: 'writer', emailAddress: service.email };
  await make(`drive/v3/files/${id}/permissions?sendNotificationEmail=false`, share);
  return id;
}

test('publish, verify and withdraw answer as described, drafts and refusals too', async () => {
  const { publisher, editor } = workspace.people;
  const words = { who: 'Sở Nội vụ', why: 'Công bố theo kế hoạch' };
  const request = { spreadsheetId, ...words, audience: { kind: 'anyone' }, copying: false };
  const answered: unknown[] = [];
  const ask = async (name: FunctionName, body: unknown, email = publisher.email) => {
    const answer = await call(name, body, email);
    answered.push([name, answer.status, differs(name, answer)]);
    return answer.body as Record<string, string>;
  };
  await ask('publish', request);
  await call('recompute', { spreadsheetId });
  const { draft: confirm } = await ask('publish', request);
  const resultsId = await newFile();
  await ask('publish', { ...request, confirm });
  await ask('publish', { ...request, confirm, resultsId });
  await ask('publish', { ...request, confirm: '0'.repeat(64) });
  await ask('publish', { ...request, audience: { kind: 'people', addresses: ['nobody'] } });
  await ask('publish', request, editor.email);
  await ask('verify', { spreadsheetId }, editor.email);
  await ask('withdraw', { spreadsheetId, ...words });
  await ask('withdraw', { spreadsheetId });
  expect(answered).toEqual([
    ['publish', '409', 'nothing'],
    ['publish', '200', 'nothing'],
    ['publish', '409', 'nothing'],
    ['publish', '200', 'nothing'],
    ['publish', '409', 'nothing'],
    ['publish', '400', 'nothing'],
    ['publish', '403', 'nothing'],
    ['verify', '200', 'nothing'],
    ['withdraw', '200', 'nothing'],
    ['withdraw', '400', 'nothing'],
  ]);
});

test.each<readonly [FunctionName, unknown, string]>([
  ['recompute', {}, '400'],
  ['recompute', { spreadsheetId: '1AbCdEfGhIjKlMnOpQrStUvWxYz' }, '404'],
])('%s with %j is refused with %s and a problem document as described', async (name, body, status) => {
  const answer = await call(name, body);
  expect([answer.status, differs(name, answer)]).toEqual([status, 'nothing']);
});
