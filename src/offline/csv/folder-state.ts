import * as z from 'zod';
import { parseJson } from '../../domain/parse-json.ts';
import type { Files } from '../files/workbook-format.ts';

/** The file beside the CSV files in which the product keeps its notes. */
export const STATE_FILE = 'par-index.json';

const NoteSchema = z.object({ id: z.int(), key: z.string(), value: z.string() });

const FolderStateSchema = z.object({
  format: z.literal('par-index-folder/1'),
  /** Notes on the workbook itself: the version of its results. */
  notes: z.array(NoteSchema),
  sheets: z.array(
    z.object({
      file: z.string(),
      sheetId: z.int(),
      /** A name by which the tab is found when it is carried into another format. */
      names: z.array(z.string()),
      notes: z.array(NoteSchema),
    }),
  ),
});
export type FolderState = z.infer<typeof FolderStateSchema>;
export type SheetState = FolderState['sheets'][number];

const EMPTY: FolderState = { format: 'par-index-folder/1', notes: [], sheets: [] };

/** The notes of a folder; none for a folder that was never written, or whose notes are damaged. */
export function readState(files: Files): FolderState {
  const bytes = files.get(STATE_FILE);
  const parsed = FolderStateSchema.safeParse(
    bytes === undefined ? undefined : parseJson(new TextDecoder('utf-8').decode(bytes)),
  );
  return parsed.success ? parsed.data : EMPTY;
}

export function writeState(state: FolderState): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(state, null, 2)}\n`);
}
