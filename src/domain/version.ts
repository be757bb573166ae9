import type { Metadata, Structure } from './spreadsheet.ts';

/**
 * The version of a spreadsheet's results is noted on the spreadsheet itself: one note per version, its value the
 * run that made it. The note's id follows from the version, and no two notes can have one id, so of two runs
 * that make the same version only one can succeed (docs/adr/0020).
 */
export const VERSION_KEY = 'par.version';

/** Ids are positive 31-bit numbers; the upper end keeps clear of the small ones that others choose. */
const FIRST_ID = 1_346_458_112;
const LAST_ID = 2_147_483_647;

/** The id of the note that stands for a version. */
export function versionNoteId(version: number): number {
  const id = FIRST_ID + version;
  if (!Number.isSafeInteger(version) || version < 1 || id > LAST_ID)
    throw new Error(`not a version: ${version}`);
  return id;
}

function versionOfNote({ id, key }: Metadata): number | undefined {
  return key === VERSION_KEY && id > FIRST_ID && id <= LAST_ID ? id - FIRST_ID : undefined;
}

/** The versions whose notes still stand, oldest first. */
export function versionsIn(structure: Structure): readonly number[] {
  return structure.metadata.flatMap((note) => versionOfNote(note) ?? []).toSorted((a, b) => a - b);
}

/** The newest version that stands in the spreadsheet; 0 before the first commit. */
export function versionOf(structure: Structure): number {
  return versionsIn(structure).at(-1) ?? 0;
}
