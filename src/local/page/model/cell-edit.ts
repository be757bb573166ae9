import * as z from 'zod';
import type { Bilingual } from '../../../domain/language.ts';
import type { PageCell } from './page-workbook.ts';

const CellSchema = z.union([z.string(), z.number(), z.boolean()]);

/** No one pastes more at a time. */
const MOST_CELLS = 50_000;
const MOST_EDITS = 200;

/**
 * Cells that a person filled, from a cell on. Texts are as typed, the empty one empties its cell, and one that begins with an
 * apostrophe stays the text behind it.
 */
export const CellEditSchema = z.object({
  id: z.string().max(64),
  tab: z.int(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  values: z.array(z.array(CellSchema)).min(1).max(MOST_CELLS),
  /** What the person saw in the same cells: a formula as typed, else the value; null for a blank cell. */
  seen: z.array(z.array(CellSchema.nullable())),
  /** What the person saw in cells that tell the rows and columns from others: where lines were moved meanwhile, something else stands there. */
  marks: z
    .array(
      z.object({
        row: z.int().nonnegative(),
        column: z.int().nonnegative(),
        seen: CellSchema.nullable(),
      }),
    )
    .max(MOST_CELLS)
    .default([]),
});
export type CellEdit = z.infer<typeof CellEditSchema>;

export const EditBatchSchema = z.object({
  /** The version that the window shows. */
  version: z.int(),
  edits: z.array(CellEditSchema).max(MOST_EDITS),
});

/** What a person entered, before it is said what they saw. */
export type Entered = Omit<CellEdit, 'id' | 'seen' | 'marks'>;

/** What became of an edit. */
export type EditOutcome =
  | { readonly id: string; readonly outcome: 'applied' }
  | { readonly id: string; readonly outcome: 'refused'; readonly reason: Bilingual };

/** What a person sees in a cell when they go to edit it. */
export function seenIn(cell: PageCell | null | undefined): string | number | boolean | null {
  return cell?.formula ?? cell?.value ?? null;
}
