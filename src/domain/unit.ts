import * as z from 'zod';
import { codeSchema } from './code.ts';
import { CriteriaSetIdSchema } from './criteria-set.ts';

/** The code of a government body, unique in a workbook: text, in NFC, compared exactly. */
export const UnitIdSchema = codeSchema.brand<'UnitId'>();
export type UnitId = z.infer<typeof UnitIdSchema>;

/** An administrative tier (department, district, commune …): data, never a list in code. */
export const LevelSchema = codeSchema.brand<'Level'>();
export type Level = z.infer<typeof LevelSchema>;

export const GroupIdSchema = codeSchema.brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupIdSchema>;

/** A ranking group: the units that are compared with one another, all scored by one criteria set. */
export const GroupSchema = z.object({
  id: GroupIdSchema,
  name: z.string().min(1),
  nameEn: z.string().optional(),
  setId: CriteriaSetIdSchema,
});
export type Group = z.infer<typeof GroupSchema>;

/** A government body that is scored. */
export const UnitSchema = z.object({
  id: UnitIdSchema,
  name: z.string().min(1),
  nameEn: z.string().optional(),
  level: LevelSchema,
  /** The unit above it, such as a commune's district; shown, never used for ranking. */
  parent: z.string().optional(),
  groupId: GroupIdSchema,
  /** False for a unit that is scored but takes no place in the ranking. */
  ranked: z.boolean(),
});
export type Unit = z.infer<typeof UnitSchema>;
