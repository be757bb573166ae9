import * as z from 'zod';
import { STAGES } from '../../domain/assessment.ts';
import { BASES } from '../../domain/criteria-set.ts';
import { LanguageSchema } from '../../domain/language.ts';
import { ROUNDING_MODES } from '../../domain/rounding.ts';
import { STATUSES } from '../../domain/scoring-options.ts';
import { NOT_APPLICABLE_POLICIES } from '../../domain/settings.ts';

/** Raised whenever a reader of the format before would misread the document. */
export const RESULT_FORMAT = 'par-index-result/1';

const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in hexadecimal');

const decimalSchema = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('A decimal number with a point, as text: nothing is lost in reading it');

const ratioSchema = z
  .object({ numerator: z.string().regex(/^-?\d+$/), denominator: z.string().regex(/^[1-9]\d*$/) })
  .describe('An exact fraction of whole numbers of any size, in lowest terms');

const pointsSchema = z.int().describe('Points in whole millionths: 51750000 is 51.75');

const figureSchema = z.object({
  shown: decimalSchema.describe('Percent, rounded as the workbook says'),
  exact: ratioSchema.describe('Percent, exact'),
});

const unitRowSchema = z.object({
  rank: z.int().positive().optional().describe('Absent for a unit that is not ranked'),
  tied: z.boolean().optional(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  level: z.string(),
  points: decimalSchema.describe('Points received, bonuses and penalties on the total left out'),
  attainable: decimalSchema,
  bonus: decimalSchema.optional().describe('Bonus on the total, after its cap; absent where there is none'),
  penalty: decimalSchema
    .optional()
    .describe('Penalty on the total, after its cap; absent where there is none'),
  total: decimalSchema
    .optional()
    .describe(
      'points + bonus − penalty, not below zero: the total points of the ranking; absent while nothing is marked',
    ),
  index: figureSchema.optional().describe('Absent while marks are missing'),
  class: z.string().optional(),
  note: z.string().describe('What a reader must know about the place, in the language of the workbook'),
});

const groupSchema = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string().optional(),
  set: z.string().describe('The criteria set that scored the group'),
  mean: figureSchema.optional(),
  classes: z.array(z.object({ class: z.string(), units: z.int().nonnegative() })),
  units: z.array(unitRowSchema).describe('Best first; units without a place at the end'),
});

const markSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('blank') }),
  z.object({ kind: z.literal('zero') }),
  z.object({ kind: z.literal('scored'), points: pointsSchema }),
  z.object({ kind: z.literal('not-applicable'), reason: z.string(), approvedBy: z.string() }),
]);

const componentResultSchema = z.looseObject({
  kind: z.literal('component'),
  code: z.string(),
  mark: markSchema,
  source: z.enum(STAGES).describe('Whose mark decided'),
  earned: pointsSchema,
  attainable: pointsSchema,
  working: z.unknown().optional().describe('How a rule gave the points'),
});

const branchResultSchema = z.looseObject({
  kind: z.literal('branch'),
  code: z.string(),
  earned: pointsSchema,
  attainable: pointsSchema,
  get children() {
    return z.array(z.union([componentResultSchema, branchResultSchema]));
  },
});

const scoreSheetSchema = z.looseObject({
  unit: z.looseObject({ id: z.string(), name: z.string(), level: z.string(), groupId: z.string() }),
  fields: z.array(z.union([componentResultSchema, branchResultSchema])),
  blocks: z.array(
    z.looseObject({
      basis: z.enum(BASES),
      earned: pointsSchema,
      attainable: pointsSchema,
      fullMax: pointsSchema,
    }),
  ),
  earned: pointsSchema,
  attainable: pointsSchema,
  fullMax: pointsSchema,
  removed: z.array(z.object({ code: z.string(), maxScore: pointsSchema })),
  missing: z.array(z.string()),
});

const rankedSchema = z.looseObject({
  sheet: scoreSheetSchema,
  index: ratioSchema,
  standing: z.looseObject({
    rank: z.int().positive(),
    tied: z.boolean(),
    of: z.int().positive(),
    beyondShownDecimals: z.boolean(),
  }),
  grade: z.string().optional(),
});

const unrankedSchema = z.looseObject({
  sheet: scoreSheetSchema,
  reason: z.looseObject({ kind: z.string() }),
  index: ratioSchema.optional(),
  grade: z.string().optional(),
});

const scoreboardSchema = z
  .looseObject({
    groups: z.array(
      z.looseObject({
        group: z.looseObject({ id: z.string(), name: z.string(), setId: z.string() }),
        ranked: z.array(rankedSchema),
        unranked: z.array(unrankedSchema),
        mean: ratioSchema.optional(),
        grades: z.array(z.object({ grade: z.string(), units: z.int() })),
      }),
    ),
  })
  .describe('Every exact figure with its reason; resultsHash is computed from it (docs/result-json.md)');

const issueSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  tab: z.string(),
  cell: z.string().optional(),
  problem: z.string().describe('In the language of the workbook'),
  remedy: z.string(),
});

/** The scoreboard of one period as a document that anyone can read and check again (docs/result-json.md). */
export const ResultSchema = z.object({
  format: z.literal(RESULT_FORMAT),
  province: z.string(),
  period: z.string(),
  language: LanguageSchema,
  status: z.enum(STATUSES).describe('provisional: some points are self-assessed'),
  settings: z.object({
    decimals: z.int(),
    rounding: z.enum(ROUNDING_MODES),
    notApplicable: z.enum(NOT_APPLICABLE_POLICIES),
  }),
  entriesHash: sha256Schema.describe('SHA-256 of the canonical text of everything that was entered'),
  resultsHash: sha256Schema,
  issues: z
    .array(issueSchema)
    .optional()
    .describe('What is worth a look although it kept nothing from being scored; no hash covers it'),
  groups: z.array(groupSchema),
  scoreboard: scoreboardSchema,
});
export type Result = z.infer<typeof ResultSchema>;
