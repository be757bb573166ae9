import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';

/** Fields of a file that are only kept and handed back. */
const KEPT_FIELDS: ReadonlySet<string> = new Set([
  'description',
  'folderColorRgb',
  'copyRequiresWriterPermission',
  'writersCanShare',
]);

/** Key by key: what the body does not name stays, an entry of null is cleared [D]. */
const MERGED_FIELDS = ['properties', 'appProperties'] as const;

/** What a file keeps after a body has been written over it. */
export function keptFields(before: JsonObject, body: JsonObject): JsonObject {
  const plain = Object.entries(body).filter(([name]) => KEPT_FIELDS.has(name));
  const merged = MERGED_FIELDS.flatMap((name): [string, JsonObject][] => {
    const entries = mergedEntries(before[name], body[name]);
    return Object.keys(entries).length === 0 ? [] : [[name, entries]];
  });
  const rest = Object.entries(before).filter(([name]) => !MERGED_FIELDS.some((one) => one === name));
  return Object.fromEntries([...rest, ...plain, ...merged]);
}

function mergedEntries(before: JsonValue | undefined, given: JsonValue | undefined): JsonObject {
  const all = { ...(isJsonObject(before) ? before : {}), ...(isJsonObject(given) ? given : {}) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null));
}
