import { expect, test } from 'vitest';
import { makeRunningRuns } from '../../functions/running-runs.ts';

const WORKBOOK = 'a-workbook-of-the-province';

/** A desk of runs, and which of them were told to stop. */
function makeDesk() {
  const runs = makeRunningRuns();
  const stopped: string[] = [];
  const start = (runId: string, stoppable = true, spreadsheetId = WORKBOOK) =>
    runs.start({ runId, spreadsheetId, by: `${runId}@tinh.gov.vn`, startedAt: 0, stoppable }, () => {
      stopped.push(runId);
    });
  return { runs, stopped, start };
}

test('cancelling a run leaves those of colleagues alone', () => {
  const { runs, stopped, start } = makeDesk();
  start('mine');
  start('theirs');
  expect(runs.cancel(WORKBOOK, 'mine')).toBe(1);
  expect([stopped, runs.isCancelled('mine'), runs.isCancelled('theirs')]).toEqual([['mine'], true, false]);
});

test('a run of another workbook is not cancelled, whatever its id', () => {
  const { runs, stopped, start } = makeDesk();
  start('elsewhere', true, 'another-workbook');
  expect([runs.cancel(WORKBOOK, 'elsewhere'), stopped]).toEqual([0, []]);
});

test('what is carried through is neither stopped nor counted as stopped', () => {
  const { runs, stopped, start } = makeDesk();
  start('publication', false);
  expect([runs.cancel(WORKBOOK, 'publication'), runs.cancel(WORKBOOK), stopped]).toEqual([0, 0, []]);
  expect([runs.isCancelled('publication'), runs.of(WORKBOOK).length]).toEqual([false, 1]);
});

test('a second run of the same id is not seen: the first stays the one that is cancelled', () => {
  const { runs, stopped, start } = makeDesk();
  expect([start('job'), start('job')]).toEqual([true, false]);
  runs.cancel(WORKBOOK, 'job');
  expect(stopped).toEqual(['job']);
});
