import * as z from 'zod';
import { parseJson } from '../../domain/parse-json.ts';
import { HashSchema } from '../../domain/release.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';

/** Key of the note on the control workbook's log of publications that says what is published, and where. */
export const RELEASE_KEY = 'par.release';

/**
 * `opening`: filled and checked, the sharing is about to be opened. `withdrawing`: the sharing is about to be
 * closed. Both last for seconds, unless a run ends early: then publishing or withdrawing again finishes it.
 */
export const PUBLICATION_STATES = ['opening', 'published', 'withdrawing', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

const RecordSchema = z.strictObject({
  /** By the control workbook that it was noted in: a copy of that workbook carries the note, but published nothing. */
  of: HashSchema,
  /** The results file; the link never changes. */
  resultsId: z.string().min(1),
  state: z.enum(PUBLICATION_STATES),
  /** The newest release, and the hash of the newest link of the chain. */
  number: z.int().nonnegative(),
  hash: HashSchema,
  audience: z.enum(['people', 'domain', 'anyone']),
});
export type ReleaseRecord = z.infer<typeof RecordSchema>;

export interface FoundRecord {
  readonly id: number;
  readonly record: ReleaseRecord;
}

/** What is published, as the log's note says; absent before the first publication. */
export function findReleaseRecord(sheet: Sheet | undefined): FoundRecord | undefined {
  const note = sheet?.metadata.find(({ key }) => key === RELEASE_KEY);
  const parsed = RecordSchema.safeParse(parseJson(note?.value ?? ''));
  return note !== undefined && parsed.success ? { id: note.id, record: parsed.data } : undefined;
}
