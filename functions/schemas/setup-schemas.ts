import * as z from 'zod';
import { LanguageSchema } from '../../src/domain/language.ts';
import { oneLine } from './one-line.ts';
import { spreadsheetId } from './spreadsheet-id.ts';

const count = z.int().nonnegative();

/** The body of POST /setup. */
export const SetupRequestSchema = z.strictObject({
  spreadsheetId,
  from: spreadsheetId
    .optional()
    .describe('Last year’s control workbook; the caller may edit it. Nothing is carried over when absent'),
  into: spreadsheetId
    .optional()
    .describe(
      'The new file, made by the caller and still empty; without it a plan is answered, nothing is written',
    ),
  criteria: z
    .array(
      z.strictObject({
        spreadsheetId,
        set: oneLine(64)
          .optional()
          .describe('The set that is wanted, or what the only table there is called'),
      }),
    )
    .max(20)
    .optional()
    .describe('Spreadsheets with criteria sets that are new or take the place of last year’s'),
  period: oneLine(100).describe('What is measured, such as 2027'),
  language: LanguageSchema.describe('Of all headings and words in the workbook'),
  locale: z
    .string()
    .regex(/^[a-z]{2}_[A-Z]{2}$/)
    .optional()
    .describe('How numbers look; as last year when absent, or as usual for the language'),
  province: oneLine(200).optional().describe('As last year when absent'),
  office: z
    .array(z.email())
    .max(50)
    .optional()
    .describe('Who may change what is protected, beside the caller and the functions’ account'),
});
export type SetupBody = z.infer<typeof SetupRequestSchema>;

const plan = {
  runId: z.uuid(),
  sets: z.array(
    z.strictObject({
      id: z.string(),
      version: z.string().nullable(),
      components: count,
      changes: z.string().optional().describe('Against last year’s version, in one line'),
      rows: z
        .array(
          z.strictObject({ code: z.string(), change: z.string(), before: z.string(), after: z.string() }),
        )
        .optional()
        .describe('The first rows that differ'),
      dated: z.array(z.string()).describe('Codes of criteria whose day is still one of last year'),
    }),
  ),
  groups: count,
  units: count,
  results: count.describe('Past results, last year’s among them'),
  warnings: z.array(z.strictObject({ tab: z.string(), cell: z.string().optional(), text: z.string() })),
};

export const SetupAnswerSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('draft'),
    ...plan,
    fileName: z.string().describe('The name that the new file is to have'),
    serviceAccount: z.string().describe('Whom the new file is to be shared with, as Editor'),
  }),
  z.strictObject({
    outcome: z.literal('set-up'),
    ...plan,
    address: z.string().describe('The address of the new control workbook'),
  }),
]);
