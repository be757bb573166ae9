import { expect, test } from 'vitest';
import { validateRequest } from '../../../../src/local/stand-in/contract/validate-request.ts';

const BATCH = 'sheets.spreadsheets.batchUpdate';
const UPDATE = 'sheets.spreadsheets.values.update';

const judge = (methodId: string, body: unknown) =>
  validateRequest({ api: 'sheets', methodId, query: new URLSearchParams(), body });

function refusal(methodId: string, body: unknown): string | undefined {
  const checked = judge(methodId, body);
  return checked.ok ? undefined : checked.error.message;
}

const requests = (...items: unknown[]) => ({ requests: items });

test('prototype keys are unknown fields like any other', () => {
  const body: unknown = JSON.parse(
    '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
  );
  expect(refusal(BATCH, body)).toBe(
    'Invalid JSON payload received. Unknown name "__proto__": Cannot find field.\n' +
      'Invalid JSON payload received. Unknown name "constructor": Cannot find field.',
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('prototype keys cannot be smuggled in through a map of messages', () => {
  const body: unknown = JSON.parse(
    '{"requests":[{"updateCells":{"rows":[{"values":[{"pivotTable":{"criteria":{"__proto__":{"visibleValues":["x"]}}}}]}]}}]}',
  );
  const checked = judge(BATCH, body);
  expect(checked.ok).toBe(true);
  expect(({} as Record<string, unknown>)['visibleValues']).toBeUndefined();
});

test('two hundred thousand wrong names give a short answer', () => {
  const body = Object.fromEntries(Array.from({ length: 200_000 }, (_, index) => [`x${index}`, 1]));
  expect(refusal(BATCH, body)?.split('\n').length).toBe(100);
});

test('lists nested ten thousand deep are judged without exhausting the stack', () => {
  let nested: unknown = { deleteSheet: { sheetId: 1 } };
  for (let depth = 0; depth < 10_000; depth += 1) nested = [nested];
  expect(judge(BATCH, { requests: nested }).ok).toBe(false);
});

test('a value too deep to be written out is refused without being quoted', () => {
  let nested: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) nested = { a: nested };
  expect(refusal(UPDATE, { values: nested })).toBe(
    `Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), Starting an object on a scalar field`,
  );
});

test('messages nested beyond measure are refused', () => {
  let spec: unknown = {};
  for (let depth = 0; depth < 5_000; depth += 1) spec = { properties: spec };
  expect(judge(BATCH, requests({ addSheet: spec })).ok).toBe(false);
});
