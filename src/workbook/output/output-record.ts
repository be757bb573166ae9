import * as z from 'zod';
import type { Sheet } from '../../domain/spreadsheet.ts';

/** Key of the note on a written tab that says what the product wrote there. */
export const OUTPUT_METADATA_KEY = 'par.output';

const OutputRecordSchema = z.object({
  /** Rows and columns that the product wrote, from A1: the only cells of the tab that it owns. */
  rows: z.int().nonnegative(),
  columns: z.int().nonnegative(),
  /** Fingerprint of the looks: values are compared cell by cell, looks by this. */
  look: z.string(),
  /** Whether the figures still follow from what was entered at the last run. */
  state: z.enum(['current', 'stale']),
  /** The status line as it stood when the figures were last current. */
  status: z.string(),
});
export type OutputRecord = z.infer<typeof OutputRecordSchema>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The record on a sheet; absent on a tab that was never written or whose note is damaged. */
export function findOutputRecord(
  sheet: Pick<Sheet, 'metadata'>,
): { id: number; record: OutputRecord } | undefined {
  const note = sheet.metadata.find((metadata) => metadata.key === OUTPUT_METADATA_KEY);
  const parsed = OutputRecordSchema.safeParse(parseJson(note?.value ?? ''));
  return note !== undefined && parsed.success ? { id: note.id, record: parsed.data } : undefined;
}
