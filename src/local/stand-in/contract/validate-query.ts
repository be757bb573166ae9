import { type Api, contractOf, type FieldType, methodOf } from './contract-table.ts';
import { findField, toSnake } from './field-name.ts';
import { coerceScalar, isScalar, scalarWord } from './scalar-value.ts';
import type { ShapeReport } from './shape-report.ts';

/** Query booleans come in any case (recorded: `supportsAllDrives=True`) and in short (measured by others). */
function queryBoolean(text: string): string | undefined {
  if (/^(true|t|yes|y|1)$/i.test(text)) return 'true';
  return /^(false|f|no|n|0)$/i.test(text) ? 'false' : undefined;
}

function coerceText(type: FieldType, text: string): string | undefined {
  if (type.kind === 'boolean') return queryBoolean(text);
  if (!isScalar(type)) return undefined;
  if (type.kind === 'int32' && !/^[+-]?\d+$/.test(text)) return undefined;
  const coerced = coerceScalar(type, text);
  return coerced === undefined ? undefined : String(coerced);
}

function systemParameter(api: Api, given: string): string | undefined {
  const { parameters } = contractOf(api);
  if (parameters.has(given)) return given;
  const bare = given.startsWith('$') ? given.slice(1) : undefined;
  return bare !== undefined && parameters.has(bare) ? bare : undefined;
}

type Found = ReadonlyMap<string, readonly string[]>;

interface Parameter {
  readonly name: string;
  readonly type: FieldType;
  readonly text: string;
}

/** The value to keep; `undefined` where there is none, or where it does not fit (then the report says so). */
function checkParameter({ name, type, text }: Parameter, report: ShapeReport): string | undefined {
  const single = type.kind === 'list' ? type.of : type;
  const value = coerceText(single, text);
  if (value === undefined) {
    const word = isScalar(single) ? scalarWord(single, 'google.apps.sheets.v4') : single.kind;
    report.wrongValue({ parent: undefined, part: toSnake(name) }, word, text);
  }
  return value;
}

/** The query under lowerCamelCase names, booleans as `true` and `false`; what is wrong goes to the report. */
export function checkQuery(
  { api, methodId, query }: { readonly api: Api; readonly methodId: string; readonly query: URLSearchParams },
  report: ShapeReport,
): Found {
  const schema = methodOf(api, methodId).query;
  const found = new Map<string, readonly string[]>();
  const keep = (name: string, value: string) => found.set(name, [...(found.get(name) ?? []), value]);
  for (const [given, text] of query) {
    const field = findField(schema, given);
    const system = systemParameter(api, given);
    if (field !== undefined) {
      const value = checkParameter({ ...field, text }, report);
      if (value !== undefined) keep(field.name, value);
    } else if (system !== undefined) {
      keep(system, text);
    } else if (api === 'sheets') {
      // Drive takes parameters it does not know (recorded: includeItemsFromAllDrives on files.get).
      const reason = `Cannot bind query parameter. Field '${given}' could not be found in request message.`;
      report.unknownName(undefined, given, reason);
    }
  }
  return found;
}
