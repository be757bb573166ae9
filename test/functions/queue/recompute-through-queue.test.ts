import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSample } from '../../../src/local/sample-workbook.ts';
import { startWorkspace, type Workspace } from '../../../src/local/workspace.ts';
import { appraisedMark } from '../../local/mark-cell.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { type FakeCloudTasks, startFakeCloudTasks } from './fake-cloud-tasks.ts';

const SAMPLE = join(import.meta.dirname, '../../../sheets-templates/samples/binh-duong-2017');
const ACCOUNT = 'queue@par-index.test';
const URL_OF_FUNCTIONS = 'https://par-index.example.test/';

let tasks: FakeCloudTasks;
let workspace: Workspace;
let spreadsheetId: string;

beforeAll(async () => {
  tasks = await startFakeCloudTasks({
    token: (email, aud) => workspace.issuer.sign({ email, aud }),
    workerUrl: () => workspace.functionsUrl,
    duplicates: 2,
  });
  workspace = await startWorkspace({
    port: 0,
    storeDir: await temporaryFolder(),
    environment: {
      PAR_TASKS_QUEUE: 'projects/p/locations/l/queues/q',
      PAR_TASKS_ACCOUNT: ACCOUNT,
      PAR_URL: URL_OF_FUNCTIONS,
      PAR_TASKS_ROOT_URL: tasks.rootUrl,
    },
  });
  ({ spreadsheetId } = await workspace.openSample(await readSample(SAMPLE)));
});

afterAll(async () => {
  await workspace.stop();
  tasks.close();
});

async function ask(name: string, more: object = {}): Promise<readonly [number, Record<string, unknown>]> {
  const response = await fetch(new URL(name, workspace.functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.identityToken('editor@par-index.test')}` },
    body: JSON.stringify({ spreadsheetId, ...more }),
  });
  return [response.status, (await response.json()) as Record<string, unknown>];
}

const log = async () => (await workspace.editor.shownValues(spreadsheetId, 'Nhật ký')).slice(5);

test('work put off is answered 202, done once for the person who asked, and harmless when delivered three times', async () => {
  const [answered, { outcome, runId }] = await ask('recompute', { later: true });
  expect([answered, outcome]).toEqual([202, 'queued']);
  await tasks.drained();
  expect(tasks.deliveries.map(({ status }) => status)).toEqual([200, 202, 202]);
  expect((await log()).map((line) => [line[2], line[3]])).toEqual([['editor@par-index.test', 'Đã tính lại']]);
  const [, { running, job }] = await ask('status');
  expect([running, job]).toEqual([[], expect.objectContaining({ outcome: 'recomputed', runId, mine: true })]);
});

test('entries with errors end the task: nothing would come of doing it again', async () => {
  const mark = await appraisedMark(workspace.editor, spreadsheetId);
  await workspace.editor.typeCell(spreadsheetId, mark, 66);
  const response = await fetch(new URL('recompute', workspace.functionsUrl), {
    method: 'POST',
    headers: { authorization: `Bearer ${workspace.issuer.sign({ email: ACCOUNT, aud: URL_OF_FUNCTIONS })}` },
    body: JSON.stringify({ spreadsheetId, onBehalfOf: 'editor@par-index.test' }),
  });
  const { code } = (await response.json()) as { code: unknown };
  expect([response.status, code]).toEqual([200, 'entries-have-errors']);
});

test('delivered three times at once, work is done once', async () => {
  const sample = await readSample(SAMPLE);
  const { spreadsheetId: id } = await workspace.openSample({ ...sample, title: `${sample.title} 2` });
  const job = randomUUID();
  const deliver = () =>
    fetch(new URL('recompute', workspace.functionsUrl), {
      method: 'POST',
      headers: {
        authorization: `Bearer ${workspace.issuer.sign({ email: ACCOUNT, aud: URL_OF_FUNCTIONS })}`,
      },
      body: JSON.stringify({ spreadsheetId: id, onBehalfOf: 'editor@par-index.test', job }),
    });
  const answers = await Promise.all([deliver(), deliver(), deliver()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 202, 202]);
  const lines = (await workspace.editor.shownValues(id, 'Nhật ký')).slice(5);
  expect(lines.map((line) => [line[2], line[3]])).toEqual([['editor@par-index.test', 'Đã tính lại']]);
});
