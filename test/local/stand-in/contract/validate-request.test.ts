import { describe, expect, test } from 'vitest';
import { validateRequest } from '../../../../src/local/stand-in/contract/validate-request.ts';

const BATCH = 'sheets.spreadsheets.batchUpdate';
const UPDATE = 'sheets.spreadsheets.values.update';

const judge = (methodId: string, body: unknown, query = '') =>
  validateRequest({ api: 'sheets', methodId, query: new URLSearchParams(query), body });

/** The body as the validator hands it on, or the message of its refusal. */
function bodyOf(methodId: string, body: unknown): unknown {
  const checked = judge(methodId, body);
  return checked.ok ? checked.body : checked.error.message;
}

function refusal(methodId: string, body: unknown, query = ''): string | undefined {
  const checked = judge(methodId, body, query);
  return checked.ok ? undefined : checked.error.message;
}

const requests = (...items: unknown[]) => ({ requests: items });

describe('what Google takes', () => {
  test('proto names are taken beside JSON names and come out as JSON names', () => {
    const body = requests({
      update_sheet_properties: { properties: { sheet_id: 0, title: 'A' }, fields: 'title' },
    });
    expect(bodyOf(BATCH, body)).toEqual(
      requests({ updateSheetProperties: { properties: { sheetId: 0, title: 'A' }, fields: 'title' } }),
    );
  });

  test('null leaves a field unset', () => {
    expect(bodyOf(UPDATE, { values: [['a']], majorDimension: null })).toEqual({ values: [['a']] });
  });

  test('null inside a row of values is kept, because it means: leave the cell alone', () => {
    expect(bodyOf(UPDATE, { values: [['a', null], [null]] })).toEqual({ values: [['a', null], [null]] });
  });

  test('a null row keeps its place as an empty row', () => {
    expect(bodyOf(UPDATE, { values: [null, ['b']] })).toEqual({ values: [[], ['b']] });
  });

  test('lists inside a list of messages are one list, but rows of values stay rows', () => {
    expect(
      bodyOf(BATCH, { requests: [[{ deleteSheet: { sheetId: 1 } }], [{ deleteSheet: { sheetId: 2 } }]] }),
    ).toEqual(requests({ deleteSheet: { sheetId: 1 } }, { deleteSheet: { sheetId: 2 } }));
    expect(
      bodyOf('sheets.spreadsheets.values.batchUpdate', { data: [[{ range: 'A1', values: [[1]] }]] }),
    ).toEqual({
      data: [{ range: 'A1', values: [[1]] }],
    });
  });

  test('numbers may come as text, and come out as numbers', () => {
    expect(
      bodyOf(BATCH, requests({ repeatCell: { range: { sheetId: '0', endRowIndex: '2' }, fields: '*' } })),
    ).toEqual(requests({ repeatCell: { range: { sheetId: 0, endRowIndex: 2 }, fields: '*' } }));
  });

  test('an enum may come as its number', () => {
    expect(bodyOf(BATCH, requests({ appendDimension: { sheetId: 0, dimension: 2, length: 1 } }))).toEqual(
      requests({ appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 1 } }),
    );
  });

  test('a single message stands for a list of one', () => {
    expect(bodyOf(BATCH, { requests: { deleteSheet: { sheetId: 1 } } })).toEqual(
      requests({ deleteSheet: { sheetId: 1 } }),
    );
  });

  test('a request without a body is an empty message', () => {
    expect(bodyOf('sheets.spreadsheets.values.clear', undefined)).toEqual({});
  });

  test('query parameters come out under their JSON names, repeated ones in order, system ones as they are', () => {
    const checked = judge(
      'sheets.spreadsheets.values.batchGet',
      undefined,
      'ranges=B2&ranges=A1&value_render_option=FORMULA&alt=json&$.xgafv=2&$prettyPrint=false',
    );
    expect(checked.ok && [...checked.query]).toEqual([
      ['ranges', ['B2', 'A1']],
      ['valueRenderOption', ['FORMULA']],
      ['alt', ['json']],
      ['$.xgafv', ['2']],
      ['prettyPrint', ['false']],
    ]);
  });

  test('truth in a query is written in many ways and comes out in one', () => {
    const read = (text: string) => {
      const checked = judge('sheets.spreadsheets.get', undefined, `includeGridData=${text}`);
      return checked.ok ? checked.query.get('includeGridData') : checked.error.message;
    };
    expect(['true', 'True', '1', 'false', '0'].map(read)).toEqual([
      ['true'],
      ['true'],
      ['true'],
      ['false'],
      ['false'],
    ]);
  });
});

describe('what Google refuses, in its words', () => {
  test('a text where rows belong: the recorded body, byte for byte', () => {
    const checked = judge(UPDATE, { values: 'X', majorDimension: null }, 'valueInputOption=RAW');
    expect(checked.ok ? checked : JSON.stringify(checked.error.body)).toBe(
      `{"error":{"code":400,"message":"Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \\"X\\"","status":"INVALID_ARGUMENT","details":[{"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[{"field":"data.values","description":"Invalid value at 'data.values' (type.googleapis.com/google.protobuf.ListValue), \\"X\\""}]}]}}`,
    );
  });

  // Messages as quoted in public issue threads of Google's own client libraries.
  test.each([
    [
      BATCH,
      requests({ DeleteRange: {} }),
      '',
      `Invalid JSON payload received. Unknown name "DeleteRange" at 'requests[0]': Cannot find field.`,
    ],
    [
      'sheets.spreadsheets.values.batchUpdate',
      { requests: [] },
      '',
      'Invalid JSON payload received. Unknown name "requests": Cannot find field.',
    ],
    [
      BATCH,
      requests({ updateSheetProperties: { properties: { headerValues: [] } } }),
      '',
      `Invalid JSON payload received. Unknown name "headerValues" at 'requests[0].update_sheet_properties.properties': Cannot find field.`,
    ],
    [
      UPDATE,
      { values: [[1]] },
      'valueInputOption=Text',
      `Invalid value at 'value_input_option' (type.googleapis.com/google.apps.sheets.v4.ValueInputOption), "Text"`,
    ],
    [
      UPDATE,
      { values: ['x'] },
      '',
      `Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "x"`,
    ],
    [
      BATCH,
      requests('repeatCell'),
      '',
      `Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.BatchUpdateSpreadsheetRequest.Request), "repeatCell"`,
    ],
    [
      BATCH,
      requests({ addSheet: {}, deleteSheet: {} }),
      '',
      `Invalid value at 'requests[0]' (oneof), oneof field 'kind' is already set. Cannot set 'deleteSheet'`,
    ],
    [
      BATCH,
      requests({ addSheet: { properties: { title: ['a'] } } }),
      '',
      `Invalid JSON payload received. Unknown name "title" at 'requests[0].add_sheet.properties': Proto field is not repeating, cannot start list.`,
    ],
    [
      BATCH,
      requests({ addSheet: { properties: { sheetId: 'one' } } }),
      '',
      `Invalid value at 'requests[0].add_sheet.properties.sheet_id' (TYPE_INT32), "one"`,
    ],
    [
      BATCH,
      requests({ addSheet: { properties: { title: {} } } }),
      '',
      `Invalid value at 'requests[0].add_sheet.properties' (title), Starting an object on a scalar field`,
    ],
    [
      'sheets.spreadsheets.values.get',
      undefined,
      'colour=red',
      `Invalid JSON payload received. Unknown name "colour": Cannot bind query parameter. Field 'colour' could not be found in request message.`,
    ],
    [
      'sheets.spreadsheets.create',
      [],
      '',
      'Invalid JSON payload received. Unknown name "spreadsheet": Proto field is not repeating, cannot start list.',
    ],
    [BATCH, [], '', 'Invalid JSON payload received. Unknown name "": Root element must be a message.'],
    [BATCH, 7, '', 'Invalid JSON payload received. Unknown name "": Root element must be a message.'],
  ])('%s %j %s', (methodId, body, query, message) => {
    expect(refusal(methodId, body, query)).toBe(message);
  });

  test('several things wrong are told together, one line each and singly in the details', () => {
    const checked = judge(UPDATE, { valueInputOption: 'USER_ENTERED', data: [] });
    expect(checked.ok ? checked : checked.error.body).toEqual({
      error: {
        code: 400,
        message:
          `Invalid JSON payload received. Unknown name "valueInputOption" at 'data': Cannot find field.\n` +
          `Invalid JSON payload received. Unknown name "data" at 'data': Cannot find field.`,
        status: 'INVALID_ARGUMENT',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.BadRequest',
            fieldViolations: [
              {
                field: 'data',
                description: `Invalid JSON payload received. Unknown name "valueInputOption" at 'data': Cannot find field.`,
              },
              {
                field: 'data',
                description: `Invalid JSON payload received. Unknown name "data" at 'data': Cannot find field.`,
              },
            ],
          },
        ],
      },
    });
  });
});

describe('Drive', () => {
  const drive = (methodId: string, query: string, body?: unknown) =>
    validateRequest({ api: 'drive', methodId, query: new URLSearchParams(query), body });

  test('parameters Drive does not know are dropped, as recorded', () => {
    const checked = drive(
      'drive.files.get',
      'supportsAllDrives=True&includeItemsFromAllDrives=True&fields=id',
    );
    expect(checked.ok && [...checked.query]).toEqual([
      ['supportsAllDrives', ['true']],
      ['fields', ['id']],
    ]);
  });

  test('an empty page token is no page token, and an empty page size is no number', () => {
    expect(drive('drive.files.list', 'pageSize=').ok).toBe(false);
    const checked = drive('drive.files.list', 'pageToken=&q=');
    expect(checked.ok && [...checked.query]).toEqual([
      ['pageToken', ['']],
      ['q', ['']],
    ]);
  });

  test('a field of the older Drive version in a body is dropped', () => {
    const checked = drive('drive.files.create', '', { title: 'old', name: 'new', mimeType: 'text/csv' });
    expect(checked.ok && checked.body).toEqual({ name: 'new', mimeType: 'text/csv' });
  });

  test('a wrong kind is refused in the older envelope', () => {
    const checked = drive('drive.files.list', 'pageSize=many');
    expect(checked.ok ? checked : checked.error.status).toBe(400);
    expect(checked.ok ? checked : JSON.stringify(checked.error.body)).toContain('"reason":"invalid"');
  });
});
