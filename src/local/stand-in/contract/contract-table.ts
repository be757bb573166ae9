import driveJson from './drive-table.json' with { type: 'json' };
import driveV2Json from './drive-v2-table.json' with { type: 'json' };
import sheetsJson from './sheets-table.json' with { type: 'json' };

export type Api = 'sheets' | 'drive';

/** Drive v2 is spoken for uploads only; nothing that it is asked is checked by its contract, all that it answers is. */
export type AnsweringApi = Api | 'drive-v2';

/** The tables are made by make-table.ts from Google's discovery documents. */
type ScalarKind =
  | 'string'
  | 'int64'
  | 'field-mask'
  | 'date-time'
  | 'int32'
  | 'double'
  | 'float'
  | 'boolean'
  | 'any';

export type FieldType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'enum'; readonly name: string; readonly values: readonly string[] }
  | { readonly kind: 'message'; readonly schema: string }
  | { readonly kind: 'list'; readonly of: FieldType }
  | { readonly kind: 'map'; readonly of: FieldType };

export type Schema = ReadonlyMap<string, FieldType>;

interface MethodAddress {
  readonly id: string;
  readonly httpMethod: string;
  /** Path template without a leading slash, e.g. `v4/spreadsheets/{spreadsheetId}`. */
  readonly path: string;
}

interface Method extends MethodAddress {
  readonly request: string | undefined;
  readonly response: string | undefined;
  readonly query: Schema;
}

interface ContractTable {
  readonly parameters: Schema;
  readonly methods: ReadonlyMap<string, Method>;
  /** Methods that the service has and the stand-in does not speak. */
  readonly unspoken: readonly MethodAddress[];
  readonly schemas: ReadonlyMap<string, Schema>;
}

interface TableJson {
  readonly servicePath: string;
  readonly parameters: string;
  readonly methods: Readonly<
    Record<string, Readonly<Record<'http' | 'request' | 'response' | 'query', string>>>
  >;
  readonly unspoken: Readonly<Record<string, string>>;
  readonly enums: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, string>>;
}

const SCALARS: ReadonlyMap<string, ScalarKind> = new Map<string, ScalarKind>([
  ['s', 'string'],
  ['l', 'int64'],
  ['m', 'field-mask'],
  ['t', 'date-time'],
  ['i', 'int32'],
  ['d', 'double'],
  ['f', 'float'],
  ['b', 'boolean'],
  ['v', 'any'],
]);

type Enums = ReadonlyMap<string, readonly string[]>;

function parseType(text: string, enums: Enums): FieldType {
  const rest = text.slice(1);
  switch (text[0]) {
    case '*':
      return { kind: 'list', of: parseType(rest, enums) };
    case '%':
      return { kind: 'map', of: parseType(rest, enums) };
    case '@':
      return { kind: 'message', schema: rest };
    case 'E':
      return { kind: 'enum', name: rest, values: enums.get(rest) ?? [] };
    default: {
      const kind = SCALARS.get(text);
      if (kind === undefined) throw new Error(`the contract table has an unknown kind: ${text}`);
      return { kind };
    }
  }
}

function parseSchema(line: string, enums: Enums): Schema {
  const fields = line.split(' ').filter(Boolean);
  return new Map(
    fields.map((field) => {
      const colon = field.lastIndexOf(':');
      return [field.slice(0, colon), parseType(field.slice(colon + 1), enums)];
    }),
  );
}

function addressOf(id: string, http: string, servicePath: string): MethodAddress {
  const [httpMethod = '', path = ''] = http.split(' ');
  return { id, httpMethod, path: servicePath + path };
}

function parseTable(json: TableJson): ContractTable {
  const enums = new Map(Object.entries(json.enums).map(([name, line]) => [name, line.split(' ')] as const));
  const { servicePath } = json;
  const methods = Object.entries(json.methods).map(
    ([id, { http, request, response, query }]): Method => ({
      ...addressOf(id, http, servicePath),
      request: request || undefined,
      response: response || undefined,
      query: parseSchema(query, enums),
    }),
  );
  return {
    parameters: parseSchema(json.parameters, enums),
    methods: new Map(methods.map((method) => [method.id, method])),
    unspoken: Object.entries(json.unspoken).map(([id, http]) => addressOf(id, http, servicePath)),
    schemas: new Map(Object.entries(json.schemas).map(([name, line]) => [name, parseSchema(line, enums)])),
  };
}

const TABLES: Readonly<Record<AnsweringApi, ContractTable>> = {
  sheets: parseTable(sheetsJson),
  drive: parseTable(driveJson),
  'drive-v2': parseTable(driveV2Json),
};

export const contractOf = (api: Api): ContractTable => TABLES[api];

/** Whether a method of the services has this id, or ids that begin so where it ends in `*`. */
export function isMethodId(wanted: string): boolean {
  const ids = [
    ...TABLES.sheets.methods.keys(),
    ...TABLES.drive.methods.keys(),
    ...TABLES['drive-v2'].methods.keys(),
  ];
  return wanted.endsWith('*') ? ids.some((id) => id.startsWith(wanted.slice(0, -1))) : ids.includes(wanted);
}

export function methodOf(api: AnsweringApi, methodId: string): Method {
  const method = TABLES[api].methods.get(methodId);
  if (method === undefined) throw new Error(`no such method in the contract: ${methodId}`);
  return method;
}

export function schemaOf(api: AnsweringApi, name: string): Schema {
  const schema = TABLES[api].schemas.get(name);
  if (schema === undefined) throw new Error(`no such schema in the contract: ${name}`);
  return schema;
}
