import * as z from 'zod';
import { HashSchema } from '../../src/domain/release.ts';

const count = z.int().nonnegative();

function moved<T>(shape: z.ZodType<T>) {
  return z.strictObject({ before: shape.optional(), after: shape.optional() });
}

const correction = z
  .strictObject({
    ranking: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    rank: moved(z.int().positive()),
    index: moved(z.number()),
    grade: moved(z.string()),
  })
  .describe('A unit whose rank, index or class is not as it was published; figures as shown');

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const figure = z
  .strictObject({
    tab: z.string(),
    code: z.string(),
    row: z.string(),
    column: z.string(),
    before: cell,
    after: cell,
  })
  .describe(
    'Any other published figure that changes, by what stands beside and above it; null where there is none',
  );

const release = z.strictObject({ number: z.int().positive(), hash: HashSchema });

const DraftAnswerSchema = z.strictObject({
  outcome: z.literal('draft'),
  runId: z.uuid(),
  draft: HashSchema.describe('By which the draft is confirmed'),
  number: z.int().positive(),
  audience: z.string().describe('Who may read, in words'),
  tabs: z
    .array(z.strictObject({ key: z.string(), title: z.string() }))
    .describe('All tabs of the results file'),
  choices: z
    .array(z.strictObject({ key: z.string(), title: z.string(), chosen: z.boolean() }))
    .describe('All results that may be published, and which of them the draft shows'),
  corrections: z.array(correction),
  figures: z.array(figure).describe('The first of the other figures that change'),
  moreFigures: count.describe('Figures beyond those that are told here; the corrections log lists them'),
  unproven: z
    .int()
    .positive()
    .optional()
    .describe(
      'The last release, when its file was changed by hand: its figures cannot be told as the old ones',
    ),
  cells: z
    .array(z.strictObject({ tab: z.string(), cells: count }))
    .describe('How many cells of each tab change against what is published'),
  resultsHash: HashSchema,
  fileName: z.string().describe('The name that a new results file is to have'),
  serviceAccount: z.string().describe('Whom a new results file is to be shared with, as Editor'),
  resultsId: z.string().optional().describe('Absent while there is no results file: the publisher makes it'),
});

const PublishedAnswerSchema = z.strictObject({
  outcome: z.literal('published'),
  runId: z.uuid(),
  release,
  resultsId: z.string(),
  address: z.string().describe('The address of the results file; it never changes'),
  corrections: count.describe('How many units the release changed'),
  resumed: z.boolean().describe('True when the same confirmation had been carried out before'),
});

export const PublishAnswerSchema = z.discriminatedUnion('outcome', [
  DraftAnswerSchema,
  PublishedAnswerSchema,
]);

export const WithdrawAnswerSchema = z.strictObject({
  outcome: z.literal('withdrawn'),
  runId: z.uuid(),
  number: z.int().positive(),
  closed: count.describe('How many shares were taken away'),
});

export const VerifyAnswerSchema = z.strictObject({
  outcome: z.literal('verified'),
  runId: z.uuid(),
  identical: z.boolean(),
  release,
  withdrawn: z.boolean(),
  cells: count.describe('How many cells were compared'),
  differences: z.array(z.strictObject({ kind: z.string(), text: z.string() })),
  more: count.describe('Differences beyond those that are told'),
});
