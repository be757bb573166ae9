import * as z from 'zod';
import type { DescribedRange } from '../domain/file-description.ts';

/** A rectangle as Google writes it; a bound that is left out is the edge of the tab. */
export const rangeSchema = z
  .object({
    sheetId: z.int().default(0),
    startRowIndex: z.int().optional(),
    endRowIndex: z.int().optional(),
    startColumnIndex: z.int().optional(),
    endColumnIndex: z.int().optional(),
  })
  .transform(
    ({ sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }): DescribedRange => ({
      sheetId,
      ...(startRowIndex === undefined ? {} : { top: startRowIndex }),
      ...(endRowIndex === undefined ? {} : { bottom: endRowIndex }),
      ...(startColumnIndex === undefined ? {} : { left: startColumnIndex }),
      ...(endColumnIndex === undefined ? {} : { right: endColumnIndex }),
    }),
  );
