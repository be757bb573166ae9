/** A part of an .xlsx that no spreadsheet program could have written. */
export class DamagedPart extends Error {
  override readonly name = 'DamagedPart';
}

/** Runs a reader of another's making; whatever it finds wrong is damage of the part. */
export function readingPart<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DamagedPart) throw error;
    throw new DamagedPart(error instanceof Error ? error.message : String(error));
  }
}
