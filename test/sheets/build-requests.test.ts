import { expect, test } from 'vitest';
import type { Change } from '../../src/domain/change.ts';
import { VERSION_KEY, versionNoteId } from '../../src/domain/version.ts';
import { buildRequests } from '../../src/sheets/build-requests.ts';
import { aSheet, aStructure } from './builders.ts';

const CLAIM = {
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId: versionNoteId(3),
      metadataKey: VERSION_KEY,
      metadataValue: 'run-a',
      location: { spreadsheet: true },
      visibility: 'DOCUMENT',
    },
  },
};

function requestsFor(...changes: readonly Change[]) {
  return buildRequests({ version: 3, runId: 'run-a', changes }, aStructure());
}

test('the claim of the version is the first request of every commit', () => {
  expect(requestsFor()).toEqual([CLAIM]);
});

test('numbers, text and yes/no go out with their type, and text is never a formula', () => {
  const values = [96.89, '=IMPORTXML("a")', '+84 28', '-', '@x', true, false, 0, null, ''];
  const [, request] = requestsFor({
    kind: 'write-cells',
    sheetId: 0,
    row: 4,
    column: 2,
    rows: [values.map((value) => ({ value }))],
  });
  expect(request).toEqual({
    updateCells: {
      start: { sheetId: 0, rowIndex: 4, columnIndex: 2 },
      fields: 'userEnteredValue',
      rows: [
        {
          values: [
            { userEnteredValue: { numberValue: 96.89 } },
            { userEnteredValue: { stringValue: '=IMPORTXML("a")' } },
            { userEnteredValue: { stringValue: '+84 28' } },
            { userEnteredValue: { stringValue: '-' } },
            { userEnteredValue: { stringValue: '@x' } },
            { userEnteredValue: { boolValue: true } },
            { userEnteredValue: { boolValue: false } },
            { userEnteredValue: { numberValue: 0 } },
            {},
            {},
          ],
        },
      ],
    },
  });
});

test('cells of one look are formatted together, and a cell without a look gets the usual one', () => {
  const [head, body] = [{ bold: true }, { numberFormat: '0.00' }];
  const cell = (style?: object) => ({ value: 'x', ...(style === undefined ? {} : { style }) });
  const [, , ...formats] = requestsFor({
    kind: 'write-cells',
    sheetId: 0,
    row: 10,
    column: 1,
    rows: [
      [cell(head), cell(head), cell(head)],
      [cell(), cell(body), cell(body)],
      [cell(), cell(body), cell(body)],
      [cell()],
    ],
  });
  const format = (box: readonly [number, number, number, number], userEnteredFormat: object) => ({
    repeatCell: {
      range: {
        sheetId: 0,
        startRowIndex: box[0],
        endRowIndex: box[1],
        startColumnIndex: box[2],
        endColumnIndex: box[3],
      },
      cell: { userEnteredFormat },
      fields: 'userEnteredFormat',
    },
  });
  expect(formats).toEqual([
    format([10, 11, 1, 4], { textFormat: { bold: true } }),
    format([11, 13, 2, 4], { numberFormat: { type: 'NUMBER', pattern: '0.00' } }),
    format([11, 14, 1, 2], {}),
  ]);
});

test('a number that no cell can hold is a bug of the caller', () => {
  const write = (value: number): Change => ({
    kind: 'write-cells',
    sheetId: 0,
    row: 0,
    column: 0,
    rows: [[{ value }]],
  });
  expect(() => requestsFor(write(Number.NaN))).toThrow('not a number that a cell can hold');
  expect(() => requestsFor(write(Number.POSITIVE_INFINITY))).toThrow('not a number that a cell can hold');
});

test('a look goes out as colours in fractions, a typed number pattern and thin borders', () => {
  const style = {
    bold: true,
    fontSize: 11,
    foreground: '#ffffff',
    background: '#003366',
    align: 'center',
    wrap: true,
    numberFormat: '0.00',
    borders: true,
  } as const;
  const line = {
    style: 'SOLID',
    colorStyle: { rgbColor: { red: 0.7412, green: 0.7412, blue: 0.7412 } },
  };
  const [, request] = requestsFor({
    kind: 'append-rows',
    sheetId: 0,
    rows: [
      [
        { value: 1, style },
        { value: 'x', style: { numberFormat: '@' } },
      ],
    ],
  });
  expect(request).toEqual({
    appendCells: {
      sheetId: 0,
      fields: 'userEnteredValue,userEnteredFormat',
      rows: [
        {
          values: [
            {
              userEnteredValue: { numberValue: 1 },
              userEnteredFormat: {
                textFormat: {
                  bold: true,
                  fontSize: 11,
                  foregroundColorStyle: { rgbColor: { red: 1, green: 1, blue: 1 } },
                },
                backgroundColorStyle: { rgbColor: { red: 0, green: 0.2, blue: 0.4 } },
                horizontalAlignment: 'CENTER',
                wrapStrategy: 'WRAP',
                numberFormat: { type: 'NUMBER', pattern: '0.00' },
                borders: { top: line, bottom: line, left: line, right: line },
              },
            },
            {
              userEnteredValue: { stringValue: 'x' },
              userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' } },
            },
          ],
        },
      ],
    },
  });
});

test('a sheet grows by the rows and columns that it lacks and never shrinks', () => {
  const grow = (rowCount: number, columnCount: number): Change => ({
    kind: 'grow-sheet',
    sheetId: 0,
    rowCount,
    columnCount,
  });
  expect(requestsFor(grow(120, 30), grow(50, 10), grow(125, 30))).toEqual([
    CLAIM,
    { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 20 } },
    { appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 4 } },
    { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 5 } },
  ]);
});

test('a sheet that a commit adds can be grown and laid out in the same commit', () => {
  const requests = requestsFor(
    {
      kind: 'add-sheet',
      sheetId: 12,
      title: 'Xếp hạng',
      rowCount: 10,
      columnCount: 5,
      hidden: true,
    },
    { kind: 'grow-sheet', sheetId: 12, rowCount: 11, columnCount: 5 },
    {
      kind: 'lay-out',
      sheetId: 12,
      columnWidths: [50, 200, 200, 80],
      frozenRows: 3,
      frozenColumns: 0,
      tabColour: '#ff0000',
    },
  );
  const width = (startIndex: number, endIndex: number, pixelSize: number) => ({
    updateDimensionProperties: {
      range: { sheetId: 12, dimension: 'COLUMNS', startIndex, endIndex },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  expect(requests.slice(1)).toEqual([
    {
      addSheet: {
        properties: {
          sheetId: 12,
          title: 'Xếp hạng',
          gridProperties: { rowCount: 10, columnCount: 5 },
          hidden: true,
        },
      },
    },
    { appendDimension: { sheetId: 12, dimension: 'ROWS', length: 1 } },
    {
      updateSheetProperties: {
        properties: {
          sheetId: 12,
          gridProperties: { frozenRowCount: 3, frozenColumnCount: 0 },
          tabColorStyle: { rgbColor: { red: 1, green: 0, blue: 0 } },
        },
        fields: 'gridProperties.frozenRowCount,gridProperties.frozenColumnCount,tabColorStyle',
      },
    },
    width(0, 1, 50),
    width(1, 3, 200),
    width(3, 4, 80),
  ]);
});

test('a note on a tab is made once and then replaced under its own id', () => {
  const note = { kind: 'set-metadata', sheetId: 0, key: 'par.tab', value: 'units' } as const;
  expect(requestsFor(note, { ...note, value: 'ranking', replaces: 77 }).slice(1)).toEqual([
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'par.tab',
          metadataValue: 'units',
          location: { sheetId: 0 },
          visibility: 'DOCUMENT',
        },
      },
    },
    {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataId: 77 } }],
        developerMetadata: { metadataKey: 'par.tab', metadataValue: 'ranking' },
        fields: 'metadataKey,metadataValue',
      },
    },
  ]);
});

test('guards at least three hundred versions behind are removed in the same commit, newer ones stay', () => {
  const notes = [1, 2, 3, 300, 301].map((version) => ({
    id: versionNoteId(version),
    key: VERSION_KEY,
    value: `run ${version}`,
  }));
  const foreign = { id: versionNoteId(1), key: 'somebody.else', value: '' };
  const structure = aStructure({ metadata: [foreign, ...notes], sheets: [aSheet()] });
  const requests = buildRequests({ version: 302, runId: 'run-a', changes: [] }, structure);
  expect(requests.slice(1)).toEqual(
    [1, 2].map((version) => ({
      deleteDeveloperMetadata: {
        dataFilter: {
          developerMetadataLookup: { metadataId: versionNoteId(version), metadataKey: VERSION_KEY },
        },
      },
    })),
  );
});

test('a change of a sheet that was never read is a bug of the caller', () => {
  expect(() => requestsFor({ kind: 'grow-sheet', sheetId: 9, rowCount: 1, columnCount: 1 })).toThrow(
    'sheet 9, which was neither read nor added',
  );
});

test('a name is given to the whole tab, so that rows which are added later are within it', () => {
  expect(requestsFor({ kind: 'name-tab', sheetId: 0, name: 'par_summary' })).toEqual([
    CLAIM,
    { addNamedRange: { namedRange: { name: 'par_summary', range: { sheetId: 0 } } } },
  ]);
});
