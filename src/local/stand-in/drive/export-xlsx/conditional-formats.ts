import type { BooleanCondition } from '../../conditions/boolean-condition.ts';
import type { InterpolationPoint } from '../../conditions/interpolation-point.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { GridRange } from '../../model/wire.ts';
import type { Sheet } from '../../model/workbook.ts';
import { areaList, cellName, exportedBox } from './area.ts';
import { colorIn } from './color.ts';
import { conditionFormula, conditionValue } from './condition-formula.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { xml, xmlText } from './xml.ts';

/** The rules of a tab in their order; one that no other program could judge is left out. */
export function conditionalFormats(exported: ExportedWorkbook, sheet: Sheet): string {
  return sheet.attachments.conditionalFormats
    .map((rule, index) => ruleXml(exported, rule, index + 1))
    .join('');
}

function ruleXml(exported: ExportedWorkbook, rule: JsonObject, priority: number): string {
  const ranges = (rule['ranges'] ?? []) as readonly GridRange[];
  const boxes = ranges.flatMap((range) => exportedBox(exported.workbook, range) ?? []);
  const [first] = boxes;
  if (first === undefined) return '';
  const { booleanRule, gradientRule } = rule as Record<string, JsonObject | undefined>;
  const written =
    booleanRule === undefined
      ? scaleXml(exported, gradientRule ?? {}, priority)
      : expressionXml(exported, booleanRule, { at: cellName(first.top, first.left), priority });
  return written === undefined ? '' : xml('conditionalFormatting', { sqref: areaList(boxes) }, written);
}

function expressionXml(
  exported: ExportedWorkbook,
  rule: JsonObject,
  { at, priority }: { readonly at: string; readonly priority: number },
): string | undefined {
  const formula = conditionFormula(exported, (rule['condition'] ?? {}) as BooleanCondition, at);
  if (formula === undefined) return undefined;
  const dxfId = exported.styles.overlay((rule['format'] ?? {}) as JsonObject);
  return xml('cfRule', { type: 'expression', dxfId, priority }, xml('formula', {}, xmlText(formula)));
}

const POINT_TYPES: ReadonlyMap<string, string> = new Map([
  ['MIN', 'min'],
  ['MAX', 'max'],
  ['NUMBER', 'num'],
  ['PERCENT', 'percent'],
  ['PERCENTILE', 'percentile'],
]);

function scaleXml(exported: ExportedWorkbook, rule: JsonObject, priority: number): string | undefined {
  const points = [rule['minpoint'], rule['midpoint'], rule['maxpoint']]
    .filter((point) => point !== undefined)
    .map((point) => pointXml(exported, point as InterpolationPoint));
  if (points.length < 2 || points.includes(undefined)) return undefined;
  const bounds = points.map((point) => point?.bound ?? '');
  const colors = points.map((point) => point?.color ?? '');
  return xml('cfRule', { type: 'colorScale', priority }, xml('colorScale', {}, ...bounds, ...colors));
}

function pointXml(exported: ExportedWorkbook, point: InterpolationPoint) {
  const type = POINT_TYPES.get(point.type ?? '');
  const rgb = colorIn(point, 'color', exported.theme) ?? 'FFFFFFFF';
  const entered = point.value ?? '';
  const val = entered === '' ? undefined : conditionValue(exported, { userEnteredValue: entered });
  if (type === undefined || (entered !== '' && val === undefined)) return undefined;
  return { bound: xml('cfvo', { type, val }), color: xml('color', { rgb }) };
}
