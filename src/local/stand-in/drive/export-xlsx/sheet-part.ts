import type { JsonObject } from '../../contract/json.ts';
import type { Sheet } from '../../model/workbook.ts';
import { areaName, cellName, exportedBox } from './area.ts';
import { autoFilter } from './auto-filter.ts';
import { colorIn } from './color.ts';
import { conditionalFormats } from './conditional-formats.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { columnsXml, usualSizes } from './line-sizes.ts';
import { sheetRows } from './sheet-rows.ts';
import { validations } from './validations.ts';
import { DECLARATION, xml, xmlOpen } from './xml.ts';

const SPACES = {
  xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};

export interface SheetExtras {
  readonly isActive: boolean;
  readonly hasNotes: boolean;
  readonly links: string;
}

/** The part of one tab in pieces, its elements in the order that the schema wants (ECMA-376, §18.3.1.99). */
export function* sheetPart(
  exported: ExportedWorkbook,
  sheet: Sheet,
  { isActive, hasNotes, links }: SheetExtras,
): Generator<string> {
  yield `${DECLARATION}${xmlOpen('worksheet', SPACES)}${propertiesXml(exported, sheet)}`;
  yield `${viewsXml(sheet, isActive)}${usualSizes(sheet)}${columnsXml(sheet)}<sheetData>`;
  yield* sheetRows(exported, sheet);
  yield `</sheetData>${autoFilter(exported, sheet)}${mergesXml(exported, sheet)}`;
  yield `${conditionalFormats(exported, sheet)}${validations(exported, sheet)}${links}`;
  yield `${hasNotes ? xml('legacyDrawing', { 'r:id': 'boxes' }) : ''}</worksheet>`;
}

/** A group of rows is opened and closed above or below it. */
function propertiesXml({ theme }: ExportedWorkbook, { properties }: Sheet): string {
  const rgb = colorIn(properties as JsonObject, 'tabColor', theme);
  const grid = (properties.gridProperties ?? {}) as JsonObject;
  const outline = xml('outlinePr', {
    summaryBelow: grid['rowGroupControlAfter'] === true,
    summaryRight: grid['columnGroupControlAfter'] === true,
  });
  return xml('sheetPr', {}, rgb === undefined ? '' : xml('tabColor', { rgb }), outline);
}

function viewsXml({ properties }: Sheet, isActive: boolean): string {
  const grid = properties.gridProperties ?? {};
  const { frozenRowCount: rows = 0, frozenColumnCount: columns = 0 } = grid;
  const attributes = {
    showGridLines: (grid as JsonObject)['hideGridlines'] === true ? false : undefined,
    rightToLeft: (properties as JsonObject)['rightToLeft'] === true ? true : undefined,
    tabSelected: isActive || undefined,
    workbookViewId: 0,
  };
  const pane =
    rows === 0 && columns === 0
      ? ''
      : xml('pane', {
          xSplit: columns || undefined,
          ySplit: rows || undefined,
          topLeftCell: cellName(rows, columns),
          activePane: paneName(rows, columns),
          state: 'frozen',
        });
  return xml('sheetViews', {}, xml('sheetView', attributes, pane));
}

function paneName(rows: number, columns: number): string {
  if (rows > 0 && columns > 0) return 'bottomRight';
  return rows > 0 ? 'bottomLeft' : 'topRight';
}

function mergesXml({ workbook }: ExportedWorkbook, sheet: Sheet): string {
  const areas = sheet.attachments.merges.flatMap((range) => {
    const box = exportedBox(workbook, range);
    const ref = box === undefined ? '' : areaName(box);
    // A single cell is merged with nothing.
    return ref.includes(':') ? [xml('mergeCell', { ref })] : [];
  });
  return areas.length === 0 ? '' : xml('mergeCells', { count: areas.length }, ...areas);
}
