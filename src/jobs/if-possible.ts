import { failureOf } from '../sheets/spreadsheet-port.ts';

/** Work that nothing depends on any more: when the spreadsheet fails now, what was done stands all the same. */
export async function ifPossible<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}
