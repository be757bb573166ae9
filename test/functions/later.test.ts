import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Answer } from '../../functions/answer.ts';
import { cancelWaiting, carryOutJob, type Jobs, largestMoves, putOff } from '../../functions/later.ts';
import { makeOneAtATime } from '../../functions/one-at-a-time.ts';
import { makeRunningRuns } from '../../functions/running-runs.ts';
import {
  JOB_NOTE_ID,
  type JobEnd,
  type JobNote,
  jobMetadata,
  parseJobNote,
} from '../../src/domain/job-note.ts';
import { SpreadsheetError } from '../../src/sheets/spreadsheet-error.ts';
import type { Task } from '../../src/sheets/task-queue.ts';

const WORKBOOK = 'a-workbook-of-the-province';
const DONE = { outcome: 'recomputed', units: 9, ranked: 9, incomplete: 0, issues: 0, movers: [] } as const;
const UNAVAILABLE = new SpreadsheetError({ kind: 'unavailable' });

/** A workbook that keeps one note, a queue that keeps its tasks, and a clock that is put forward by hand. */
function makeDesk() {
  const notes = new Map<number, string>();
  const tasks: Task[] = [];
  const desk = { now: 1_000_000, refusesTasks: false, refusesNotes: false };
  const jobs: Jobs = {
    notesOf: () => ({
      readNote: async (id) => notes.get(id),
      writeNote: async ({ id, value }) => {
        if (desk.refusesNotes) throw UNAVAILABLE;
        notes.set(id, value);
      },
    }),
    oneAtATime: makeOneAtATime(),
    runs: makeRunningRuns(),
    now: () => new Date(desk.now),
    newJobId: randomUUID,
    inHand: new Map(),
    waiting: new Map(),
    serviceAccount: 'robot@par-index.test',
  };
  const queue = {
    enqueue: async (task: Task) => {
      if (desk.refusesTasks) throw UNAVAILABLE;
      tasks.push(task);
      return 'queued' as const;
    },
  };
  const call = (runId: string) =>
    ({
      body: { spreadsheetId: WORKBOOK },
      by: 'an@tinh.gov.vn',
      language: 'vi',
      runId,
    }) as unknown as Parameters<typeof putOff>[2];
  const noted = () => parseJobNote(notes.get(JOB_NOTE_ID));
  const put = (note: JobNote) => notes.set(JOB_NOTE_ID, jobMetadata(note).value);
  const bodyOf = (answer: Answer) => answer.body as { outcome: string; runId: string };
  return {
    desk,
    jobs,
    tasks,
    noted,
    put,
    click: async () => bodyOf(await putOff(jobs, queue, call(randomUUID()))),
    deliver: (job: string, work: () => Promise<{ answer: Answer; end?: JobEnd }>) => {
      jobs.runs.start(
        { runId: job, spreadsheetId: WORKBOOK, by: 'an@tinh.gov.vn', startedAt: 0, stoppable: true },
        () => undefined,
      );
      return carryOutJob(jobs, call(job), work).finally(() => jobs.runs.end(job));
    },
  };
}

const done = async () => ({ answer: { status: 200, body: {} }, end: DONE });

test('two clicks at the same moment are one job, and a click after its end is a new one', async () => {
  const { click, deliver, tasks } = makeDesk();
  const [first, second] = await Promise.all([click(), click()]);
  expect([first.outcome, second]).toEqual(['queued', { outcome: 'already-queued', runId: first.runId }]);
  await deliver(first.runId, done);
  expect((await click()).outcome).toBe('queued');
  expect(new Set(tasks.map(({ name }) => name)).size).toBe(2);
});

test('a job delivered again after its end is not done again', async () => {
  const { click, deliver, noted } = makeDesk();
  const { runId } = await click();
  let times = 0;
  const work = () => {
    times += 1;
    return done();
  };
  expect((await deliver(runId, work)).status).toBe(200);
  expect(await deliver(runId, work)).toEqual({ status: 202, body: { outcome: 'already-done', runId } });
  expect([times, noted()?.end]).toEqual([1, DONE]);
});

test('of three deliveries at the same moment one does the work, and the note keeps what it came to', async () => {
  const { click, deliver, noted } = makeDesk();
  const { runId } = await click();
  const moved = { ...DONE, movers: [{ unitName: 'Bến Cát', rank: { before: 3, after: 1 } }] };
  let times = 0;
  const work = async () => {
    times += 1;
    return { answer: { status: 200, body: {} }, end: times === 1 ? moved : DONE };
  };
  const answers = await Promise.all([1, 2, 3].map(() => deliver(runId, work)));
  const duplicate = { status: 202, body: { outcome: 'already-done', runId } };
  expect(answers).toEqual([{ status: 200, body: {} }, duplicate, duplicate]);
  expect([times, noted()?.end]).toEqual([1, moved]);
});

test('a delivery that waited for another one is no more successful than that one: the queue delivers again', async () => {
  const { click, deliver, noted } = makeDesk();
  const { runId } = await click();
  const failing = () => deliver(runId, () => Promise.reject(UNAVAILABLE)).catch((error: unknown) => error);
  expect(await Promise.all([failing(), failing()])).toEqual([UNAVAILABLE, UNAVAILABLE]);
  expect(noted()).toMatchObject({ job: runId, phase: 'queued' });
});

test('a job that a newer one took the place of is not done: the newer one reads everything afresh', async () => {
  const { desk, click, deliver, noted } = makeDesk();
  const lost = await click();
  desk.now += 3_600_000;
  const newer = await click();
  expect(newer.outcome).toBe('queued');
  expect((await deliver(lost.runId, done)).body).toEqual({ outcome: 'already-done', runId: lost.runId });
  expect(noted()).toMatchObject({ job: newer.runId, phase: 'queued' });
});

test.each([
  ['Google does not answer', UNAVAILABLE],
  ['the delivery was broken off', new SpreadsheetError({ kind: 'cancelled' })],
])('when %s the job goes on waiting, and the next delivery ends it', async (_, failure) => {
  const { click, deliver, noted } = makeDesk();
  const { runId } = await click();
  await expect(deliver(runId, () => Promise.reject(failure))).rejects.toBe(failure);
  expect([noted()?.phase, noted()?.end]).toEqual(['queued', undefined]);
  await deliver(runId, done);
  expect(noted()?.end).toEqual(DONE);
});

test('a job that somebody stopped while it was under way ends as cancelled', async () => {
  const { jobs, click, deliver, noted } = makeDesk();
  const { runId } = await click();
  const stopped = new SpreadsheetError({ kind: 'cancelled' });
  const work = async () => {
    expect(await cancelWaiting(jobs, WORKBOOK, undefined)).toBe(1);
    throw stopped;
  };
  await expect(deliver(runId, work)).rejects.toBe(stopped);
  expect(noted()?.end).toEqual({ outcome: 'cancelled' });
});

test('cancelling another run leaves the job that waits alone', async () => {
  const { jobs, click, noted } = makeDesk();
  await click();
  expect(await cancelWaiting(jobs, WORKBOOK, randomUUID())).toBe(0);
  expect(noted()?.end).toBeUndefined();
});

test('when the queue takes no work the caller learns it, and no job is left that nobody will do', async () => {
  const { desk, click, noted } = makeDesk();
  desk.refusesTasks = true;
  await expect(click()).rejects.toBe(UNAVAILABLE);
  expect(noted()?.end).toEqual({ outcome: 'not-queued' });
  desk.refusesTasks = false;
  expect((await click()).outcome).toBe('queued');
});

test('a job goes on when the workbook takes no more notes of its progress', async () => {
  const { desk, click, deliver } = makeDesk();
  const { runId } = await click();
  const work = () => {
    desk.refusesNotes = true;
    return done();
  };
  expect((await deliver(runId, work)).status).toBe(200);
});

test('the three largest moves are kept, and only of units that had a rank before and after', () => {
  const change = (unitName: string, before?: number, after?: number) => ({
    unitName,
    rank: { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
  });
  const changes = [
    change('a', 1, 2),
    change('b', 9, 4),
    change('c', 3, 3),
    change('d', 2, 4),
    change('e', 6, 2),
  ];
  expect(largestMoves([...changes, change('new', undefined, 1)])).toEqual([
    { unitName: 'b', rank: { before: 9, after: 4 } },
    { unitName: 'e', rank: { before: 6, after: 2 } },
    { unitName: 'd', rank: { before: 2, after: 4 } },
  ]);
});
