import * as z from 'zod';
import type { DescribedRange } from '../../domain/file-description.ts';
import { rangeSchema } from '../range-schema.ts';

const bodySchema = z.object({ requests: z.array(z.record(z.string(), z.unknown())) });

const objectSchema = z.record(z.string(), z.unknown());

/** Cells that a block is written into from its first cell on. */
const blockSchema = z
  .object({
    start: z.object({ sheetId: z.int(), rowIndex: z.int(), columnIndex: z.int() }),
    rows: z.array(z.object({ values: z.array(z.unknown()).default([]) })).default([]),
  })
  .transform(({ start: { sheetId, rowIndex, columnIndex }, rows }): DescribedRange => {
    const width = Math.max(0, ...rows.map(({ values }) => values.length));
    const [bottom, right] = [rowIndex + rows.length, columnIndex + width];
    return { sheetId, top: rowIndex, bottom, left: columnIndex, right };
  });

/** Whole rows or columns. */
const linesSchema = z
  .object({
    sheetId: z.int(),
    dimension: z.enum(['ROWS', 'COLUMNS']),
    startIndex: z.int(),
    endIndex: z.int(),
  })
  .transform(
    ({ sheetId, dimension, startIndex, endIndex }): DescribedRange =>
      dimension === 'ROWS'
        ? { sheetId, top: startIndex, bottom: endIndex }
        : { sheetId, left: startIndex, right: endIndex },
  );

/** What is copied comes from a hidden tab of our own, which nobody protects: where it goes is what may be closed. */
const copySchema = z
  .object({ source: z.unknown(), destination: rangeSchema })
  .transform(({ destination }) => destination);

/** The first place that is named anywhere in a request, from the outside in. */
function namedPlace(value: unknown): DescribedRange | undefined {
  const known = z.union([copySchema, blockSchema, linesSchema]).safeParse(value);
  if (known.success) return known.data;
  const object = objectSchema.safeParse(value);
  if (!object.success) return Array.isArray(value) ? value.map(namedPlace).find(Boolean) : undefined;
  if (typeof object.data['sheetId'] === 'number') return rangeSchema.parse(object.data);
  return Object.values(object.data).map(namedPlace).find(Boolean);
}

/**
 * The cells that a batch would have changed: those of the request that Google refused, or of all of them where it
 * does not say which. A request that is about a tab as a whole has no bounds.
 *
 * @param refused 0-based
 */
export function requestAreas(body: string, refused: number | undefined): readonly DescribedRange[] {
  const { requests } = bodySchema.parse(JSON.parse(body));
  const asked = refused === undefined ? requests : requests.slice(refused, refused + 1);
  return asked.flatMap((request) => namedPlace(Object.values(request)[0]) ?? []);
}
