import { compareRatios, type Ratio } from '../domain/ratio.ts';

/** The order of the first key in which two contenders of one index differ, and which key that is; −1 where none does. */
export function compareKeys(
  a: readonly Ratio[],
  b: readonly Ratio[],
): { readonly order: number; readonly key: number } {
  for (const [key, value] of a.entries()) {
    const other = b[key];
    const order = other === undefined ? 0 : compareRatios(value, other);
    if (order !== 0) return { order, key };
  }
  return { order: 0, key: -1 };
}
