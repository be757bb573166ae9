/** The length of the longest row. A list spread into `Math.max` would overflow the stack at some hundred thousand rows. */
export function widest(rows: Iterable<{ readonly length: number }>): number {
  let most = 0;
  for (const { length } of rows) if (length > most) most = length;
  return most;
}
