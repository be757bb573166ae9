import { assertCondition, type BooleanCondition } from '../conditions/boolean-condition.ts';
import { keptGradient } from '../conditions/interpolation-point.ts';
import type { JsonObject } from '../contract/json.ts';
import { boxOf, gridRangeOf, sheetOf } from '../model/box.ts';
import { normalizeColors } from '../model/color.ts';
import { assertEditable } from '../model/protection.ts';
import type { GridRange } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook, withAttachments, withSheet } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, type BatchContext, handler, type RequestFamily } from './handler.ts';

type Rule = JsonObject & {
  readonly ranges?: readonly GridRange[];
  readonly booleanRule?: JsonObject & { readonly condition?: BooleanCondition };
  readonly gradientRule?: JsonObject;
};

function addConditionalFormatRule(
  workbook: Workbook,
  { rule, index = 0 }: { readonly rule?: Rule; readonly index?: number },
  context: BatchContext,
): Applied {
  const { sheet, kept } = checkedRule(workbook, rule, context);
  const rules = sheet.attachments.conditionalFormats;
  assertPlace(index, rules.length);
  return { workbook: withRules(workbook, sheet, rules.toSpliced(index, 0, kept)) };
}

interface UpdateRule {
  readonly sheetId?: number;
  readonly index?: number;
  readonly rule?: Rule;
  readonly newIndex?: number;
}

function updateConditionalFormatRule(
  workbook: Workbook,
  request: UpdateRule,
  context: BatchContext,
): Applied {
  const { index = 0, rule, newIndex } = request;
  const checkedNew = rule === undefined ? undefined : checkedRule(workbook, rule, context);
  const sheet = checkedNew?.sheet ?? sheetOf(workbook, request.sheetId);
  const oldRule = ruleAt(sheet, index);
  assertRangesEditable(workbook, sheet, oldRule, context);
  const rules = sheet.attachments.conditionalFormats;
  if (checkedNew !== undefined) {
    return {
      workbook: withRules(workbook, sheet, rules.with(index, checkedNew.kept)),
      reply: { oldRule, newRule: checkedNew.kept, ...placed('newIndex', index) },
    };
  }
  if (newIndex === undefined) throw new Refusal('Must specify a rule or a new index.');
  assertPlace(newIndex, rules.length - 1);
  return {
    workbook: withRules(workbook, sheet, rules.toSpliced(index, 1).toSpliced(newIndex, 0, oldRule)),
    reply: { newRule: oldRule, ...placed('oldIndex', index), ...placed('newIndex', newIndex) },
  };
}

/** Rules are addressed by their place; the reply carries the rule that went (recorded). */
function deleteConditionalFormatRule(
  workbook: Workbook,
  { sheetId, index = 0 }: { readonly sheetId?: number; readonly index?: number },
  context: BatchContext,
): Applied {
  const sheet = sheetOf(workbook, sheetId);
  const rule = ruleAt(sheet, index);
  assertRangesEditable(workbook, sheet, rule, context);
  const rules = sheet.attachments.conditionalFormats.toSpliced(index, 1);
  return { workbook: withRules(workbook, sheet, rules), reply: { rule } };
}

function assertPlace(index: number, last: number): void {
  if (index < 0) throw new Refusal('index must be >= 0');
  if (index > last) throw new Refusal(`index[${index}] is past the last rule of the sheet.`);
}

function assertRangesEditable(workbook: Workbook, sheet: Sheet, rule: Rule, context: BatchContext): void {
  for (const range of rule.ranges ?? [])
    assertEditable(workbook, sheet, boxOf(workbook, range), context.editor);
}

function placed(name: string, index: number): JsonObject {
  return index === 0 ? {} : { [name]: index };
}

function ruleAt(sheet: Sheet, index: number): JsonObject {
  const rule = sheet.attachments.conditionalFormats[index];
  if (rule === undefined)
    throw new Refusal(`No conditional format on sheet: ${sheet.sheetId} at index: ${index}`);
  return rule;
}

/** Ranges come back bounded by the grid (recorded: `endColumnIndex: 31` for a range without column bounds). */
function checkedRule(
  workbook: Workbook,
  rule: Rule | undefined,
  context: BatchContext,
): { sheet: Sheet; kept: JsonObject } {
  const ranges = rule?.ranges ?? [];
  const [first] = ranges;
  if (rule === undefined || first === undefined) throw new Refusal('At least one range must be specified.');
  const sheet = sheetOf(workbook, first.sheetId);
  if (ranges.some((range) => (range.sheetId ?? 0) !== sheet.sheetId)) {
    throw new Refusal('All ranges of a conditional format must be on the same sheet.');
  }
  if (!('booleanRule' in rule) && !('gradientRule' in rule)) {
    throw new Refusal('A conditional format must have a boolean or a gradient rule.');
  }
  if (rule.booleanRule !== undefined) assertCondition(rule.booleanRule.condition, 'format');
  assertRangesEditable(workbook, sheet, rule, context);
  const bounded = ranges.map((range) => gridRangeOf(sheet, boxOf(workbook, range)));
  const { gradientRule } = rule;
  const gradient =
    gradientRule === undefined ? {} : { gradientRule: keptGradient(gradientRule, localeOf(workbook)) };
  return { sheet, kept: normalizeColors({ ...rule, ...gradient, ranges: bounded }) };
}

function withRules(workbook: Workbook, sheet: Sheet, conditionalFormats: readonly JsonObject[]): Workbook {
  return withSheet(workbook, withAttachments(sheet, { conditionalFormats }));
}

export const conditionalFormatRequests: RequestFamily = {
  addConditionalFormatRule: handler(addConditionalFormatRule),
  updateConditionalFormatRule: handler(updateConditionalFormatRule),
  deleteConditionalFormatRule: handler(deleteConditionalFormatRule),
};
