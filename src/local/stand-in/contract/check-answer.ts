import { type Api, type FieldType, methodOf, schemaOf } from './contract-table.ts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

/** What is wrong with an answer by Google's own contract: where, and what. */
interface AnswerProblem {
  readonly path: string;
  readonly problem: string;
}

function fits(type: FieldType, value: JsonValue): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'boolean':
      return typeof value === 'boolean';
    case 'int32':
      return Number.isInteger(value);
    case 'double':
    case 'float':
      return typeof value === 'number' && Number.isFinite(value);
    case 'int64':
      return typeof value === 'string' && /^-?\d+$/.test(value);
    case 'enum':
      return typeof value === 'string' && type.values.includes(value);
    case 'date-time':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'string':
    case 'field-mask':
      return typeof value === 'string';
    default:
      return false;
  }
}

function nameOf(type: FieldType): string {
  switch (type.kind) {
    case 'enum':
      return type.name;
    case 'message':
      return type.schema;
    case 'list':
      return `list of ${nameOf(type.of)}`;
    case 'map':
      return `map of ${nameOf(type.of)}`;
    default:
      return type.kind;
  }
}

interface Spot {
  readonly api: Api;
  readonly path: string;
}

function checkMembers(schemaName: string, value: JsonObject, { api, path }: Spot): readonly AnswerProblem[] {
  const schema = schemaOf(api, schemaName);
  return Object.entries(value).flatMap(([name, member]) => {
    const type = schema.get(name);
    const spot = { api, path: path === '' ? name : `${path}.${name}` };
    return type === undefined
      ? [{ path: spot.path, problem: 'unknown key' }]
      : checkValue(type, member, spot);
  });
}

function checkList(
  of: FieldType,
  value: readonly JsonValue[],
  { api, path }: Spot,
): readonly AnswerProblem[] {
  return value.flatMap((item, index) => checkValue(of, item, { api, path: `${path}[${index}]` }));
}

function checkValue(type: FieldType, value: JsonValue, spot: Spot): readonly AnswerProblem[] {
  const wrong = () => [
    { path: spot.path, problem: `${JSON.stringify(value).slice(0, 80)} is no ${nameOf(type)}` },
  ];
  if (type.kind === 'message') return isJsonObject(value) ? checkMembers(type.schema, value, spot) : wrong();
  if (type.kind === 'list') return Array.isArray(value) ? checkList(type.of, value, spot) : wrong();
  if (type.kind === 'map') {
    if (!isJsonObject(value)) return wrong();
    return Object.entries(value).flatMap(([key, member]) =>
      checkValue(type.of, member, { api: spot.api, path: `${spot.path}[${key}]` }),
    );
  }
  return fits(type, value) ? [] : wrong();
}

/** Every key and kind in an answer that the contract does not have; a method without an answer must give none. */
export function checkAnswer(
  api: Api,
  methodId: string,
  answer: JsonValue | undefined,
): readonly AnswerProblem[] {
  const { response } = methodOf(api, methodId);
  if (response === undefined) {
    return answer === undefined || answer === ''
      ? []
      : [{ path: '', problem: 'an answer where there is none' }];
  }
  return checkValue({ kind: 'message', schema: response }, answer ?? null, { api, path: '' });
}
