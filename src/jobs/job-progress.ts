import { type JobEnd, type JobNote, jobMetadata } from '../domain/job-note.ts';
import type { NotePort } from '../sheets/spreadsheet-port.ts';
import { ifPossible } from './if-possible.ts';

/** Notes are writes like any other, and one account has sixty a minute for all its workbooks. */
const AT_MOST_EVERY_MS = 3_000;

/** How a job that is under way tells of itself on its workbook. */
export interface JobProgress {
  readonly enter: (phase: string) => void;
  readonly count: (units: number) => void;
  /** It is over; or, without an end, it waits until the queue delivers it again. */
  readonly end: (end: JobEnd | undefined) => Promise<void>;
}

/**
 * Notes how far a job is, beside its work and never in its way: a phase that comes right after the last note is
 * told with the next one, and when the spreadsheet takes no note the job goes on without it.
 */
export function makeJobProgress(notes: NotePort, now: () => Date, begun: JobNote): JobProgress {
  let note = begun;
  let writing: Promise<unknown> = Promise.resolve();

  function write(): void {
    note = { ...note, at: now().getTime() };
    const metadata = jobMetadata(note);
    writing = writing.then(() => ifPossible(() => notes.writeNote(metadata)));
  }

  return {
    enter: (phase) => {
      note = { ...note, phase };
      if (now().getTime() - note.at >= AT_MOST_EVERY_MS) write();
    },
    count: (units) => {
      note = { ...note, units };
    },
    end: async (end) => {
      note = end === undefined ? { ...note, phase: 'queued' } : { ...note, end };
      write();
      await writing;
    },
  };
}
