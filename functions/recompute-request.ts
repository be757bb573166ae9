import * as z from 'zod';

/** The body of POST /recompute. */
export const RecomputeRequestSchema = z.strictObject({
  /** As it stands in the workbook's address: letters, digits, hyphens and underscores. */
  spreadsheetId: z.string().regex(/^[A-Za-z0-9_-]{5,128}$/),
});
export type RecomputeRequest = z.infer<typeof RecomputeRequestSchema>;
