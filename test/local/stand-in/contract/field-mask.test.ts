import { describe, expect, test } from 'vitest';
import {
  applyFieldMask,
  parseFieldMask,
  parseUpdateMask,
  selects,
} from '../../../../src/local/stand-in/contract/field-mask.ts';
import type { JsonValue } from '../../../../src/local/stand-in/contract/json.ts';

const SPREADSHEET: JsonValue = {
  spreadsheetId: 'x',
  properties: { title: 'T', locale: 'vi_VN' },
  sheets: [
    { properties: { sheetId: 0, title: 'A' }, data: [{ rowData: [{ values: [{ note: 'n' }, {}] }, {}] }] },
    { properties: { sheetId: 1, title: 'B' } },
  ],
};

function masked(mask: string): JsonValue {
  const answer = applyFieldMask({ api: 'sheets', schemaName: 'Spreadsheet', mask, value: SPREADSHEET });
  return answer.ok ? answer.value : answer.error.body;
}

const refusedPath = (path: string) => ({
  error: {
    code: 400,
    message: 'Request contains an invalid argument.',
    status: 'INVALID_ARGUMENT',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: [
          {
            field: path,
            description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
          },
        ],
      },
    ],
  },
});

describe('the fields parameter of Sheets', () => {
  test('a group in parentheses selects several members of one message', () => {
    expect(masked('sheets.properties(title,sheetId)')).toEqual({
      sheets: [{ properties: { sheetId: 0, title: 'A' } }, { properties: { sheetId: 1, title: 'B' } }],
    });
  });

  test('a slash is a point', () => {
    expect(masked('sheets/data/rowData/values/note')).toEqual(masked('sheets.data.rowData.values.note'));
  });

  test('a path may go on after a group', () => {
    expect(masked('sheets(properties).title,spreadsheetId')).toEqual({
      spreadsheetId: 'x',
      sheets: [{ properties: { title: 'A' } }, { properties: { title: 'B' } }],
    });
  });

  test('messages on the way stay when nothing of them is left', () => {
    expect(masked('sheets.properties.tabColorStyle')).toEqual({
      sheets: [{ properties: {} }, { properties: {} }],
    });
    expect(masked('sheets.data.rowData.values.note')).toEqual({
      sheets: [{ data: [{ rowData: [{ values: [{ note: 'n' }, {}] }, {}] }] }, {}],
    });
  });

  test('a selection of what is not there is an empty answer', () => {
    expect(masked('namedRanges')).toEqual({});
  });

  test('a star selects everything below it', () => {
    expect(masked('*')).toEqual(SPREADSHEET);
    expect(masked('properties.*')).toEqual({ properties: { title: 'T', locale: 'vi_VN' } });
  });

  test('a field named whole wins over a part of it', () => {
    expect(masked('properties.title,properties')).toEqual({ properties: { title: 'T', locale: 'vi_VN' } });
  });

  test.each(['joe', 'sheets.joe', 'spreadsheetId.joe', ' sheets', 'sheets.*.title'])(
    'the unknown path "%s" is refused by its name',
    (path) => {
      expect(masked(path)).toEqual(refusedPath(path));
    },
  );

  test.each(['sheets(', 'sheets)', 'sheets(title', 'a'.repeat(30_000), `${'sheets('.repeat(3000)}`])(
    'a mask that is no mask is refused',
    (mask) => {
      expect(masked(mask)).toEqual(refusedPath(mask));
    },
  );

  test('groups that multiply into a flood of paths are refused', () => {
    const group = `(${Array.from({ length: 60 }, () => 'properties').join(',')})`;
    expect(masked(`sheets${group}${group}`)).toEqual(refusedPath(`sheets${group}${group}`));
  });
});

test('Drive tolerates spaces in a mask', () => {
  expect(
    applyFieldMask({
      api: 'drive',
      schemaName: 'FileList',
      mask: 'files(id, name), nextPageToken',
      value: { kind: 'drive#fileList', files: [{ id: '1', name: 'n', mimeType: 'm' }] },
    }),
  ).toEqual({ ok: true, value: { files: [{ id: '1', name: 'n' }] } });
});

test('Drive keeps an empty list that was selected', () => {
  const answer = applyFieldMask({
    api: 'drive',
    schemaName: 'CommentList',
    mask: 'comments/content,comments/anchor,nextPageToken',
    value: { kind: 'drive#commentList', comments: [] },
  });
  expect(answer).toEqual({ ok: true, value: { comments: [] } });
});

test('a selection tells whether grid data was asked for', () => {
  const asks = (mask: string) => {
    const parsed = parseFieldMask('sheets', 'Spreadsheet', mask);
    return parsed.ok && selects(parsed.selection, ['sheets', 'data']);
  };
  expect(['sheets.data.rowData', 'sheets', '*', 'sheets.properties', 'namedRanges'].map(asks)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

describe('the mask of a request inside batchUpdate', () => {
  test('paths come out in JSON names, groups spread out', () => {
    expect(parseUpdateMask('CellData', 'user_entered_format(backgroundColor,textFormat/bold),note')).toEqual({
      ok: true,
      paths: [
        ['userEnteredFormat', 'backgroundColor'],
        ['userEnteredFormat', 'textFormat', 'bold'],
        ['note'],
      ],
    });
  });

  test('a star anywhere at the top is everything', () => {
    expect(parseUpdateMask('SheetProperties', 'title,*')).toEqual({ ok: true, paths: [['*']] });
  });

  test('a star below a field is that field', () => {
    expect(parseUpdateMask('SheetProperties', 'gridProperties.*')).toEqual({
      ok: true,
      paths: [['gridProperties']],
    });
  });

  test('an absent mask is refused in Google’s words', () => {
    expect(parseUpdateMask('SheetProperties', '')).toEqual({
      ok: false,
      message: "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    });
  });

  test('an unknown field is refused by its proto name', () => {
    expect(parseUpdateMask('CellData', 'userEnteredFormat.colour')).toEqual({
      ok: false,
      message: 'Invalid field: user_entered_format.colour',
    });
  });
});
