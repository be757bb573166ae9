import * as z from 'zod';

/** Millionths in one point: fine enough that every published step (0.25, 0.01, 0.0001) is a whole number. */
export const POINT = 1_000_000;

/** Points of the index as a whole number of millionths, so that every sum is exact (docs/adr/0001). */
export const PointsSchema = z.int().brand<'Points'>();
export type Points = z.infer<typeof PointsSchema>;

export const NO_POINTS = asPoints(0);

/** Brands a whole number of millionths; a fraction or an unsafe integer is a bug of the caller. */
export function asPoints(millionths: number): Points {
  if (!Number.isSafeInteger(millionths)) throw new Error(`not a whole number of millionths: ${millionths}`);
  return millionths as Points;
}

/** The sum of any number of points; order does not matter because integers are summed. */
export function sumPoints(points: Iterable<Points>): Points {
  let sum = 0;
  for (const value of points) sum += value;
  return asPoints(sum);
}

export function subtractPoints(from: Points, points: Points): Points {
  return asPoints(from - points);
}
