import type { AnsweringApi } from './contract-table.ts';
import { driveUnknownField } from './drive-error.ts';
import { toSnake } from './field-name.ts';
import { type GoogleError, unknownFieldPath } from './google-error.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import { type MaskPath, parseMaskPaths } from './mask-paths.ts';
import { resolvePath } from './schema-path.ts';

/** A `fields` selection: `everything` below here, or the named members. */
interface FieldSelection {
  readonly everything: boolean;
  readonly members: ReadonlyMap<string, FieldSelection>;
}

type ParsedFieldMask =
  | { readonly ok: true; readonly selection: FieldSelection }
  | { readonly ok: false; readonly error: GoogleError };

const unknownPath = (api: AnsweringApi, path: string): GoogleError =>
  api === 'sheets' ? unknownFieldPath(path) : driveUnknownField(path);

const EVERYTHING: FieldSelection = { everything: true, members: new Map() };

function selectionOf(paths: readonly MaskPath[]): FieldSelection {
  if (paths.some(([first]) => first === undefined || first === '*')) return EVERYTHING;
  const tails = new Map<string, MaskPath[]>();
  for (const [first = '', ...rest] of paths) {
    const known = tails.get(first);
    if (known === undefined) tails.set(first, [rest]);
    else known.push(rest);
  }
  return {
    everything: false,
    members: new Map([...tails].map(([name, rests]) => [name, selectionOf(rests)])),
  };
}

/** The `fields` parameter: Sheets refuses a space (public reports), Drive tolerates it (recorded). */
export function parseFieldMask(api: AnsweringApi, schemaName: string, mask: string): ParsedFieldMask {
  const paths = parseMaskPaths(api === 'sheets' ? mask : mask.replace(/\s/g, ''));
  if (paths === undefined) return { ok: false, error: unknownPath(api, mask) };
  const resolved: MaskPath[] = [];
  for (const path of paths) {
    const names = resolvePath(api, schemaName, path);
    if (names === undefined) return { ok: false, error: unknownPath(api, path.join('.')) };
    resolved.push(names);
  }
  return { ok: true, selection: selectionOf(resolved) };
}

function selectMembers(value: JsonObject, members: FieldSelection['members']): JsonObject {
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const selection = members.get(name);
    return selection === undefined ? [] : [[name, selectFields(selection, member)] as const];
  });
  return Object.fromEntries(kept);
}

/** Messages on the way stay even when nothing of them is left (recorded: `{"sheets":[{"properties":{}}]}`). */
export function selectFields(selection: FieldSelection, value: JsonValue): JsonValue {
  if (selection.everything) return value;
  if (Array.isArray(value)) {
    const items: readonly JsonValue[] = value;
    return items.map((item) => selectFields(selection, item));
  }
  return isJsonObject(value) ? selectMembers(value, selection.members) : value;
}

/** Whether an answer under this selection needs the field at the path, e.g. `['sheets', 'data']`. */
export function selects(selection: FieldSelection, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined || selection.everything) return true;
  const member = selection.members.get(first);
  return member !== undefined && selects(member, rest);
}

type MaskedAnswer =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly error: GoogleError };

interface Masking {
  readonly api: AnsweringApi;
  readonly schemaName: string;
  readonly mask: string;
  readonly value: JsonValue;
}

export function applyFieldMask({ api, schemaName, mask, value }: Masking): MaskedAnswer {
  const parsed = parseFieldMask(api, schemaName, mask);
  return parsed.ok ? { ok: true, value: selectFields(parsed.selection, value) } : parsed;
}

type ParsedUpdateMask =
  | { readonly ok: true; readonly paths: readonly MaskPath[] }
  /** Without the `Invalid requests[i].kind: ` in front. */
  | { readonly ok: false; readonly message: string };

const NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)";

/** The mask of a request inside batchUpdate, with paths under lowerCamelCase names; `['*']` is everything. */
export function parseUpdateMask(schemaName: string, mask: string): ParsedUpdateMask {
  if (mask === '') return { ok: false, message: NO_FIELDS };
  const paths = parseMaskPaths(mask.replace(/\s/g, ''));
  if (paths === undefined) return { ok: false, message: `Invalid field: ${toSnake(mask)}` };
  const resolved: MaskPath[] = [];
  for (const path of paths) {
    const names = resolvePath('sheets', schemaName, path);
    if (names === undefined) return { ok: false, message: `Invalid field: ${toSnake(path.join('.'))}` };
    // `a.*` is `a` with all it holds; a bare `*` is the whole message.
    resolved.push(names.length > 1 && names.at(-1) === '*' ? names.slice(0, -1) : names);
  }
  return { ok: true, paths: resolved.some(([first]) => first === '*') ? [['*']] : resolved };
}
