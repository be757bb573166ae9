import * as z from 'zod';
import { AudienceSchema } from '../../src/domain/audience.ts';
import { HashSchema } from '../../src/domain/release.ts';
import { oneLine } from './one-line.ts';
import { spreadsheetId } from './spreadsheet-id.ts';

const who = oneLine(200).describe('Who answers for it, in public words: an office or a name, no address');
const why = oneLine(1000).describe('The reason, in public words');

/** The body of POST /publish. */
export const PublishRequestSchema = z.strictObject({
  spreadsheetId,
  audience: AudienceSchema.describe('Who may read, always view-only'),
  copying: z.boolean().describe('Whether readers may download, print and copy'),
  who,
  why,
  tabs: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(500)
    .optional()
    .describe(
      'Keys of the results to publish; those of the newest release when absent, all that may be before the first',
    ),
  provisional: z
    .boolean()
    .optional()
    .describe('True to publish results that are provisional, labelled as such on every tab'),
  resultsId: spreadsheetId
    .optional()
    .describe('The file for the results, made by the publisher and still empty; for the first publication'),
  confirm: HashSchema.optional().describe(
    'The hash of the draft that the publisher saw; without it the draft is answered and nothing is published',
  ),
});
export type PublishBody = z.infer<typeof PublishRequestSchema>;

/** The body of POST /withdraw. */
export const WithdrawRequestSchema = z.strictObject({ spreadsheetId, who, why });
export type WithdrawBody = z.infer<typeof WithdrawRequestSchema>;
