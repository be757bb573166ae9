import * as z from 'zod';

const guardSchema = z.object({ metadataValue: z.string().default('') });

/** The run that holds a version, as written in its guard. */
export function parseHolder(answer: unknown): string {
  return guardSchema.parse(answer).metadataValue;
}
