import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import { checkAnswer } from '../../../../src/local/stand-in/contract/check-answer.ts';
import {
  contractOf,
  type FieldType,
  schemaOf,
} from '../../../../src/local/stand-in/contract/contract-table.ts';
import { applyFieldMask, parseUpdateMask } from '../../../../src/local/stand-in/contract/field-mask.ts';
import { toSnake } from '../../../../src/local/stand-in/contract/field-name.ts';
import { isJsonObject, type JsonValue } from '../../../../src/local/stand-in/contract/json.ts';
import { validateRequest } from '../../../../src/local/stand-in/contract/validate-request.ts';

const scalar = (type: FieldType): fc.Arbitrary<JsonValue> => {
  switch (type.kind) {
    case 'boolean':
      return fc.boolean();
    case 'int32':
      return fc.integer();
    case 'double':
    case 'float':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'int64':
      return fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String);
    case 'enum':
      return fc.constantFrom(...type.values);
    case 'date-time':
      return fc.constant('2026-11-23T10:00:00.000Z');
    case 'any':
      return fc.oneof(fc.string(), fc.integer(), fc.boolean());
    default:
      return fc.string();
  }
};

function anyOf(type: FieldType, depth: number): fc.Arbitrary<JsonValue> {
  if (type.kind === 'message') return anyMessage(type.schema, depth + 1);
  if (type.kind === 'list') return fc.array(anyOf(type.of, depth + 1), { maxLength: 2 });
  if (type.kind === 'map') return fc.dictionary(fc.string(), anyOf(type.of, depth + 1), { maxKeys: 2 });
  return scalar(type);
}

/** A message with one or two of its fields set: one is enough for a union, and deep trees stay small. */
function anyMessage(schemaName: string, depth: number): fc.Arbitrary<JsonValue> {
  const fields = [...schemaOf('sheets', schemaName)];
  if (depth > 9 || fields.length === 0) return fc.constant({});
  return fc
    .constantFrom(...fields)
    .chain(([name, type]) => anyOf(type, depth).map((value): JsonValue => ({ [name]: value })));
}

const anyBatch = anyMessage('BatchUpdateSpreadsheetRequest', 0);
const anyValuesBatch = anyMessage('BatchUpdateValuesRequest', 0);
const anySpreadsheet = anyMessage('Spreadsheet', 0);

const BATCH = 'sheets.spreadsheets.batchUpdate';

const judge = (methodId: string, body: unknown) => {
  const checked = validateRequest({ api: 'sheets', methodId, query: new URLSearchParams(), body });
  return checked.ok ? checked.body : checked.error.message;
};

/** Field names by their proto names; keys of maps are left alone, as they are no names of the contract. */
function inProtoNames(value: JsonValue, type: FieldType): JsonValue {
  if (type.kind === 'list' && Array.isArray(value)) return value.map((item) => inProtoNames(item, type.of));
  if (type.kind !== 'message' || !isJsonObject(value)) return value;
  const schema = schemaOf('sheets', type.schema);
  const renamed = Object.entries(value).map(([name, member]) => [
    toSnake(name),
    inProtoNames(member, schema.get(name) ?? { kind: 'any' }),
  ]);
  return Object.fromEntries(renamed);
}

test.prop([anyBatch])('every message of the contract is taken, and comes out as it went in', (body) => {
  expect(judge(BATCH, body)).toEqual(body);
});

test.prop([anyValuesBatch])('so is every write of values', (body) => {
  expect(judge('sheets.spreadsheets.values.batchUpdate', body)).toEqual(body);
});

test.prop([anyBatch])('proto names mean the same as JSON names', (body) => {
  const renamed = inProtoNames(body, { kind: 'message', schema: 'BatchUpdateSpreadsheetRequest' });
  expect(judge(BATCH, renamed)).toEqual(body);
});

test.prop([anySpreadsheet])('a message of the contract has nothing wrong as an answer', (answer) => {
  expect(checkAnswer('sheets', 'sheets.spreadsheets.get', answer)).toEqual([]);
});

test.prop([fc.json({ maxDepth: 6 })])(
  'whatever JSON comes, the verdict is a message or a refusal',
  (json) => {
    const verdict = judge(BATCH, JSON.parse(json));
    expect(typeof verdict === 'string' ? verdict.length > 0 : isJsonObject(verdict)).toBe(true);
  },
);

const masked = (mask: string, value: JsonValue) =>
  applyFieldMask({ api: 'sheets', schemaName: 'Spreadsheet', mask, value });

test.prop([anySpreadsheet])('a mask of all fields selects everything', (value) => {
  const names = [...schemaOf('sheets', 'Spreadsheet').keys()];
  expect(masked(names.join(','), value)).toEqual({ ok: true, value });
});

test.prop([
  anySpreadsheet,
  fc.constantFrom('sheets.properties', 'sheets(data/rowData,merges)', 'properties.title'),
])('selecting twice is selecting once', (value, mask) => {
  const once = masked(mask, value);
  expect(once.ok && masked(mask, once.value)).toEqual(once);
});

test.prop([fc.oneof(fc.string(), fc.stringMatching(/^[a-z(),./*]{0,40}$/))])(
  'whatever is given as a mask is a mask or refused',
  (mask) => {
    const value = { sheets: [{ properties: { title: 'x' } }] };
    expect(typeof masked(mask, value).ok).toBe('boolean');
    expect(typeof parseUpdateMask('SheetProperties', mask).ok).toBe('boolean');
  },
);

test('the generator reaches most of the contract', () => {
  const seen = new Set<string>();
  const collect = (value: JsonValue, type: FieldType): void => {
    if (type.kind === 'list' && Array.isArray(value)) for (const item of value) collect(item, type.of);
    if (type.kind !== 'message' || !isJsonObject(value)) return;
    seen.add(type.schema);
    for (const [name, member] of Object.entries(value)) {
      collect(member, schemaOf('sheets', type.schema).get(name) ?? { kind: 'any' });
    }
  };
  for (const body of fc.sample(anyBatch, { numRuns: 3000, seed: 1 })) {
    collect(body, { kind: 'message', schema: 'BatchUpdateSpreadsheetRequest' });
  }
  expect(seen.size).toBeGreaterThan(contractOf('sheets').schemas.size / 3);
});
