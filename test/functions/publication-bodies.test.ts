import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProblemSchema } from '../../functions/schemas/answers.ts';
import type { Language } from '../../src/domain/language.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { peopleCalls } from './people-calls.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const WORDS = { who: 'Sở Nội vụ', why: 'Công bố theo kế hoạch' };
const ASKED = { ...WORDS, audience: { kind: 'anyone' }, copying: false };

let workspace: Workspace;
let control: string;
const { post } = peopleCalls(() => workspace);

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
  ({ spreadsheetId: control } = await workspace.openSample(await readSample(SAMPLE)));
});
afterAll(() => workspace.stop());

const ask = (name: string, more: object, language: Language) =>
  post(name, JSON.stringify({ spreadsheetId: control, ...more }), workspace.people.publisher, language);

test.each<readonly [string, string, object, string]>([
  ['publish', 'an audience that nobody knows', { ...ASKED, audience: { kind: 'all' } }, 'audience.kind'],
  [
    'publish',
    'a domain that is none',
    { ...ASKED, audience: { kind: 'domain', domain: 'x' } },
    'audience.domain',
  ],
  ['publish', 'copying as a word', { ...ASKED, copying: 'yes' }, 'copying'],
  ['publish', 'no reason', { ...ASKED, why: undefined }, 'why'],
  ['publish', 'a name of two lines', { ...ASKED, who: 'Sở Nội vụ\nNgười ký' }, 'who'],
  ['publish', 'no tab at all', { ...ASKED, tabs: [] }, 'tabs'],
  ['publish', 'a draft that is no hash', { ...ASKED, confirm: 'yes' }, 'confirm'],
  ['withdraw', 'no name', { why: WORDS.why }, 'who'],
])('%s with %s is a wrong body: the place is named in both languages', async (name, _what, more, place) => {
  const answers = [await ask(name, more, 'vi'), await ask(name, more, 'en')];
  expect(answers.map(({ status, type: kind }) => [status, kind])).toEqual([
    [400, 'application/problem+json; charset=utf-8'],
    [400, 'application/problem+json; charset=utf-8'],
  ]);
  const told = answers.map(({ body }) => body['violations'] as { field: string; message: string }[]);
  expect(told.map((each) => each.map(({ field }) => field))).toEqual([[place], [place]]);
  expect(told[0]?.[0]?.message).not.toBe(told[1]?.[0]?.message);
});

test.each(['publish', 'withdraw', 'verify'])(
  '%s with a body that is no JSON is refused as such',
  async (name) => {
    const { publisher } = workspace.people;
    const answers = [
      await post(name, '{"spreadsheetId":', publisher),
      await post(name, '[]', publisher, 'en'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
    for (const { body } of answers) expect(ProblemSchema.safeParse(body).success).toBe(true);
  },
);
