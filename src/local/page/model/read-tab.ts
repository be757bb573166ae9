import type { Workbook } from '../../stand-in/model/workbook.ts';
import { localeData } from '../../stand-in/values/locale-data.ts';
import { boxOfRange } from './box.ts';
import { colorOf } from './color.ts';
import type { FormulaPlace } from './conditional-looks.ts';
import { formulaHolds } from './formula/evaluate.ts';
import { type Expression, parseFormula } from './formula/parse.ts';
import type { PageMemory, RowFrame } from './page-memory.ts';
import type { PageTab } from './page-workbook.ts';
import { placeCharts } from './place-charts.ts';
import { protectionOf } from './read-protection.ts';
import { type ShownTexts, validationsOf } from './read-rules.ts';
import type { SheetGrid } from './sheet-grid.ts';
import { ruledSheetOf, shownRows } from './shown-rows.ts';
import type { JsonObject } from './wire-json.ts';

/** What every tab of a workbook is read with. */
export interface TabFrame {
  readonly reader: { readonly email: string; readonly owns: boolean };
  readonly workbook: Workbook;
  readonly row: RowFrame;
  readonly memory: PageMemory;
  readonly shownTexts: ShownTexts;
  readonly gridWith: (id: number) => SheetGrid | undefined;
  readonly gridTitled: (title: string) => SheetGrid | undefined;
}

/** The key of the product's note on a tab (src/workbook/tab-key.ts names it). */
const TAB_NOTE = 'par.tab';

/** Formulas of rules: each text is read once, for all the cells that it is asked about. */
function formulasOf(grid: SheetGrid, { row: { locale }, gridTitled }: TabFrame) {
  const known = new Map<string, Expression | undefined>();
  const { decimal } = localeData(locale);
  const valueAt = (tab: string | undefined, row: number, column: number) => {
    const asked = tab === undefined ? grid : gridTitled(tab);
    return asked === undefined ? undefined : (asked.valueAt(row, column) ?? null);
  };
  return ({ text, row, column, origin }: FormulaPlace): boolean | undefined => {
    if (!known.has(text)) known.set(text, parseFormula(text, decimal));
    const expression = known.get(text);
    return expression && formulaHolds(expression, { row, column, origin, valueAt });
  };
}

function keyOf({ id }: SheetGrid, { workbook }: TabFrame): string | undefined {
  const note = workbook.developerMetadata.find(
    ({ metadataKey, location }) =>
      metadataKey === TAB_NOTE && location?.locationType === 'SHEET' && (location.sheetId ?? 0) === id,
  );
  return note?.metadataValue;
}

function protectionsOf(grid: SheetGrid, { reader, workbook }: TabFrame) {
  const rangeOfName = (name: string) =>
    workbook.namedRanges.find((each) => each.namedRangeId === name)?.range;
  return grid.sheet.attachments.protectedRanges.map((range) =>
    protectionOf(range, grid, { reader, rangeOfName }),
  );
}

/** A tab as it is shown to one person. */
export function readTab(grid: SheetGrid, frame: TabFrame): PageTab {
  const { properties, attachments } = grid.sheet;
  const { locale, palette } = frame.row;
  const size: JsonObject = properties.gridProperties ?? {};
  const key = keyOf(grid, frame);
  const color = colorOf(properties as JsonObject, 'tabColor', palette);
  const shared = { locale, palette, shownTexts: frame.shownTexts, formulaHolds: formulasOf(grid, frame) };
  return {
    id: grid.id,
    title: grid.title,
    ...(key === undefined ? {} : { key }),
    hidden: properties.hidden === true,
    ...(color === undefined ? {} : { color }),
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    frozenRows: properties.gridProperties?.frozenRowCount ?? 0,
    frozenColumns: properties.gridProperties?.frozenColumnCount ?? 0,
    gridlines: size['hideGridlines'] !== true,
    rowHeights: grid.rowHeights,
    columnWidths: grid.columnWidths,
    merges: attachments.merges.map((range) => boxOfRange(range, grid)),
    protections: protectionsOf(grid, frame),
    validations: validationsOf(
      grid.rows.map(({ read }) => read.rules),
      frame.shownTexts,
    ),
    charts: placeCharts(attachments.charts, {
      locale,
      palette,
      cellsIn: (range) => frame.gridWith(range.sheetId ?? 0)?.visibleCells(range) ?? [],
    }),
    rows: shownRows(grid, ruledSheetOf(grid, shared), frame.memory),
  };
}
