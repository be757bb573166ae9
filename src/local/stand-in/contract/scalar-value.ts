import type { FieldType } from './contract-table.ts';
import type { JsonValue } from './json.ts';

const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

type ScalarType = Exclude<FieldType, { readonly kind: 'message' | 'list' | 'map' }>;

/** A numeric string passes for a number (recorded: `"sheetId":"0"`). No cell, size or colour can hold `NaN` or `Infinity`. */
function numberOf(value: JsonValue): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function int32(value: JsonValue): number | undefined {
  const number = numberOf(value);
  const fits = number !== undefined && Number.isInteger(number) && number >= INT32_MIN && number <= INT32_MAX;
  return fits ? number : undefined;
}

function int64(value: JsonValue): string | undefined {
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : undefined;
  return typeof value === 'string' && /^-?\d{1,19}$/.test(value) ? value : undefined;
}

function bool(value: JsonValue): boolean | undefined {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : undefined;
}

/** An enum may be given by its number; the discovery document lists the values in the order of their numbers. */
function enumValue(values: readonly string[], value: JsonValue): string | undefined {
  if (typeof value === 'string' && values.includes(value)) return value;
  const number = int32(value);
  return number === undefined ? undefined : values[number];
}

/** The value as its kind keeps it, or `undefined` where it does not fit. */
export function coerceScalar(type: ScalarType, value: JsonValue): JsonValue | undefined {
  switch (type.kind) {
    case 'int32':
      return int32(value);
    case 'double':
    case 'float':
      return numberOf(value);
    case 'int64':
      return int64(value);
    case 'boolean':
      return bool(value);
    case 'enum':
      return enumValue(type.values, value);
    case 'string':
    case 'field-mask':
    case 'date-time':
      return typeof value === 'string' ? value : undefined;
    case 'any':
      return value;
    default:
      return type satisfies never;
  }
}

const WORDS: ReadonlyMap<string, string> = new Map([
  ['string', 'TYPE_STRING'],
  ['int64', 'TYPE_INT64'],
  ['int32', 'TYPE_INT32'],
  ['double', 'TYPE_DOUBLE'],
  ['float', 'TYPE_FLOAT'],
  ['boolean', 'TYPE_BOOL'],
  ['field-mask', 'type.googleapis.com/google.protobuf.FieldMask'],
  ['date-time', 'type.googleapis.com/google.protobuf.Timestamp'],
]);

/** The name Google's parser gives a kind when it refuses a value. */
export const scalarWord = (type: ScalarType, apiPackage: string): string =>
  type.kind === 'enum'
    ? `type.googleapis.com/${apiPackage}.${type.name}`
    : (WORDS.get(type.kind) ?? 'type.googleapis.com/google.protobuf.Value');

export const isScalar = (type: FieldType): type is ScalarType =>
  type.kind !== 'message' && type.kind !== 'list' && type.kind !== 'map';
