import { type AnsweringApi, type FieldType, methodOf, schemaOf } from './contract-table.ts';
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

/** A place in the answer; its name is put together only when it is told. */
interface Spot {
  readonly api: AnsweringApi;
  readonly within?: Spot;
  readonly step: string;
}

function pathOf({ within, step }: Spot): string {
  const path = within === undefined ? '' : pathOf(within);
  return path === '' ? step.replace(/^\./, '') : `${path}${step}`;
}

type Tell = (spot: Spot, problem: string) => void;

function checkMembers(schemaName: string, value: JsonObject, spot: Spot, tell: Tell): void {
  const schema = schemaOf(spot.api, schemaName);
  for (const [name, member] of Object.entries(value)) {
    const type = schema.get(name);
    const inner: Spot = { api: spot.api, within: spot, step: `.${name}` };
    if (type === undefined) tell(inner, 'unknown key');
    else checkValue(type, member, inner, tell);
  }
}

function checkList(of: FieldType, value: readonly JsonValue[], spot: Spot, tell: Tell): void {
  if (of.kind === 'any') return;
  for (const [index, item] of value.entries())
    checkValue(of, item, { api: spot.api, within: spot, step: `[${index}]` }, tell);
}

function checkMap(of: FieldType, value: JsonObject, spot: Spot, tell: Tell): void {
  for (const [key, member] of Object.entries(value))
    checkValue(of, member, { api: spot.api, within: spot, step: `[${key}]` }, tell);
}

function checkValue(type: FieldType, value: JsonValue, spot: Spot, tell: Tell): void {
  if (type.kind === 'message' && isJsonObject(value)) checkMembers(type.schema, value, spot, tell);
  else if (type.kind === 'list' && Array.isArray(value)) checkList(type.of, value, spot, tell);
  else if (type.kind === 'map' && isJsonObject(value)) checkMap(type.of, value, spot, tell);
  else if (!fits(type, value)) tell(spot, `${JSON.stringify(value).slice(0, 80)} is no ${nameOf(type)}`);
}

/** Every key and kind in an answer that the contract does not have; a method without an answer must give none. */
export function checkAnswer(
  api: AnsweringApi,
  methodId: string,
  answer: JsonValue | undefined,
): readonly AnswerProblem[] {
  const { response } = methodOf(api, methodId);
  if (response === undefined) {
    return answer === undefined || answer === ''
      ? []
      : [{ path: '', problem: 'an answer where there is none' }];
  }
  const problems: AnswerProblem[] = [];
  const tell: Tell = (spot, problem) => problems.push({ path: pathOf(spot), problem });
  checkValue({ kind: 'message', schema: response }, answer ?? null, { api, step: '' }, tell);
  return problems;
}
