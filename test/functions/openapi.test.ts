import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { FUNCTION_NAMES, type FunctionName } from '../../functions/access/policies.ts';
import { openApiDocument } from '../../functions/openapi.ts';
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

interface Answered {
  readonly status: string;
  /** The kind of document, without its character set. */
  readonly type: string;
  readonly body: unknown;
}

async function call(
  name: FunctionName,
  body: unknown,
  email = workspace.people.editor.email,
): Promise<Answered> {
  const response = await fetch(new URL(name, workspace.functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.identityToken(email)}` },
    body: JSON.stringify(body),
  });
  const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
  return { status: String(response.status), type, body: await response.json() };
}

/** The written document, as whoever calls the functions reads it. */
const DocumentSchema = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(
    z.string(),
    z.object({
      post: z
        .object({
          requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.json() })) }),
          responses: z.record(
            z.string(),
            z.object({ content: z.record(z.string(), z.object({ schema: z.json() })) }),
          ),
        })
        .optional(),
    }),
  ),
  components: z.object({ schemas: z.record(z.string(), z.json()) }),
});

async function readDocument() {
  return DocumentSchema.parse(JSON.parse(await readFile(join(ROOT, 'docs/openapi.json'), 'utf8')));
}

/** What the document says of an answer of this status and kind, or of the body of a request. */
async function describedIn(name: FunctionName, answer?: Answered): Promise<z.ZodType> {
  const { paths, components } = await readDocument();
  const post = paths[`/${name}`]?.post;
  const content = answer === undefined ? post?.requestBody.content : post?.responses[answer.status]?.content;
  const found = content?.[answer?.type ?? 'application/json']?.schema;
  const { $ref } = z.object({ $ref: z.string().optional() }).parse(found ?? {});
  const schema = $ref === undefined ? found : components.schemas[$ref.replace('#/components/schemas/', '')];
  if (schema === undefined)
    throw new Error(`nothing is written of ${name} ${answer?.status} ${answer?.type}`);
  return z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
}

/** The answer as the document has it; what differs otherwise. */
async function differs(name: FunctionName, answer: Answered): Promise<unknown> {
  const parsed = (await describedIn(name, answer)).safeParse(answer.body);
  return parsed.success ? 'nothing' : z.treeifyError(parsed.error);
}

test('the document tells of every function that is served, and of no other', async () => {
  const { paths } = await readDocument();
  expect(new Set(Object.keys(paths))).toEqual(
    new Set([...FUNCTION_NAMES.map((name) => `/${name}`), '/health']),
  );
});

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
  expect([answer.status, await differs(name, answer)]).toEqual([status, 'nothing']);
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
  expect([answer.status, await differs('preview', answer)]).toEqual(['200', 'nothing']);
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
    answered.push([name, answer.status, await differs(name, answer)]);
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

test('work that is put off, a look at its progress, and what came of it are answered as described', async () => {
  const queued = await call('recompute', { spreadsheetId, later: true });
  expect([queued.status, await differs('recompute', queued)]).toEqual(['202', 'nothing']);
  const brief = await call('status', { spreadsheetId, brief: true });
  expect([brief.status, await differs('status', brief)]).toEqual(['200', 'nothing']);
  await vi.waitFor(
    async () => {
      const status = await call('status', { spreadsheetId });
      expect([status.status, await differs('status', status)]).toEqual(['200', 'nothing']);
      expect(status.body).toMatchObject({ running: [], job: { outcome: 'recomputed' } });
    },
    { timeout: 30_000, interval: 200 },
  );
});

test('setup answers its plan and its refusals as described', async () => {
  const { publisher } = workspace.people;
  const asked = { spreadsheetId, from: spreadsheetId, period: '2099', language: 'vi' };
  const answers = [
    await call('setup', asked, publisher.email),
    await call('setup', { ...asked, period: '' }, publisher.email),
    await call('setup', asked),
  ];
  expect(answers.map(({ status }) => status)).toEqual(['200', '400', '403']);
  for (const answer of answers) {
    // biome-ignore lint/performance/noAwaitInLoops: one document after another
    expect(await differs('setup', answer)).toBe('nothing');
  }
});

test.each<readonly [FunctionName, object, boolean]>([
  ['recompute', { later: true }, true],
  ['recompute', { later: 'yes' }, false],
  ['status', { brief: true }, true],
  ['cancel', { runId: 'not a run' }, false],
  ['verify', { more: 1 }, false],
  ['withdraw', { who: 'Sở Nội vụ' }, false],
  ['setup', { period: '2099', language: 'fr' }, false],
])('%s with %j is a request of the document: %s, and the server says the same', async (name, more, isOne) => {
  const body = { spreadsheetId, ...more };
  expect((await describedIn(name)).safeParse(body).success).toBe(isOne);
  const { status } = await call(name, body, workspace.people.publisher.email);
  expect(status === '400').toBe(!isOne);
});

test.each<readonly [FunctionName, unknown, string]>([
  ['recompute', {}, '400'],
  ['recompute', { spreadsheetId: '1AbCdEfGhIjKlMnOpQrStUvWxYz' }, '404'],
])('%s with %j is refused with %s and a problem document as described', async (name, body, status) => {
  const answer = await call(name, body);
  expect([answer.status, await differs(name, answer)]).toEqual([status, 'nothing']);
});
