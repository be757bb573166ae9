import * as z from 'zod';
import { parseJson } from './parse-json.ts';
import type { Metadata } from './spreadsheet.ts';

const JOB_KEY = 'par.job';

/**
 * A workbook has one note about work that was put off: that of the newest job takes the place of the one before,
 * so none are left to prune. Its id is the one before those of versions (version.ts), which begin with 1.
 */
export const JOB_NOTE_ID = 1_346_458_112;

const count = z.int().nonnegative();

/** A unit whose rank a job changed. */
const MoverSchema = z.object({
  unitName: z.string(),
  rank: z.object({ before: z.int().positive(), after: z.int().positive() }),
});
export type Mover = z.infer<typeof MoverSchema>;

/** A refusal as it was answered to the queue: kept for the person who asked. */
export const RefusedEndSchema = z.object({
  code: z.string(),
  languages: z.object({
    vi: z.object({ title: z.string(), detail: z.string() }),
    en: z.object({ title: z.string(), detail: z.string() }),
  }),
});

const JobEndSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('recomputed'),
    units: count,
    ranked: count,
    /** Units without a place because marks are lacking. */
    incomplete: count,
    issues: count,
    /** The largest moves, largest first; not all of them. */
    movers: z.array(MoverSchema).readonly(),
  }),
  z.object({ outcome: z.literal('refused'), ...RefusedEndSchema.shape }),
  z.object({ outcome: z.enum(['cancelled', 'not-queued']) }),
]);
export type JobEnd = z.infer<typeof JobEndSchema>;

const JobNoteSchema = z.object({
  job: z.uuid(),
  /** Told apart from others, not named: who asked stands in the run log. */
  by: z.string(),
  /** Milliseconds since the epoch: when it was asked for, and when this was noted. */
  askedAt: z.int(),
  at: z.int(),
  /** `queued`, or the part of the recompute that is under way. */
  phase: z.string(),
  units: count.optional(),
  end: JobEndSchema.optional(),
});

/** How far a recompute is that was put off, as it is noted on its workbook. */
export type JobNote = z.infer<typeof JobNoteSchema>;

/** Longer than the queue gives a delivery (600 s) and then waits before the next one (120 s at most). */
const LOST_AFTER_MS = 780_000;

/** `lost` when nothing has been heard of a job for longer than the queue would leave it alone. */
export type JobState = 'under-way' | 'lost' | 'ended';

export function stateOfJob({ at, end }: JobNote, now: number): JobState {
  if (end !== undefined) return 'ended';
  return now - at > LOST_AFTER_MS ? 'lost' : 'under-way';
}

/** The job that a note tells of; undefined when there is none or it is damaged. */
export function parseJobNote(text: string | undefined): JobNote | undefined {
  return JobNoteSchema.safeParse(parseJson(text ?? '')).data;
}

export function jobMetadata(note: JobNote): Metadata {
  return { id: JOB_NOTE_ID, key: JOB_KEY, value: JSON.stringify(note) };
}

/** The job that is noted among a spreadsheet's notes. */
export function jobIn(notes: readonly Metadata[]): JobNote | undefined {
  return parseJobNote(notes.find(({ id, key }) => id === JOB_NOTE_ID && key === JOB_KEY)?.value);
}
