import { parseUpdateMask } from '../contract/field-mask.ts';
import type { FieldPaths } from '../model/masked-merge.ts';
import { Refusal } from '../refusal.ts';

/** The paths of a request's `fields`; an absent or unknown mask ends the batch in Google's words. */
export function maskOf(schemaName: string, fields: string | undefined): FieldPaths {
  const parsed = parseUpdateMask(schemaName, fields ?? '');
  if (!parsed.ok) throw new Refusal(parsed.message);
  return parsed.paths;
}
