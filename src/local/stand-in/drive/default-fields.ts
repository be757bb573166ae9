import type { JsonObject, JsonValue } from '../contract/json.ts';
import { isJsonObject } from '../contract/json.ts';

/** What Drive answers when nobody asks for fields (recorded): a file is four fields, an empty page token is left out. */
const FILE_FIELDS: ReadonlySet<string> = new Set(['kind', 'id', 'name', 'mimeType', 'resourceKey']);
const PERMISSION_FIELDS: ReadonlySet<string> = new Set(['kind', 'id', 'type', 'role', 'allowFileDiscovery']);
const REVISION_FIELDS: ReadonlySet<string> = new Set(['kind', 'id', 'mimeType', 'modifiedTime']);

const BY_RESOURCE: readonly (readonly [prefix: string, list: string, fields: ReadonlySet<string>])[] = [
  ['drive.files.', 'files', FILE_FIELDS],
  ['drive.permissions.', 'permissions', PERMISSION_FIELDS],
  ['drive.revisions.', 'revisions', REVISION_FIELDS],
];

export function driveFieldsView(methodId: string, body: JsonObject): JsonObject {
  if (methodId === 'drive.changes.list') return changesView(body);
  if (methodId === 'drive.files.generateIds') return body;
  const resource = BY_RESOURCE.find(([prefix]) => methodId.startsWith(prefix));
  if (resource === undefined) return body;
  const [, list, fields] = resource;
  const items = body[list];
  if (!Array.isArray(items)) return only(body, fields);
  return {
    ...body,
    [list]: items.map((item: JsonValue) => (isJsonObject(item) ? only(item, fields) : item)),
  };
}

function changesView(body: JsonObject): JsonObject {
  const changes = (body['changes'] ?? []) as readonly JsonObject[];
  const shown = changes.map((change) => {
    const { file, ...rest } = change;
    return isJsonObject(file) ? { ...rest, file: only(file, FILE_FIELDS) } : rest;
  });
  return { ...body, changes: shown };
}

function only(message: JsonObject, fields: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([name]) => fields.has(name)));
}
