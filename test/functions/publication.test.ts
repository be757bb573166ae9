import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ProblemSchema } from '../../functions/schemas/answers.ts';
import type { Language } from '../../src/domain/language.ts';
import { PUBLICATION_PROBLEMS } from '../../src/domain/messages/publication-problem-messages.ts';
import { readSample } from '../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../src/local/workspace.ts';
import { appraisedMark } from '../local/mark-cell.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { peopleCalls } from './people-calls.ts';

const SAMPLE = join(import.meta.dirname, '../../sheets-templates/samples/binh-duong-2017');
const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const WORDS = { who: 'Sở Nội vụ', why: 'Công bố theo kế hoạch' };
const ASKED = { ...WORDS, audience: { kind: 'anyone' }, copying: false };

let workspace: Workspace;
let control: string;
const { rest, post, newFile } = peopleCalls(() => workspace);

beforeAll(async () => {
  workspace = await startWorkspace({ port: 0, storeDir: await temporaryFolder() });
});
afterAll(() => workspace.stop());

async function newControl(status: 'official' | 'provisional' = 'official'): Promise<string> {
  const { input, beside } = await readSample(SAMPLE);
  const wanted = { title: 'Sổ nguồn', input: { ...input, scoring: { ...input.scoring, status } }, beside };
  return workspace.makeWorkbook(wanted, workspace.people.publisher);
}

const ask = (name: string, more: object, language: Language = 'vi') =>
  post(name, JSON.stringify({ spreadsheetId: control, ...more }), workspace.people.publisher, language);
const recomputed = () => ask('recompute', {});
const fileOfPublisher = () => newFile(workspace.people.publisher, [workspace.people.service, 'writer']);

async function type(id: string, cell: string, value: string | number) {
  const path = `v4/spreadsheets/${id}/values/${encodeURIComponent(cell)}?valueInputOption=RAW`;
  const { status } = await rest(workspace.people.publisher, path, { values: [[value]] }, 'PUT');
  expect(status).toBe(200);
}

/** Draft and confirmation; gives back the file. */
async function published(): Promise<string> {
  await recomputed();
  const resultsId = await fileOfPublisher();
  const { body } = await ask('publish', { ...ASKED, resultsId });
  const { status } = await ask('publish', { ...ASKED, resultsId, confirm: body['draft'] });
  expect(status).toBe(200);
  return resultsId;
}

const seenByOutsider = async (id: string) =>
  (await rest(workspace.people.outsider, `v4/spreadsheets/${id}?fields=spreadsheetId`)).status;

beforeEach(async () => {
  control = await newControl();
});

test('a draft shows and writes nothing; confirmed it is open to the readers; verified it is identical; withdrawn it is closed', async () => {
  await recomputed();
  const resultsId = await fileOfPublisher();
  const draft = await ask('publish', { ...ASKED, resultsId });
  expect(draft.body).toMatchObject({ outcome: 'draft', number: 1, corrections: [], figures: [] });
  expect(await seenByOutsider(resultsId)).toBe(403);
  const { status, body } = await ask('publish', { ...ASKED, resultsId, confirm: draft.body['draft'] });
  expect([status, body['outcome'], body['resultsId'], body['resumed']]).toEqual([
    200,
    'published',
    resultsId,
    false,
  ]);
  expect(body['address']).toContain(resultsId);
  expect([await seenByOutsider(resultsId), await seenByOutsider(control)]).toEqual([200, 403]);

  const verified = await ask('verify', {});
  expect(verified.body).toMatchObject({
    identical: true,
    release: body['release'],
    differences: [],
    more: 0,
  });
  await type(resultsId, `'${RANKING}'!F6`, 84.85);
  const places = await Promise.all((['vi', 'en'] as const).map((language) => ask('verify', {}, language)));
  expect(places.map(({ body: told }) => told['identical'])).toEqual([false, false]);
  const texts = places.map(({ body: told }) =>
    (told['differences'] as { text: string }[]).map(({ text }) => text).join('\n'),
  );
  for (const text of texts) expect(text).toContain(`${RANKING}!F6`);
  expect(texts[0]).not.toBe(texts[1]);

  const withdrawn = await ask('withdraw', WORDS);
  expect(withdrawn.body).toMatchObject({ outcome: 'withdrawn', number: 1, closed: 1 });
  expect(await seenByOutsider(resultsId)).toBe(403);
});

test('whoever asks first whether they may is told just as the function would tell them', async () => {
  const { publisher, editor, reader } = workspace.people;
  const may = (name: string) => JSON.stringify({ spreadsheetId: control, brief: true, may: name });
  const answers = await Promise.all([
    post('status', may('publish'), publisher),
    post('status', may('publish'), editor),
    post('status', may('verify'), editor),
    post('status', may('publish'), reader),
    post('status', may('status'), reader),
  ]);
  expect(answers.map(({ status, body }) => [status, body['code']])).toEqual([
    [200, undefined],
    [403, 'not-a-publisher'],
    [200, undefined],
    [403, 'not-a-writer'],
    [200, undefined],
  ]);
});

interface Refused {
  readonly code: keyof typeof PUBLICATION_PROBLEMS;
  readonly status: number;
  /** Brings about the state in which it is refused, and asks. */
  readonly asked: () => Promise<(language: Language) => ReturnType<typeof ask>>;
}

const publishing = (more: object) => (language: Language) => ask('publish', { ...ASKED, ...more }, language);
const drive = (id: string, method: string, path: string, body: object) =>
  rest(workspace.people.publisher, `drive/v3/files/${id}${path}`, body, method);

const REFUSED: readonly Refused[] = [
  { code: 'results-out-of-date', status: 409, asked: async () => publishing({}) },
  {
    code: 'cannot-publish',
    status: 422,
    asked: async () => {
      await recomputed();
      await type(control, await appraisedMark(workspace.editor, control), 'chín mươi');
      return publishing({});
    },
  },
  {
    code: 'results-are-provisional',
    status: 409,
    asked: async () => {
      control = await newControl('provisional');
      await recomputed();
      return publishing({});
    },
  },
  {
    code: 'words-not-public',
    status: 422,
    asked: async () => {
      await recomputed();
      return publishing({ who: 'an@so.gov.vn' });
    },
  },
  {
    code: 'not-publishable',
    status: 422,
    asked: async () => {
      await recomputed();
      return publishing({ tabs: ['units'] });
    },
  },
  {
    code: 'no-results-file',
    status: 409,
    asked: async () => {
      await recomputed();
      return publishing({ confirm: '0'.repeat(64) });
    },
  },
  {
    code: 'not-a-results-file',
    status: 409,
    asked: async () => {
      await recomputed();
      const resultsId = await fileOfPublisher();
      await type(resultsId, 'A1', 'việc của người khác');
      return publishing({ resultsId });
    },
  },
  {
    code: 'draft-changed',
    status: 409,
    asked: async () => {
      await recomputed();
      return publishing({ resultsId: await fileOfPublisher(), confirm: '0'.repeat(64) });
    },
  },
  {
    code: 'leaks-found',
    status: 422,
    asked: async () => {
      await drive(await published(), 'POST', '/comments?fields=id', { content: 'còn tranh cãi' });
      return publishing({});
    },
  },
  {
    code: 'chain-broken',
    status: 409,
    asked: async () => {
      const resultsId = await published();
      const { body } = await rest(
        workspace.people.publisher,
        `v4/spreadsheets/${resultsId}/values/${encodeURIComponent("'Cách kiểm tra'")}`,
      );
      const rows = body['values'] as string[][];
      const row = rows.findIndex((cells) => cells.includes(WORDS.why));
      const column = (rows[row] ?? []).indexOf(WORDS.why);
      await type(resultsId, `'Cách kiểm tra'!${String.fromCharCode(65 + column)}${row + 1}`, 'lý do khác');
      return publishing({});
    },
  },
  {
    code: 'results-file-unreachable',
    status: 409,
    asked: async () => {
      await drive(await published(), 'DELETE', '', {});
      return publishing({});
    },
  },
  { code: 'nothing-published', status: 409, asked: async () => (language) => ask('verify', {}, language) },
  {
    code: 'nothing-published',
    status: 409,
    asked: async () => (language) => ask('withdraw', WORDS, language),
  },
  {
    code: 'cannot-verify',
    status: 422,
    asked: async () => {
      await published();
      await type(control, await appraisedMark(workspace.editor, control), 'chín mươi');
      return (language) => ask('verify', {}, language);
    },
  },
  {
    code: 'words-not-public',
    status: 422,
    asked: async () => {
      await published();
      return (language) => ask('withdraw', { ...WORDS, why: 'gọi 0274 3822 825' }, language);
    },
  },
];

test.each(REFUSED)(
  '$code is answered with $status and a problem document in the language of whoever asks',
  async ({ code, status, asked }) => {
    const again = await asked();
    const [vi, en] = [await again('vi'), await again('en')];
    const { title, detail } = PUBLICATION_PROBLEMS[code];
    for (const [language, answer] of [['vi', vi] as const, ['en', en] as const]) {
      expect([answer.status, answer.type]).toEqual([status, 'application/problem+json; charset=utf-8']);
      expect(ProblemSchema.parse(answer.body)).toMatchObject({
        status,
        code,
        title: title[language],
        detail: detail[language],
        languages: { vi: { title: title.vi }, en: { title: title.en } },
      });
    }
  },
);
