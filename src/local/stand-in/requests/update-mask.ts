import { parseUpdateMask } from '../contract/field-mask.ts';
import type { FieldPaths } from '../model/masked-merge.ts';
import { Refusal } from '../refusal.ts';

/** The paths of a request's `fields`; an absent or unknown mask ends the batch in Google's words. */
export function maskOf(schemaName: string, fields: string | undefined): FieldPaths {
  const parsed = parseUpdateMask(schemaName, fields ?? '');
  if (!parsed.ok) throw new Refusal(parsed.message);
  return parsed.paths.flatMap((path) => [path, ...twinOf(path)]);
}

/** A colour and its style are two names of one thing: a mask that takes one takes both (recorded for formats and tab colours). */
function twinOf(path: readonly string[]): FieldPaths {
  const last = path.at(-1) ?? '';
  const parents = path.slice(0, -1);
  if (/[cC]olorStyle$/.test(last)) return [[...parents, last.slice(0, -'Style'.length)]];
  return /[cC]olor$/.test(last) ? [[...parents, `${last}Style`]] : [];
}
