import type { JsonObject } from '../contract/json.ts';
import { type Box, standingBox } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { entriesOf } from '../model/sparse-list.ts';
import type { CellData, GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook } from '../model/workbook.ts';
import type { BooleanCondition } from './boolean-condition.ts';
import { colorScale } from './color-scale.ts';
import { type ConditionContext, conditionTest } from './condition-test.ts';

/** What the rules of a sheet add to the look of a cell: below what somebody gave it, and above. */
export interface Looks {
  readonly band: JsonObject;
  readonly conditional: JsonObject;
}

interface Rule {
  readonly boxes: readonly Box[];
  readonly format: (cell: CellData) => JsonObject | undefined;
}

const NONE: Looks = { band: {}, conditional: {} };

/** The looks by place. The first rule that holds decides what it says; later ones add what it leaves open. */
export function conditionalLooks(
  sheet: Sheet,
  context: ConditionContext,
): (row: number, column: number, cell: CellData) => Looks {
  const { conditionalFormats, bandedRanges } = sheet.attachments;
  if (conditionalFormats.length === 0 && bandedRanges.length === 0) return () => NONE;
  const rules = conditionalFormats.map((rule) => preparedRule(sheet, rule, context));
  const bandAt = bandLooks(sheet, context.workbook);
  return (row, column, cell) => {
    const holding = rules
      .map(({ boxes, format }) => (boxes.some((box) => isIn(box, row, column)) ? format(cell) : undefined))
      .filter((look) => look !== undefined);
    return {
      band: bandAt(row, column) ?? {},
      conditional: holding.reduceRight<JsonObject>(mergedLook, {}),
    };
  };
}

/** The colours of a sheet's bands by place; undefined where there is none. */
export function bandLooks(
  sheet: Sheet,
  workbook: Workbook,
): (row: number, column: number) => JsonObject | undefined {
  const bands = sheet.attachments.bandedRanges.map((band) => ({
    band,
    box: standingBox(workbook, (band['range'] ?? {}) as GridRange),
  }));
  return (row, column) => {
    const found = bands.find(({ box }) => isIn(box, row, column));
    return found === undefined ? undefined : bandLook(found.band, found.box, row, column);
  };
}

function isIn({ top, bottom, left, right }: Box, row: number, column: number): boolean {
  return row >= top && row < bottom && column >= left && column < right;
}

function preparedRule(sheet: Sheet, rule: JsonObject, context: ConditionContext): Rule {
  const boxes = ((rule['ranges'] ?? []) as readonly GridRange[]).map((range) =>
    standingBox(context.workbook, range),
  );
  const { booleanRule, gradientRule } = rule as Record<string, JsonObject | undefined>;
  if (booleanRule !== undefined) {
    const holds = conditionTest((booleanRule['condition'] ?? {}) as BooleanCondition, context);
    const format = (booleanRule['format'] ?? {}) as JsonObject;
    return { boxes, format: (cell) => (holds(cell) === true ? format : undefined) };
  }
  const scale = colorScale(gradientRule ?? {}, numbersIn(sheet, boxes), localeOf(context.workbook));
  return {
    boxes,
    format: (cell) => {
      const value = numberOf(cell);
      return scale === undefined || value === undefined
        ? undefined
        : normalizeColors({ backgroundColor: scale(value) });
    },
  };
}

function numberOf(cell: CellData | undefined): number | undefined {
  return (cell?.effectiveValue ?? cell?.userEnteredValue)?.numberValue;
}

function numbersIn(sheet: Sheet, boxes: readonly Box[]): readonly number[] {
  return boxes.flatMap(({ top, bottom, left, right }) =>
    [...entriesOf(sheet.rows, top, bottom)].flatMap(([, row]) =>
      row.slice(left, right).flatMap((cell) => numberOf(cell) ?? []),
    ),
  );
}

function mergedLook(below: JsonObject, above: JsonObject): JsonObject {
  const textFormat = { ...(below['textFormat'] as JsonObject), ...(above['textFormat'] as JsonObject) };
  return {
    ...below,
    ...above,
    ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
  };
}

/** The colour of a band: header, footer, and two colours that take turns between them [D]. */
function bandLook(band: JsonObject, box: Box, row: number, column: number): JsonObject {
  const byRow = band['rowProperties'] as JsonObject | undefined;
  const byColumn = band['columnProperties'] as JsonObject | undefined;
  const style =
    bandStyle(byRow, row - box.top, box.bottom - box.top) ??
    bandStyle(byColumn, column - box.left, box.right - box.left);
  return style === undefined ? {} : normalizeColors({ backgroundColorStyle: style });
}

function bandStyle(properties: JsonObject | undefined, at: number, count: number): JsonObject | undefined {
  if (properties === undefined) return undefined;
  const header = properties['headerColorStyle'];
  const footer = properties['footerColorStyle'];
  if (at === 0 && header !== undefined) return header as JsonObject;
  if (at === count - 1 && footer !== undefined) return footer as JsonObject;
  const turn = at - (header === undefined ? 0 : 1);
  return properties[turn % 2 === 0 ? 'firstBandColorStyle' : 'secondBandColorStyle'] as
    | JsonObject
    | undefined;
}

/** How many looks at a rule the cells of one answer may cost, as a count of rules. */
export function ruleCount(sheet: Sheet): number {
  return sheet.attachments.conditionalFormats.length + sheet.attachments.bandedRanges.length;
}
