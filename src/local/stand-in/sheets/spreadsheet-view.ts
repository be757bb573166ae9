import type { JsonObject, JsonValue } from '../contract/json.ts';
import type { WebPlace } from '../http/call.ts';
import { type Box, wholeBox } from '../model/box.ts';
import type { Editor } from '../model/protection.ts';
import { shownTables } from '../model/table-columns.ts';
import { isObjectSheet, type Sheet, type Workbook } from '../model/workbook.ts';
import { shownProtection } from '../requests/protection-requests.ts';
import { numbered } from '../requests/sheet-requests.ts';
import { type AnswerBudget, gridBudget } from './answer-budget.ts';
import { gridData } from './grid-data.ts';

export interface View {
  readonly editor: Editor;
  /** The ranges asked for; undefined means the whole spreadsheet. */
  readonly ranges: readonly { readonly sheet: Sheet; readonly box: Box }[] | undefined;
  readonly withGridData: boolean;
  /** As a serial number. */
  readonly today: number;
  readonly web: WebPlace;
}

/** A spreadsheet as spreadsheets.get answers it (recorded). */
export function spreadsheetView(workbook: Workbook, view: View): JsonObject {
  const { spreadsheetId, properties, namedRanges } = workbook;
  const budget = gridBudget();
  const ownMetadata = workbook.developerMetadata.filter(({ location }) => location?.spreadsheet === true);
  return {
    spreadsheetId,
    properties,
    sheets: workbook.sheets.flatMap((sheet, index) => sheetView(workbook, { sheet, index }, view, budget)),
    ...listed('namedRanges', namedRanges),
    spreadsheetUrl: `${view.web.origin}/spreadsheets/d/${spreadsheetId}/edit`,
    ...listed('developerMetadata', ownMetadata),
  };
}

interface Tab {
  readonly sheet: Sheet;
  readonly index: number;
}

function sheetView(
  workbook: Workbook,
  { sheet, index }: Tab,
  view: View,
  budget: AnswerBudget,
): readonly JsonObject[] {
  const boxes = view.ranges?.filter((range) => range.sheet.sheetId === sheet.sheetId).map(({ box }) => box);
  if (boxes?.length === 0) return [];
  const metadata = workbook.developerMetadata.filter(
    ({ location }) => location?.locationType === 'SHEET' && (location.sheetId ?? 0) === sheet.sheetId,
  );
  const shown: JsonObject = {
    properties: numbered(sheet, index),
    ...(view.withGridData && !isObjectSheet(sheet)
      ? {
          data: (boxes ?? [wholeBox(sheet)]).map((box) =>
            gridData(workbook, { sheet, box }, { budget, today: view.today }),
          ),
        }
      : {}),
    ...attachmentsView(workbook, sheet, view.editor),
    ...listed('developerMetadata', metadata),
  };
  return [shown];
}

function attachmentsView(workbook: Workbook, sheet: Sheet, editor: Editor): JsonObject {
  const { attachments } = sheet;
  const [basicFilter] = attachments.basicFilter;
  return {
    ...listed('merges', attachments.merges),
    ...listed('conditionalFormats', attachments.conditionalFormats),
    ...listed('filterViews', attachments.filterViews),
    ...listed(
      'protectedRanges',
      attachments.protectedRanges.map((protection) => shownProtection(protection, editor)),
    ),
    ...(basicFilter === undefined ? {} : { basicFilter }),
    ...listed('charts', attachments.charts),
    ...listed('bandedRanges', attachments.bandedRanges),
    ...listed('rowGroups', attachments.rowGroups),
    ...listed('columnGroups', attachments.columnGroups),
    ...listed('slicers', attachments.slicers),
    ...listed('tables', shownTables(workbook, sheet)),
  };
}

/** An empty list is left out, as every default on the wire. */
function listed(name: string, items: readonly JsonValue[]): JsonObject {
  return items.length === 0 ? {} : { [name]: items };
}
