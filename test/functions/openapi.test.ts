import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import type { FunctionName } from '../../functions/access/policies.ts';
import { OPERATIONS, openApiDocument } from '../../functions/openapi.ts';
import { ProblemSchema } from '../../functions/schemas/answers.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
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
  await workspace.editor.typeCell(spreadsheetId, `'${title}'!C${header + 2}`, 1);
  const answer = await call('preview', { spreadsheetId });
  expect([answer.status, differs('preview', answer)]).toEqual(['200', 'nothing']);
  const { changes } = answer.body as { changes: readonly { causes?: readonly { cell?: string }[] }[] };
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.flatMap(({ causes }) => causes ?? []).map(({ cell }) => cell)).toContain(`C${header + 2}`);
});

test.each<readonly [FunctionName, unknown, string]>([
  ['recompute', {}, '400'],
  ['recompute', { spreadsheetId: '1AbCdEfGhIjKlMnOpQrStUvWxYz' }, '404'],
])('%s with %j is refused with %s and a problem document as described', async (name, body, status) => {
  const answer = await call(name, body);
  expect([answer.status, differs(name, answer)]).toEqual([status, 'nothing']);
});
