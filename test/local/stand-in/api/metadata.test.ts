import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Running, runStandIn } from '../running-stand-in.ts';
import { batch, newSpreadsheet, writeValues } from './new-spreadsheet.ts';

let running: Running;
beforeAll(async () => {
  running = await runStandIn();
});
afterAll(() => running.end());

const create = (metadataId: number, location: object) => ({
  createDeveloperMetadata: {
    developerMetadata: { metadataId, metadataKey: 'unit', visibility: 'DOCUMENT', location },
  },
});
const line = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, sheetId = 0) => ({
  dimensionRange: { sheetId, dimension, startIndex, endIndex: startIndex + 1 },
});
const row = (index: number) => line('ROWS', index);
const column = (index: number) => line('COLUMNS', index);

/** Where each entry stands now, by its id. */
const places = async (id: string): Promise<Readonly<Record<string, number>>> => {
  const { body } = await running.call('POST', `/v4/spreadsheets/${id}/developerMetadata:search`, {
    dataFilters: [{ developerMetadataLookup: {} }],
  });
  const entries: readonly {
    readonly developerMetadata: {
      readonly metadataId: number;
      readonly location: { readonly dimensionRange?: { readonly startIndex: number } };
    };
  }[] = body.matchedDeveloperMetadata ?? [];
  return Object.fromEntries(
    entries.map(({ developerMetadata: { metadataId, location } }) => [
      metadataId,
      location.dimensionRange?.startIndex ?? -1,
    ]),
  );
};

const refusal = async (id: string, ...requests: readonly object[]): Promise<string> => {
  const { status, body } = await batch(running, id, requests);
  expect(status).toBe(400);
  return body.error.message;
};

test('an entry of a row or column goes wherever its line goes, and with it when it is deleted', async () => {
  const id = await newSpreadsheet(running);
  await writeValues(running, id, 'A1', [['b'], ['d'], ['a'], ['c']]);
  await batch(running, id, [
    create(1, row(0)),
    create(2, row(1)),
    create(3, row(2)),
    create(4, row(3)),
    create(5, column(0)),
  ]);
  await batch(running, id, [{ sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0 }] } }]);
  expect(await places(id)).toEqual({ 1: 1, 2: 3, 3: 0, 4: 2, 5: 0 });
  await batch(running, id, [
    { moveDimension: { source: { dimension: 'ROWS', startIndex: 0, endIndex: 2 }, destinationIndex: 4 } },
  ]);
  expect(await places(id)).toEqual({ 1: 3, 2: 1, 3: 2, 4: 0, 5: 0 });
  await batch(running, id, [
    { insertDimension: { range: { dimension: 'ROWS', startIndex: 1, endIndex: 3 } } },
    { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 4 } } },
  ]);
  expect(await places(id)).toEqual({ 1: 5, 2: 3, 3: 4, 4: 0, 5: 4 });
  await batch(running, id, [
    { deleteDimension: { range: { dimension: 'ROWS', startIndex: 3, endIndex: 5 } } },
  ]);
  expect(await places(id)).toEqual({ 1: 3, 4: 0, 5: 4 });
  await batch(running, id, [
    {
      updateSheetProperties: {
        properties: { gridProperties: { rowCount: 2 } },
        fields: 'gridProperties.rowCount',
      },
    },
    { duplicateSheet: { newSheetId: 8 } },
  ]);
  expect(await places(id)).toEqual({ 4: 0, 5: 4 });
});

test('a place beyond the grid or on no tab is refused, and so is more than one place', async () => {
  const id = await newSpreadsheet(running);
  expect(await refusal(id, create(1, row(1000)))).toMatch(/exceeds grid limits\. Max rows: 1000/);
  expect(await refusal(id, create(1, column(26)))).toMatch(
    /exceeds grid limits\. Max rows: 1000, max columns: 26/,
  );
  expect(await refusal(id, create(1, row(-1)))).toMatch(/must be >= 0/);
  expect(await refusal(id, create(1, { sheetId: 5 }))).toMatch(/No grid with id: 5/);
  expect(await refusal(id, create(1, { ...row(1), spreadsheet: true }))).toMatch(/oneof field 'location'/);
  const two = { dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 3 } };
  expect(await refusal(id, create(1, two))).toMatch(/must represent a single row or column/);
});

test('a taken id refuses the whole batch, wherever in it the request stands', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [create(7, { spreadsheet: true })]);
  const addSheet = { addSheet: { properties: { title: 'New' } } };
  expect(await refusal(id, addSheet, create(8, row(0)), create(7, row(1)))).toBe(
    'Invalid requests[2].createDeveloperMetadata: Cannot add developer metadata with ID [7] because developer metadata with that ID already exists.',
  );
  expect(await places(id)).toEqual({ 7: -1 });
});

test('deleting by a place where nothing hangs is a success, on the grid and beyond it', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [create(1, row(3))]);
  const lookups = [row(4), row(40_000), { sheetId: 99 }, { spreadsheet: true }].flatMap((metadataLocation) =>
    ['EXACT_LOCATION', 'INTERSECTING_LOCATION']
      .filter((strategy) => !('spreadsheet' in metadataLocation) || strategy === 'EXACT_LOCATION')
      .map((locationMatchingStrategy) => ({ metadataLocation, locationMatchingStrategy })),
  );
  const { status, body } = await batch(
    running,
    id,
    lookups.map((developerMetadataLookup) => ({
      deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } },
    })),
  );
  expect([status, body.replies]).toEqual([200, lookups.map(() => ({ deleteDeveloperMetadata: {} }))]);
  expect(await places(id)).toEqual({ 1: 3 });
});

test('entries are changed and deleted by the cells they touch, in either notation', async () => {
  const id = await newSpreadsheet(running);
  await batch(running, id, [create(1, row(3)), create(2, row(5)), create(3, { spreadsheet: true })]);
  const changed = await batch(running, id, [
    {
      updateDeveloperMetadata: {
        dataFilters: [{ gridRange: { startRowIndex: 5, endRowIndex: 6 } }],
        developerMetadata: { metadataValue: 'changed' },
        fields: 'metadataValue',
      },
    },
    {
      updateDeveloperMetadata: {
        dataFilters: [{ a1Range: 'A99' }],
        developerMetadata: {},
        fields: 'metadataValue',
      },
    },
    { deleteDeveloperMetadata: { dataFilter: { a1Range: 'A4:C4' } } },
  ]);
  const [updated, untouched, deleted] = changed.body.replies;
  expect(updated.updateDeveloperMetadata.developerMetadata).toMatchObject([
    { metadataId: 2, metadataValue: 'changed' },
  ]);
  expect(untouched).toEqual({ updateDeveloperMetadata: {} });
  expect(deleted.deleteDeveloperMetadata.deletedDeveloperMetadata).toMatchObject([{ metadataId: 1 }]);
  expect(await refusal(id, { deleteDeveloperMetadata: { dataFilter: {} } })).toMatch(
    /data filter must be specified/,
  );
});

test('a number in a path that is none is refused in the words of the contract', async () => {
  const id = await newSpreadsheet(running);
  const { body } = await running.call('GET', `/v4/spreadsheets/${id}/developerMetadata/abc`);
  expect(body.error.message).toBe(`Invalid value at 'metadata_id' (TYPE_INT32), "abc"`);
});
