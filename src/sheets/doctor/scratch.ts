import type { SpreadsheetFailure } from '../../domain/spreadsheet-failure.ts';
import type { CallResult } from '../call-result.ts';
import { SpreadsheetError } from '../spreadsheet-error.ts';
import type { Answer, Ask } from './ask.ts';

/** A tab of the doctor's own in the spreadsheet that is examined. */
export interface Scratch {
  readonly sheetId: number;
  /** Ids of developer metadata for the doctor's own use, clear of those of versions. */
  readonly noteId: number;
  batch(...requests: readonly object[]): Promise<CallResult<Answer>>;
  /** The tab's cells from A1, read in the given way. */
  read(render: 'UNFORMATTED_VALUE' | 'FORMATTED_VALUE' | 'FORMULA'): Promise<unknown>;
  readNote(id: number): Promise<CallResult<Answer>>;
  readonly path: string;
  readonly ask: Ask;
}

export interface ScratchOptions {
  readonly ask: Ask;
  readonly spreadsheetId: string;
  readonly random: () => number;
}

/** Columns and rows of the scratch tab: small, so that its edge is near. */
export const SCRATCH_SIZE = { rowCount: 6, columnCount: 4 };

const TITLE = 'par.doctor';

/** Ids of notes on the spreadsheet that the checks use, from the first one on; those on rows go with the tab. */
const NOTES = 4;

/** Key of the doctor's notes: a note of anybody else is never taken away, whatever its id. */
export const DOCTOR_KEY = 'par.doctor';

/** Above the ids of anchors (src/workbook/output/placement/hold-lines.ts), below those of versions (src/domain/version.ts). */
const [FIRST_NOTE_ID, NOTE_IDS] = [1_285_000_000, 60_000_000];

export function bodyOf(result: CallResult<Answer>): unknown {
  if (!result.ok) throw new SpreadsheetError(result.problem.failure);
  return result.value.body;
}

export function failureOf(result: CallResult<Answer>): SpreadsheetFailure | undefined {
  return result.ok ? undefined : result.problem.failure;
}

/** Adds the tab; its failure says whether this account may edit at all. */
export async function openScratch({
  ask,
  spreadsheetId,
  random,
}: ScratchOptions): Promise<CallResult<Scratch>> {
  const path = `/v4/spreadsheets/${spreadsheetId}`;
  const sheetId = 1_000_000_000 + Math.floor(random() * 1_000_000_000);
  const noteId = FIRST_NOTE_ID + Math.floor(random() * NOTE_IDS);
  const title = `${TITLE} ${sheetId}`;
  const batch = (...requests: readonly object[]) => ask('POST', `${path}:batchUpdate`, { requests });
  const properties = { sheetId, title, hidden: true, gridProperties: SCRATCH_SIZE };
  const added = await batch({ addSheet: { properties } });
  if (!added.ok) return added;
  const range = encodeURIComponent(`'${title}'`);
  const read: Scratch['read'] = async (render) =>
    (bodyOf(await ask('GET', `${path}/values/${range}?valueRenderOption=${render}`)) as { values?: unknown })
      .values;
  const readNote = (id: number) => ask('GET', `${path}/developerMetadata/${id}`);
  return { ok: true, value: { sheetId, noteId, batch, read, readNote, path, ask } };
}

/** Removes the tab and every note that the checks made, whatever became of them. */
export async function closeScratch({ sheetId, noteId, batch }: Scratch): Promise<CallResult<Answer>> {
  const removed = await batch({ deleteSheet: { sheetId } });
  for (let i = 0; i < NOTES; i += 1) {
    const lookup = { developerMetadataLookup: { metadataId: noteId + i, metadataKey: DOCTOR_KEY } };
    // biome-ignore lint/performance/noAwaitInLoops: each is refused or applied on its own
    await batch({ deleteDeveloperMetadata: { dataFilter: lookup } });
  }
  return removed;
}
