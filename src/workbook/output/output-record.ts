import * as z from 'zod';
import { parseJson } from '../../domain/parse-json.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';
import { RuledAreaSchema } from './ruled-areas.ts';

/** Key of the note on a written tab that says what the product wrote there. */
export const OUTPUT_METADATA_KEY = 'par.output';

/** What the product wrote into a tab: by it its own cells are found again among those of staff (docs/adr/0025). */
const OutputRecordSchema = z.object({
  /** Own rows that hold content. */
  rows: z.int().nonnegative(),
  /** Own rows below them that an earlier, longer content left empty. */
  spare: z.int().nonnegative(),
  /** The row of the content that names its columns. */
  keyRow: z.int().nonnegative(),
  /** What that row holds, column by column; empty where it holds nothing. */
  keys: z.array(z.string()),
  /** Where the own columns and the first own row were when they were written. */
  columns: z.array(z.int().nonnegative()),
  top: z.int().nonnegative(),
  /** The digests of the first rows: of all of them, or of a long content down to its key row. */
  digests: z.string(),
  /** Fingerprints of looks and layout: values are compared cell by cell, these by this. */
  look: z.string(),
  layout: z.string(),
  /** Areas of the content that conditional formats were laid over, and the keys of its charts. */
  ruled: z.array(RuledAreaSchema),
  charts: z.array(z.string()),
  /** Whether the figures still follow from what was entered; an orphan belongs to a group that is gone. */
  state: z.enum(['current', 'stale', 'orphan']),
  /** Why the banner says that they do not; by it the same banner is not written twice. */
  cause: z.string(),
  /** The status line as it stood when the figures were last current. */
  status: z.string(),
  /** Fingerprint of the results that the tab shows a part of; empty on a tab that shows none. */
  results: z.string(),
  /** The first id of the tab's anchors, and how many lines of staff between own ones have anchors too. */
  anchors: z
    .object({
      first: z.int().positive(),
      innerRows: z.int().nonnegative(),
      innerColumns: z.int().nonnegative(),
    })
    .optional(),
});
export type OutputRecord = z.infer<typeof OutputRecordSchema>;

/** The record on a sheet; absent on a tab that was never written or whose note is damaged. */
export function findOutputRecord(
  sheet: Pick<Sheet, 'metadata'>,
): { id: number; record: OutputRecord } | undefined {
  const note = sheet.metadata.find((metadata) => metadata.key === OUTPUT_METADATA_KEY);
  const parsed = OutputRecordSchema.safeParse(parseJson(note?.value ?? ''));
  return note !== undefined && parsed.success ? { id: note.id, record: parsed.data } : undefined;
}

/** The id of the note, also of a damaged one, so that it is replaced and not doubled. */
export function outputNoteId(sheet: Sheet): number | undefined {
  return sheet.metadata.find((metadata) => metadata.key === OUTPUT_METADATA_KEY)?.id;
}
