/**
 * Makes the contract tables beside this file from Google's discovery documents: names, kinds and enum
 * values only, no descriptions. One line per schema, so that a new revision of the documents reads as a diff.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { enumNameOf } from './enum-names.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

const USAGE = `usage: npm run contract -- --sheets FILE --drive FILE [--drive-v2 FILE] [--out DIR]

  --sheets FILE  discovery document of Google Sheets v4 (sheets.v4.json)
  --drive FILE   discovery document of Google Drive v3 (drive.v3.json)
  --drive-v2 FILE  that of Drive v2, for uploads (drive.v2.json of the package google-api-python-client)
  --out DIR      where to write sheets-table.json, drive-table.json and drive-v2-table.json (default: beside this script)
  --help         this text
`;

/** The part of Drive that the stand-in speaks; every schema these methods reach comes along, of the others their address. */
const DRIVE_METHODS =
  /^drive\.(about\.get|changes\.(getStartPageToken|list)|(comments|replies|permissions)\.\w+|drives\.(get|list)|files\.(copy|create|delete|emptyTrash|export|generateIds|get|list|update)|revisions\.(get|list|update|delete))$/;

/** What clients still ask of Drive v2: uploads. */
const DRIVE_V2_METHODS = /^drive\.files\.(insert|update)$/;

const SCALARS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    string: 's',
    'string/int64': 'l',
    'string/google-fieldmask': 'm',
    'string/google-datetime': 't',
    'string/date-time': 't',
    'string/byte': 's',
    'string/date': 's',
    'integer/int32': 'i',
    'number/double': 'd',
    'number/float': 'f',
    boolean: 'b',
    any: 'v',
  }),
);

interface Table {
  readonly schemas: Map<string, string>;
  readonly enums: Map<string, string>;
}

const text = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '');
const members = (value: JsonValue | undefined): readonly [string, JsonObject][] =>
  isJsonObject(value)
    ? Object.entries(value).flatMap(([name, member]) => (isJsonObject(member) ? [[name, member]] : []))
    : [];

function enumKind(values: readonly JsonValue[], owner: string, name: string, table: Table): string {
  const type = enumNameOf(owner, name);
  const line = values.map(text).join(' ');
  const known = table.enums.get(type);
  if (known !== undefined && known !== line) throw new Error(`two lists of values for the enum ${type}`);
  table.enums.set(type, line);
  return `E${type}`;
}

/** Kind of a field: a scalar letter, `@Schema`, `EEnum`; in front `*` for a list, `%` for a map. */
function kindOf(node: JsonObject, owner: string, name: string, table: Table): string {
  const { $ref: ref, items, additionalProperties: values, type, format } = node;
  if (typeof ref === 'string') return `@${ref}`;
  if (isJsonObject(items)) return `*${kindOf(items, owner, name, table)}`;
  if (isJsonObject(values)) return `%${kindOf(values, owner, name, table)}`;
  if (Array.isArray(node['enum'])) return enumKind(node['enum'], owner, name, table);
  if (isJsonObject(node['properties'])) {
    addSchema(`${owner}.${name}`, node, table);
    return `@${owner}.${name}`;
  }
  const kind = SCALARS.get(format === undefined ? text(type) : `${text(type)}/${text(format)}`);
  if (kind === undefined) throw new Error(`no kind for ${owner}.${name}: ${JSON.stringify(node)}`);
  return kind;
}

function addSchema(name: string, schema: JsonObject, table: Table): void {
  const fields = members(schema['properties']);
  table.schemas.set(
    name,
    fields.map(([field, node]) => `${field}:${kindOf(node, name, field, table)}`).join(' '),
  );
}

function methodsOf(resources: JsonValue | undefined): readonly JsonObject[] {
  return members(resources).flatMap(([, resource]) => [
    ...members(resource['methods']).map(([, method]) => method),
    ...methodsOf(resource['resources']),
  ]);
}

const refOf = (node: JsonValue | undefined): string => (isJsonObject(node) ? text(node['$ref']) : '');

function httpOf(method: JsonObject): string {
  return `${text(method['httpMethod'])} ${text(method['flatPath']) || text(method['path'])}`;
}

function methodLines(method: JsonObject, table: Table): JsonObject {
  const id = text(method['id']);
  const query = members(method['parameters']).filter(([, node]) => node['location'] === 'query');
  const params = query.map(([name, node]) => {
    const kind = kindOf(node, id, name, table);
    return `${name}:${node['repeated'] === true ? '*' : ''}${kind}`;
  });
  return {
    http: httpOf(method),
    request: refOf(method['request']),
    response: refOf(method['response']),
    query: params.join(' '),
  };
}

/** Only what the kept methods reach: all of Sheets, a part of Drive. */
function reachable(roots: readonly string[], schemas: ReadonlyMap<string, string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const match of (schemas.get(name) ?? '').matchAll(/@(\S+)/g)) queue.push(match[1] ?? '');
  }
  return seen;
}

function makeTable(document: JsonObject, keep: (methodId: string) => boolean): JsonObject {
  const table: Table = { schemas: new Map(), enums: new Map() };
  for (const [name, schema] of members(document['schemas'])) addSchema(name, schema, table);
  const all = methodsOf(document['resources']);
  const lines = all
    .filter((method) => keep(text(method['id'])))
    .map((method) => [text(method['id']), methodLines(method, table)] as const);
  const roots = lines.flatMap(([, line]) => [text(line['request']), text(line['response'])]);
  const used = reachable(roots.filter(Boolean), table.schemas);
  const schemas = [...table.schemas].filter(([name]) => used.has(name));
  const spoken = [...schemas.map(([, line]) => line), ...lines.map(([, line]) => text(line['query']))].join(
    ' ',
  );
  const enums = [...table.enums].filter(([name]) => new RegExp(`[:*%]E${name}( |$)`).test(spoken));
  return {
    revision: text(document['revision']),
    servicePath: text(document['servicePath']),
    parameters: members(document['parameters'])
      .map(([name, node]) => `${name}:${kindOf({ ...node, enum: null }, '', name, table)}`)
      .join(' '),
    methods: Object.fromEntries(lines),
    unspoken: Object.fromEntries(
      all.filter((method) => !keep(text(method['id']))).map((method) => [text(method['id']), httpOf(method)]),
    ),
    enums: Object.fromEntries(enums),
    schemas: Object.fromEntries(schemas),
  };
}

function readDocument(path: string): JsonObject {
  const document: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!isJsonObject(document) || !isJsonObject(document['schemas'])) {
    throw new Error(`${path} is not a discovery document`);
  }
  return document;
}

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sheets: { type: 'string' },
      drive: { type: 'string' },
      'drive-v2': { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  const { sheets, drive, out, 'drive-v2': driveV2 } = values;
  if (values.help || sheets === undefined || drive === undefined) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const target = (name: string) => (out === undefined ? new URL(name, import.meta.url) : `${out}/${name}`);
  const write = (name: string, table: JsonObject) =>
    writeFileSync(target(name), `${JSON.stringify(table, null, 2)}\n`);
  write(
    'sheets-table.json',
    makeTable(readDocument(sheets), () => true),
  );
  write(
    'drive-table.json',
    makeTable(readDocument(drive), (id) => DRIVE_METHODS.test(id)),
  );
  if (driveV2 !== undefined) {
    const table = makeTable(readDocument(driveV2), (id) => DRIVE_V2_METHODS.test(id));
    write('drive-v2-table.json', { ...table, unspoken: {} });
  }
  return 0;
}

process.exitCode = main(process.argv.slice(2));
