import { isJsonObject, type JsonObject, type JsonValue } from '../contract/json.ts';
import type { CellData, ExtendedValue } from '../model/wire.ts';
import type { Row } from '../model/workbook.ts';

/** Formats and validation rules that many cells share are written once and named by their place. */
export interface SharedParts {
  readonly place: (part: JsonObject) => number;
  readonly parts: readonly JsonObject[];
}

export function sharedParts(): SharedParts {
  const parts: JsonObject[] = [];
  const byIdentity = new Map<JsonObject, number>();
  const byText = new Map<string, number>();
  const place = (part: JsonObject): number => {
    const known = byIdentity.get(part);
    if (known !== undefined) return known;
    const text = JSON.stringify(part);
    const at = byText.get(text) ?? parts.push(part) - 1;
    byText.set(text, at);
    byIdentity.set(part, at);
    return at;
  };
  return { place, parts };
}

type Run = readonly [count: number, cell: JsonValue];

/** A cell that only holds a typed value is written as that value; neighbours that are one and the same as [count, cell]. */
export function encodeRow(row: Row, shared: SharedParts): JsonValue {
  const out: JsonValue[] = [];
  for (let column = 0; column < row.length; ) {
    const cell = row[column];
    let end = column + 1;
    while (end < row.length && row[end] === cell) end += 1;
    const encoded = cell === undefined ? null : encodeCell(cell, shared);
    if (end - column > 1) out.push([end - column, encoded]);
    else out.push(encoded);
    column = end;
  }
  return out;
}

export function decodeRow(encoded: JsonValue, parts: readonly JsonObject[]): Row {
  const row: (CellData | undefined)[] = [];
  for (const item of encoded as readonly JsonValue[]) {
    const [count, cell] = Array.isArray(item) ? (item as unknown as Run) : ([1, item] as const);
    const decoded = cell === null ? undefined : decodeCell(cell, parts);
    for (let index = 0; index < count; index += 1) row.push(decoded);
  }
  return row;
}

function encodeCell(cell: CellData, shared: SharedParts): JsonValue {
  const { userEnteredValue, userEnteredFormat, dataValidation, ...rest } = cell;
  const value = userEnteredValue === undefined ? undefined : encodeValue(userEnteredValue);
  const bare =
    userEnteredFormat === undefined && dataValidation === undefined && Object.keys(rest).length === 0;
  if (bare && value !== undefined && !isJsonObject(value)) return value;
  return {
    ...(value === undefined ? {} : { v: value }),
    ...(userEnteredFormat === undefined ? {} : { f: shared.place(userEnteredFormat) }),
    ...(dataValidation === undefined ? {} : { d: shared.place(dataValidation) }),
    ...(Object.keys(rest).length === 0 ? {} : { x: rest as JsonObject }),
  };
}

function decodeCell(encoded: JsonValue, parts: readonly JsonObject[]): CellData {
  if (!isJsonObject(encoded)) return { userEnteredValue: decodeValue(encoded) };
  const { v, f, d, x } = encoded;
  const format = typeof f === 'number' ? parts[f] : undefined;
  const rule = typeof d === 'number' ? parts[d] : undefined;
  return {
    ...(v === undefined ? {} : { userEnteredValue: decodeValue(v) }),
    ...(format === undefined ? {} : { userEnteredFormat: format }),
    ...(rule === undefined ? {} : { dataValidation: rule }),
    ...(isJsonObject(x) ? (x as CellData) : {}),
  };
}

function encodeValue(value: ExtendedValue): JsonValue {
  return value.numberValue ?? value.stringValue ?? value.boolValue ?? value;
}

function decodeValue(value: JsonValue): ExtendedValue {
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return value as ExtendedValue;
}
