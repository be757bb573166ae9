import { dataSourceField } from '../contract/data-source-field.ts';
import type { JsonObject } from '../contract/json.ts';
import type { DeveloperMetadata, DimensionGroup, GridRange, SheetProperties } from '../model/wire.ts';
import type { Workbook } from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import type { BatchContext } from '../requests/handler.ts';
import { REQUEST_KINDS } from '../requests/registry.ts';
import { widest } from '../values/widest.ts';

interface GridDataBody {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly { readonly values?: readonly JsonObject[] }[];
  readonly rowMetadata?: readonly LineBody[];
  readonly columnMetadata?: readonly LineBody[];
}

type LineBody = JsonObject & { readonly developerMetadata?: readonly DeveloperMetadata[] };

interface SheetBody {
  readonly properties?: SheetProperties;
  readonly data?: readonly GridDataBody[];
  readonly merges?: readonly GridRange[];
  readonly conditionalFormats?: readonly JsonObject[];
  readonly filterViews?: readonly JsonObject[];
  readonly protectedRanges?: readonly JsonObject[];
  readonly basicFilter?: JsonObject;
  readonly charts?: readonly JsonObject[];
  readonly bandedRanges?: readonly JsonObject[];
  readonly slicers?: readonly JsonObject[];
  readonly tables?: readonly JsonObject[];
  readonly rowGroups?: readonly DimensionGroup[];
  readonly columnGroups?: readonly DimensionGroup[];
  readonly developerMetadata?: readonly JsonObject[];
}

interface SpreadsheetBody {
  readonly sheets?: readonly SheetBody[];
  readonly namedRanges?: readonly JsonObject[];
  readonly developerMetadata?: readonly JsonObject[];
  readonly comments?: readonly JsonObject[];
}

type Step = readonly [kind: string, request: JsonObject];

/** What spreadsheets.create is given beside properties: each part is put in by the request that would add it, under the same rules. */
export function withContents(base: Workbook, body: SpreadsheetBody, context: BatchContext): Workbook {
  const source = dataSourceField(body as JsonObject);
  if (source !== undefined) throw new NotBuilt(`spreadsheets.create with ${source}`);
  if (body.comments !== undefined) throw new NotBuilt('spreadsheets.create with comments');
  const tabs = (body.sheets ?? []).map((sheet) => ({
    sheet,
    sheetId: sheet.properties?.sheetId ?? context.newId(),
  }));
  const start = tabs.length === 0 ? base : { ...base, sheets: [] };
  const steps: readonly Step[] = [
    ...tabs.map(addedSheet),
    ...tabs.flatMap(({ sheet, sheetId }) => [...sheetSteps(sheet, sheetId)]),
    ...each('addNamedRange', 'namedRange', body.namedRanges),
    ...each('createDeveloperMetadata', 'developerMetadata', body.developerMetadata),
  ];
  const made = steps.reduce((workbook, step) => applied(workbook, step, context), start);
  if (made.sheets.every(({ properties }) => properties.hidden === true))
    throw new Refusal("You can't hide all the sheets in a document.");
  return made;
}

function applied(workbook: Workbook, [kind, request]: Step, context: BatchContext): Workbook {
  const apply = REQUEST_KINDS.get(kind);
  if (apply === undefined) throw new Error(`no such request kind: ${kind}`);
  return apply(workbook, request, context).workbook;
}

/** A tab that nobody sized is as large as its data needs. */
function addedSheet({ sheet, sheetId }: { readonly sheet: SheetBody; readonly sheetId: number }): Step {
  const { index: _place, ...properties } = sheet.properties ?? {};
  const needed = (sheet.data ?? []).map(({ startRow = 0, startColumn = 0, rowData = [] }) => ({
    rows: startRow + rowData.length,
    columns: startColumn + widest(rowData.map(({ values = [] }) => values)),
  }));
  const gridProperties = {
    rowCount: needed.reduce((most, { rows }) => Math.max(most, rows), 1000),
    columnCount: needed.reduce((most, { columns }) => Math.max(most, columns), 26),
    ...properties.gridProperties,
  };
  return ['addSheet', { properties: { ...properties, sheetId, gridProperties } as JsonObject }];
}

function* sheetSteps(sheet: SheetBody, sheetId: number): Generator<Step> {
  for (const data of sheet.data ?? []) yield* dataSteps(data, sheetId);
  yield* (sheet.merges ?? []).map((range): Step => ['mergeCells', { range, mergeType: 'MERGE_ALL' }]);
  yield* (sheet.conditionalFormats ?? []).map(
    (rule, index): Step => ['addConditionalFormatRule', { rule, index }],
  );
  yield* each('addBanding', 'bandedRange', sheet.bandedRanges);
  if (sheet.basicFilter !== undefined) yield ['setBasicFilter', { filter: sheet.basicFilter }];
  yield* each('addFilterView', 'filter', sheet.filterViews);
  yield* each('addTable', 'table', sheet.tables);
  yield* each('addChart', 'chart', sheet.charts);
  yield* each('addSlicer', 'slicer', sheet.slicers);
  yield* groupSteps([...(sheet.rowGroups ?? []), ...(sheet.columnGroups ?? [])]);
  yield* each('addProtectedRange', 'protectedRange', sheet.protectedRanges);
  yield* each('createDeveloperMetadata', 'developerMetadata', sheet.developerMetadata);
}

function* groupSteps(groups: readonly DimensionGroup[]): Generator<Step> {
  for (const group of groups) {
    yield ['addDimensionGroup', { range: group.range ?? {} }];
    if (group.collapsed === true)
      yield ['updateDimensionGroup', { dimensionGroup: group, fields: 'collapsed' }];
  }
}

function* dataSteps(data: GridDataBody, sheetId: number): Generator<Step> {
  const { startRow = 0, startColumn = 0, rowData = [] } = data;
  if (rowData.length > 0) {
    const start = { sheetId, rowIndex: startRow, columnIndex: startColumn };
    yield ['updateCells', { start, rows: rowData as readonly JsonObject[], fields: '*' }];
  }
  yield* lineSteps(data.rowMetadata, { sheetId, dimension: 'ROWS', first: startRow });
  yield* lineSteps(data.columnMetadata, { sheetId, dimension: 'COLUMNS', first: startColumn });
}

interface Lines {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly first: number;
}

function* lineSteps(lines: readonly LineBody[] = [], { sheetId, dimension, first }: Lines): Generator<Step> {
  for (const [at, { developerMetadata = [], ...properties }] of lines.entries()) {
    const range = { sheetId, dimension, startIndex: first + at, endIndex: first + at + 1 };
    if (Object.keys(properties).length > 0)
      yield ['updateDimensionProperties', { range, properties: properties as JsonObject, fields: '*' }];
    for (const entry of developerMetadata) {
      const placed = { ...entry, location: { dimensionRange: range } } as JsonObject;
      yield ['createDeveloperMetadata', { developerMetadata: placed }];
    }
  }
}

function each(kind: string, name: string, items: readonly JsonObject[] = []): readonly Step[] {
  return items.map((item) => [kind, { [name]: item }]);
}
