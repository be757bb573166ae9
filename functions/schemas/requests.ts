import * as z from 'zod';
import { FUNCTION_NAMES } from '../access/policies.ts';
import { spreadsheetId } from './spreadsheet-id.ts';

/** The body of preview, check and verify. */
export const WorkbookRequestSchema = z.strictObject({ spreadsheetId });
export type WorkbookRequest = z.infer<typeof WorkbookRequestSchema>;

/** The body of POST /status. */
export const StatusRequestSchema = z.strictObject({
  spreadsheetId,
  brief: z
    .boolean()
    .optional()
    .describe('Only what is under way: at most one call of Google’s, for those who ask every few seconds'),
  onlyHere: z
    .boolean()
    .optional()
    .describe('With brief: only what this process knows of, without any call of Google Sheets’'),
  may: z
    .enum(FUNCTION_NAMES)
    .optional()
    .describe('Refuses whoever may not call that function on this workbook, just as the function would'),
});
export type StatusRequest = z.infer<typeof StatusRequestSchema>;

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
  job: z
    .uuid()
    .optional()
    .describe('Read from the queue alone: the run that was promised when it was asked for'),
});
export type RecomputeRequest = z.infer<typeof RecomputeRequestSchema>;

/** The body of POST /cancel. */
export const CancelRequestSchema = z.strictObject({
  spreadsheetId,
  runId: z.uuid().optional().describe('The run to stop; all runs of the workbook when absent'),
});
export type CancelRequest = z.infer<typeof CancelRequestSchema>;
