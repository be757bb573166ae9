import { expect, test } from 'vitest';
import {
  JOB_NOTE_ID,
  type JobNote,
  jobIn,
  jobMetadata,
  parseJobNote,
  stateOfJob,
} from '../../src/domain/job-note.ts';
import type { Metadata } from '../../src/domain/spreadsheet.ts';
import { versionNoteId } from '../../src/domain/version.ts';
import { makeJobProgress } from '../../src/jobs/job-progress.ts';

const BEGUN: JobNote = {
  job: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  by: 'somebody',
  askedAt: 0,
  at: 0,
  phase: 'read',
};
const END = { outcome: 'recomputed', units: 119, ranked: 119, incomplete: 0, issues: 3, movers: [] } as const;

function begin() {
  const written: Metadata[] = [];
  const clock = { now: 0 };
  const notes = {
    readNote: async () => undefined,
    writeNote: async (note: Metadata) => void written.push(note),
  };
  const progress = makeJobProgress(notes, () => new Date(clock.now), BEGUN);
  return { clock, progress, told: () => written.map(({ value }) => parseJobNote(value)) };
}

test('phases that follow each other within three seconds cost no note; the end always is one', async () => {
  const { clock, progress, told } = begin();
  progress.enter('parse');
  clock.now = 4_000;
  progress.enter('score');
  progress.count(119);
  progress.enter('render');
  await progress.end(END);
  expect(told()).toEqual([
    { ...BEGUN, at: 4_000, phase: 'score' },
    { ...BEGUN, at: 4_000, phase: 'render', units: 119, end: END },
  ]);
});

test('a job without an end is noted as waiting for the queue again', async () => {
  const { progress, told } = begin();
  progress.enter('write');
  await progress.end(undefined);
  expect(told()).toEqual([{ ...BEGUN, phase: 'queued' }]);
});

test('a job is lost only when the queue would have delivered it again long ago', () => {
  expect([stateOfJob(BEGUN, 720_000), stateOfJob(BEGUN, 780_001)]).toEqual(['under-way', 'lost']);
  expect(stateOfJob({ ...BEGUN, end: END }, 780_001)).toBe('ended');
});

test('the note of a job is found among others, is no version’s, and a damaged one is none', () => {
  const note = jobMetadata(BEGUN);
  expect(jobIn([{ id: 7, key: 'par.job', value: note.value }, note])).toEqual(BEGUN);
  expect(versionNoteId(1)).toBe(JOB_NOTE_ID + 1);
  expect([jobIn([]), jobIn([{ ...note, value: '{"job":1' }]), jobIn([{ ...note, value: '{}' }])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
