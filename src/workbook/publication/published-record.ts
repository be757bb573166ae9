import * as z from 'zod';
import type { Content } from '../../domain/content.ts';
import { parseJson } from '../../domain/parse-json.ts';
import type { Metadata } from '../../domain/spreadsheet.ts';
import { layoutOf, lookOf } from '../output/content-look.ts';
import type { Fingerprint } from '../output/output-tab.ts';
import { RuledAreaSchema, ruledAreas } from '../output/ruled-areas.ts';

/** Key of the note on a published tab that says what was written there. */
export const PUBLISHED_KEY = 'par.published';

/** What a release wrote into a tab, always from the first cell on: by it the next release replaces all of it. */
const PublishedRecordSchema = z.object({
  rows: z.int().nonnegative(),
  columns: z.int().nonnegative(),
  /** Fingerprints of looks and layout: values are compared cell by cell, these by this. */
  look: z.string(),
  layout: z.string(),
  /** Areas that conditional formats were laid over, and the keys of the charts. */
  ruled: z.array(RuledAreaSchema),
  charts: z.array(z.string()),
});
export type PublishedRecord = z.infer<typeof PublishedRecordSchema>;

export function publishedRecord(content: Content, fingerprint: Fingerprint): PublishedRecord {
  return {
    rows: content.rows.length,
    columns: content.rows[0]?.length ?? 0,
    look: lookOf(content, fingerprint),
    layout: layoutOf(content, fingerprint),
    ruled: [...ruledAreas(content)],
    charts: (content.charts ?? []).map(({ key }) => key),
  };
}

/** The record on a tab, and the note that holds it; the note alone when it is damaged, so that it is replaced. */
export function findPublishedRecord({ metadata }: { readonly metadata: readonly Metadata[] }): {
  readonly noteId?: number;
  readonly record?: PublishedRecord;
} {
  const note = metadata.find(({ key }) => key === PUBLISHED_KEY);
  if (note === undefined) return {};
  const parsed = PublishedRecordSchema.safeParse(parseJson(note.value));
  return { noteId: note.id, ...(parsed.success ? { record: parsed.data } : {}) };
}
