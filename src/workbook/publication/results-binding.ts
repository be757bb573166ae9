import * as z from 'zod';
import { parseJson } from '../../domain/parse-json.ts';
import { HashSchema } from '../../domain/release.ts';
import type { Sheet } from '../../domain/spreadsheet.ts';

/** Key of the note in a results file that says whose results it holds. */
export const BINDING_KEY = 'par.results';

const BindingSchema = z.strictObject({
  /** SHA-256 of the control workbook's id: tells nobody the id, and no other workbook has it. */
  of: HashSchema,
  /** The hash of the newest link of the chain in this file. */
  newest: HashSchema,
  /** A mark of the draft that was confirmed for it: the same confirmation repeated is the same release. */
  draft: HashSchema.optional(),
});
export type ResultsBinding = z.infer<typeof BindingSchema>;

/** The binding on a tab; absent on a file that is nobody's results yet, or whose note is damaged. */
export function findBinding(
  sheet: Sheet | undefined,
): { readonly id: number; readonly binding: ResultsBinding } | undefined {
  const note = sheet?.metadata.find(({ key }) => key === BINDING_KEY);
  const parsed = BindingSchema.safeParse(parseJson(note?.value ?? ''));
  return note !== undefined && parsed.success ? { id: note.id, binding: parsed.data } : undefined;
}
