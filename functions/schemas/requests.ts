import * as z from 'zod';

/** As it stands in the workbook's address: letters, digits, hyphens and underscores. */
const spreadsheetId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{5,128}$/)
  .describe('The id in the workbook’s address');

/** The body of preview, check and status. */
export const WorkbookRequestSchema = z.strictObject({ spreadsheetId });
export type WorkbookRequest = z.infer<typeof WorkbookRequestSchema>;

/** The body of POST /recompute. */
export const RecomputeRequestSchema = z.strictObject({
  spreadsheetId,
  later: z
    .boolean()
    .optional()
    .describe(
      'Put the work into the queue and answer 202, for a workbook that takes longer than a caller waits',
    ),
  onBehalfOf: z.email().optional().describe('Read from the queue alone: the person who asked'),
});
export type RecomputeRequest = z.infer<typeof RecomputeRequestSchema>;

/** The body of POST /cancel. */
export const CancelRequestSchema = z.strictObject({
  spreadsheetId,
  runId: z.uuid().optional().describe('The run to stop; all runs of the workbook when absent'),
});
export type CancelRequest = z.infer<typeof CancelRequestSchema>;
