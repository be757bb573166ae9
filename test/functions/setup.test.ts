import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { ProblemSchema } from '../../functions/schemas/answers.ts';
import { SetupAnswerSchema } from '../../functions/schemas/setup-schemas.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { peopleCalls } from './people-calls.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');

let workspace: Workspace;
let last: string;
let file: string;

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  ({ spreadsheetId: last } = await workspace.openSample(await readSample(SAMPLE)));
});
afterAll(() => workspace.stop());

const { rest, post, newFile } = peopleCalls(() => workspace);

beforeEach(async () => {
  file = await newFile(workspace.people.publisher, [workspace.people.service, 'writer']);
});

async function setUp(more: object, language = 'en') {
  const asked = JSON.stringify({ spreadsheetId: last, period: '2018', language: 'vi', ...more });
  const { status, body } = await post('setup', asked, workspace.people.publisher, language);
  const schema: z.ZodType = status === 200 ? SetupAnswerSchema : ProblemSchema;
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new Error(JSON.stringify(z.treeifyError(parsed.error)));
  return { status, body };
}

const codeOf = ({ status, body }: Awaited<ReturnType<typeof setUp>>) => [status, body['code']];
const titlesOf = async (id: string) => {
  const { body } = await rest(
    workspace.people.publisher,
    `v4/spreadsheets/${id}?fields=sheets.properties.title`,
  );
  return (body['sheets'] as { properties: { title: string } }[]).map(({ properties }) => properties.title);
};

test('a plan is answered as described, and no file is touched', async () => {
  const { status, body } = await setUp({ from: last });
  expect([status, { ...body, runId: '' }]).toEqual([
    200,
    {
      outcome: 'draft',
      runId: '',
      sets: [{ id: 'huyen', version: null, components: 2, dated: [] }],
      groups: 1,
      units: 9,
      results: 9,
      warnings: [],
      fileName: 'Chỉ số cải cách hành chính – Bình Dương 2018',
      serviceAccount: workspace.people.service.email,
    },
  ]);
  expect(await titlesOf(file)).toEqual(['Sheet1']);
});

test('an editor who is not named is refused in words that speak of setting up a year, not of publishing alone', async () => {
  const asked = JSON.stringify({ spreadsheetId: last, period: '2018', language: 'vi' });
  const { status, body } = await post('setup', asked, workspace.people.editor, 'vi');
  expect({ status, code: body['code'], languages: body['languages'] }).toEqual({
    status: 403,
    code: 'not-a-publisher',
    languages: {
      vi: {
        title: 'Bạn chưa được giao việc này',
        detail:
          'Chưa có gì thay đổi. Chỉ người được chỉ định mới lập bảng tính cho kỳ mới, công bố hoặc rút kết quả; hãy liên hệ người quản trị.',
      },
      en: {
        title: 'You are not named for this',
        detail:
          'Nothing was changed. Only people who are named may set up a year, publish or withdraw; ask the administrator.',
      },
    },
  });
});

test('the file is filled for the year, in the chosen language and locale, once', async () => {
  const request = { from: last, into: file, language: 'en', office: ['editor@par-index.test'] };
  const { status, body } = await setUp(request);
  expect([status, body['outcome'], body['address']]).toEqual([
    200,
    'set-up',
    `http://127.0.0.1:9202/spreadsheets/d/${file}/edit`,
  ]);
  const { publisher, service, editor } = workspace.people;
  const fields = 'properties(title,locale),sheets(properties(title),protectedRanges(editors))';
  const { body: made } = await rest(
    publisher,
    `v4/spreadsheets/${file}?fields=${encodeURIComponent(fields)}`,
  );
  expect(made['properties']).toEqual({ title: 'Bảng tính mới', locale: 'en_GB' });
  const sheets = made['sheets'] as {
    properties: { title: string };
    protectedRanges?: { editors: { users: string[] } }[];
  }[];
  expect(sheets.map(({ properties }) => properties.title).slice(0, 4)).toEqual([
    'Guide',
    'Settings',
    'Groups',
    'Units',
  ]);
  const users = sheets.flatMap(({ protectedRanges = [] }) =>
    protectedRanges.map(({ editors }) => editors.users),
  );
  expect(new Set(users.map((each) => each.toSorted().join()))).toEqual(
    new Set([[editor.email, service.email, publisher.email].toSorted().join()]),
  );
  expect(codeOf(await setUp(request))).toEqual([409, 'not-empty']);
});

test('somebody who clicks twice gets one workbook', async () => {
  const answers = await Promise.all([1, 2].map(() => setUp({ from: last, into: file })));
  expect(answers.map(codeOf).toSorted()).toEqual([
    [200, undefined],
    [409, 'not-empty'],
  ]);
});

test('a file that is named counts only for those who may use it; one that is missing is answered alike', async () => {
  const { editor, outsider, publisher, service } = workspace.people;
  const [hidden, unshared, viewOnly] = await Promise.all([
    newFile(outsider, [service, 'writer']),
    newFile(publisher),
    newFile(editor, [service, 'writer'], [publisher, 'reader']),
  ]);
  const named = [
    { into: hidden },
    { into: unshared },
    { into: viewOnly },
    { into: '1AbCdEfGhIjKlMnOpQrStUvWxYz' },
    { from: viewOnly },
    { criteria: [{ spreadsheetId: hidden }] },
  ];
  const answers = await Promise.all(named.map((each) => setUp(each)));
  expect(answers.map(codeOf)).toEqual(named.map(() => [404, 'named-workbook-unseen']));
  const details = answers.slice(0, 4).map(({ body }) => ({ ...body, runId: '', named: '' }));
  for (const each of details) expect(each).toEqual(details[0]);
  expect(codeOf(await setUp({ criteria: [{ spreadsheetId: viewOnly }] }))).toEqual([422, 'no-criteria']);
});

const ANNEX = [
  ['Set version', '2018'],
  ['Code', 'Parent code', 'Name', 'Maximum', 'Basis', 'Rule', 'Parameters', 'Scoring text'],
];

test.each([
  ['60', 200, /The maximum is 60/],
  ['sáu mươi', 422, /sáu mươi/],
] as const)(
  'criteria in a spreadsheet of their own whose maximum is %s are answered with %i',
  async (maximum, status, text) => {
    const { publisher, service } = workspace.people;
    const annex = await newFile(publisher, [service, 'writer']);
    const values = [
      ...ANNEX,
      ['I', '', 'Appraisal', maximum, 'Appraisal', '', '', 'x'],
      ['II', '', 'Survey', '35', 'Survey', '', '', 'x'],
    ];
    const path = `v4/spreadsheets/${annex}/values/A1?valueInputOption=RAW`;
    expect((await rest(publisher, path, { values }, 'PUT')).status).toBe(200);
    const answer = await setUp({ from: last, criteria: [{ spreadsheetId: annex, set: 'huyen' }] });
    expect(answer.status).toBe(status);
    const lines = (answer.body['warnings'] ?? answer.body['found']) as { text: string }[];
    expect(lines.map((line) => line.text).join('\n')).toMatch(text);
  },
);

test('the log of setting up tells no file, person or place', () => {
  const log = workspace.logged().filter((line) => line.includes('"setup"'));
  expect(log.length).toBeGreaterThan(10);
  for (const secret of [last, file, '@', 'Bình Dương', '2018']) expect(log.join('\n')).not.toContain(secret);
});
