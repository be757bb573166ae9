import { cancelWaiting, type Jobs } from './later.ts';
import type { ParFunction } from './par-function.ts';
import { type CancelRequest, CancelRequestSchema } from './schemas/requests.ts';

/**
 * POST /cancel: asks runs of a workbook to stop, and ends a job that waits in the queue. A run that is already
 * writing is not torn apart: its batch takes effect as a whole or not at all, and its own answer says which.
 */
export function makeCancel(jobs: Jobs): ParFunction<CancelRequest> {
  return {
    name: 'cancel',
    schema: CancelRequestSchema,
    isRun: false,
    run: async ({ body }) => ({
      status: 200,
      body: { cancelled: await cancelWaiting(jobs, body.spreadsheetId, body.runId) },
    }),
  };
}
