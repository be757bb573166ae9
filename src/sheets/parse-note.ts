import * as z from 'zod';

const noteSchema = z.object({ metadataValue: z.string().default('') });

/** The value of a note, such as the run that holds a version. */
export function parseNote(answer: unknown): string {
  return noteSchema.parse(answer).metadataValue;
}
