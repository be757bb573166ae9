import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAnswer } from '../../../../src/local/stand-in/contract/check-answer.ts';
import {
  contractOf,
  type FieldType,
  methodOf,
  schemaOf,
} from '../../../../src/local/stand-in/contract/contract-table.ts';

const SCRIPT = 'src/local/stand-in/contract/make-table.ts';

test('Sheets has its 17 methods and 74 request kinds', () => {
  expect(contractOf('sheets').methods.size).toBe(17);
  expect(schemaOf('sheets', 'Request').size).toBe(74);
});

test('a method names its request, its answer and its parameters', () => {
  const { id, httpMethod, path, request, response, query } = methodOf(
    'sheets',
    'sheets.spreadsheets.values.append',
  );
  expect({ id, httpMethod, path, request, response, query: [...query.keys()] }).toEqual({
    id: 'sheets.spreadsheets.values.append',
    httpMethod: 'POST',
    path: 'v4/spreadsheets/{spreadsheetId}/values/{range}:append',
    request: 'ValueRange',
    response: 'AppendValuesResponse',
    query: [
      'includeValuesInResponse',
      'insertDataOption',
      'responseDateTimeRenderOption',
      'responseValueRenderOption',
      'valueInputOption',
    ],
  });
});

function schemasIn(type: FieldType): readonly string[] {
  if (type.kind === 'message') return [type.schema];
  return type.kind === 'list' || type.kind === 'map' ? schemasIn(type.of) : [];
}

test('every schema that a field names is in the table', () => {
  for (const api of ['sheets', 'drive'] as const) {
    const { schemas } = contractOf(api);
    const named = [...schemas.values()].flatMap((schema) => [...schema.values()].flatMap(schemasIn));
    expect(named.filter((name) => !schemas.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(20);
  }
});

test('a method or schema that is not in the contract is our bug', () => {
  expect(() => methodOf('sheets', 'sheets.spreadsheets.guess')).toThrow('no such method');
  expect(() => schemaOf('drive', 'Guess')).toThrow('no such schema');
});

test('an answer with an unknown key or a wrong kind is caught wherever it is', () => {
  const answer = {
    spreadsheetId: 'x',
    secret: 1,
    sheets: [
      { properties: { sheetId: '0', sheetType: 'WHEEL', gridProperties: { rowCount: 1.5 } }, merges: {} },
    ],
  };
  expect(checkAnswer('sheets', 'sheets.spreadsheets.get', answer)).toEqual([
    { path: 'secret', problem: 'unknown key' },
    { path: 'sheets[0].properties.sheetId', problem: '"0" is no int32' },
    { path: 'sheets[0].properties.sheetType', problem: '"WHEEL" is no SheetType' },
    { path: 'sheets[0].properties.gridProperties.rowCount', problem: '1.5 is no int32' },
    { path: 'sheets[0].merges', problem: '{} is no list of GridRange' },
  ]);
});

test('a right answer has no problem', () => {
  const answer = { range: 'A!A1', majorDimension: 'ROWS', values: [['a', 1, true]] };
  expect(checkAnswer('sheets', 'sheets.spreadsheets.values.get', answer)).toEqual([]);
  expect(checkAnswer('drive', 'drive.files.delete', undefined)).toEqual([]);
  expect(checkAnswer('drive', 'drive.files.delete', {})).toEqual([
    { path: '', problem: 'an answer where there is none' },
  ]);
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'make-table-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runScript = (...args: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', SCRIPT, ...args], { encoding: 'utf8' });

test('the script that makes the tables says how it is used', () => {
  expect(runScript('--help')).toContain('usage: npm run contract -- --sheets FILE');
});

test('the script makes one line per schema out of a discovery document', () => {
  const sheets = {
    revision: '1',
    servicePath: '',
    parameters: { alt: { type: 'string', location: 'query' } },
    schemas: {
      Thing: {
        properties: {
          title: { type: 'string', description: 'left out' },
          sizes: { type: 'array', items: { type: 'integer', format: 'int32' } },
          dimension: { type: 'string', enum: ['DIMENSION_UNSPECIFIED', 'ROWS'] },
          parts: { type: 'object', additionalProperties: { $ref: 'Thing' } },
        },
      },
    },
    resources: {
      things: {
        methods: {
          get: {
            id: 'sheets.things.get',
            httpMethod: 'GET',
            path: 'v4/things/{id}',
            parameters: {
              id: { type: 'string', location: 'path' },
              ranges: { type: 'string', location: 'query', repeated: true },
            },
            response: { $ref: 'Thing' },
          },
        },
      },
    },
  };
  const input = join(folder, 'sheets.json');
  const drive = join(folder, 'drive.json');
  writeFileSync(input, JSON.stringify(sheets));
  writeFileSync(drive, JSON.stringify(sheets));
  runScript('--sheets', input, '--drive', drive, '--out', folder);
  expect(JSON.parse(readFileSync(join(folder, 'sheets-table.json'), 'utf8'))).toEqual({
    revision: '1',
    servicePath: '',
    parameters: 'alt:s',
    methods: {
      'sheets.things.get': { http: 'GET v4/things/{id}', request: '', response: 'Thing', query: 'ranges:*s' },
    },
    unspoken: {},
    enums: { Dimension: 'DIMENSION_UNSPECIFIED ROWS' },
    schemas: { Thing: 'title:s sizes:*i dimension:EDimension parts:%@Thing' },
  });
  // What of Drive is not spoken leaves its address, and no schema that only it reaches.
  expect(JSON.parse(readFileSync(join(folder, 'drive-table.json'), 'utf8'))).toMatchObject({
    methods: {},
    unspoken: { 'sheets.things.get': 'GET v4/things/{id}' },
    enums: {},
    schemas: {},
  });
});
