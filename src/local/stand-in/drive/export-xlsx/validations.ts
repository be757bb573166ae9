import type { BooleanCondition } from '../../conditions/boolean-condition.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { Box } from '../../model/box.ts';
import type { Sheet } from '../../model/workbook.ts';
import { areaList, cellName } from './area.ts';
import { conditionFormula, conditionValue } from './condition-formula.ts';
import type { ExportedWorkbook } from './exported-workbook.ts';
import { quoted } from './formula-text.ts';
import { usedCells } from './used-cells.ts';
import { type Attributes, xml, xmlText } from './xml.ts';

/** The rules for what may be typed into cells; one that no other program could judge is left out. */
export function validations(exported: ExportedWorkbook, sheet: Sheet): string {
  const items = validatedAreas(sheet).flatMap(({ rule, boxes }) => ruleXml(exported, rule, boxes) ?? []);
  return items.length === 0 ? '' : xml('dataValidations', { count: items.length }, ...items);
}

interface Area {
  readonly rule: JsonObject;
  readonly boxes: Box[];
}

/** Cells under the same rule, as few rectangles as rows under equal rows make. */
function validatedAreas(sheet: Sheet): readonly Area[] {
  const areas = new Map<string, Area>();
  const keys = new WeakMap<JsonObject, string>();
  for (const { row, column, cell } of usedCells(sheet)) {
    const rule = cell.dataValidation;
    if (rule === undefined) continue;
    const key = keys.get(rule) ?? JSON.stringify(rule);
    keys.set(rule, key);
    const area = areas.get(key) ?? { rule, boxes: [] };
    areas.set(key, area);
    addCell(area.boxes, row, column);
  }
  return [...areas.values()].map(({ rule, boxes }) => ({ rule, boxes: stacked(boxes) }));
}

function addCell(stretches: Box[], row: number, column: number): void {
  const last = stretches.at(-1);
  const box = { top: row, bottom: row + 1, left: column, right: column + 1 };
  if (last?.top === row && last.right === column)
    stretches[stretches.length - 1] = { ...last, right: column + 1 };
  else stretches.push(box);
}

/** Stretches of a row that lie right under one another become one rectangle. */
function stacked(stretches: readonly Box[]): Box[] {
  const open = new Map<string, Box>();
  const done: Box[] = [];
  for (const stretch of stretches) {
    const key = `${stretch.left}:${stretch.right}`;
    const above = open.get(key);
    if (above !== undefined && above.bottom !== stretch.top) done.push(above);
    open.set(key, above?.bottom === stretch.top ? { ...above, bottom: stretch.bottom } : stretch);
  }
  return [...done, ...open.values()];
}

interface Check {
  readonly type: 'list' | 'decimal' | 'date' | 'custom';
  readonly operator?: string;
  readonly formulas: readonly string[];
}

const MOST_LETTERS = 255;

function ruleXml(exported: ExportedWorkbook, rule: JsonObject, boxes: readonly Box[]): string | undefined {
  const [first] = boxes;
  const condition = (rule['condition'] ?? {}) as BooleanCondition;
  const check =
    first === undefined ? undefined : checkOf(exported, condition, cellName(first.top, first.left));
  if (check === undefined) return undefined;
  const { inputMessage, strict, showCustomUi } = rule;
  const attributes: Attributes = {
    type: check.type,
    operator: check.operator,
    // A rule that is not strict only warns.
    errorStyle: strict === true ? undefined : 'warning',
    allowBlank: true,
    // The name says the contrary of what it does.
    showDropDown: check.type === 'list' && showCustomUi !== true ? true : undefined,
    showInputMessage: true,
    showErrorMessage: true,
    prompt: typeof inputMessage === 'string' ? inputMessage.slice(0, MOST_LETTERS) : undefined,
    sqref: areaList(boxes),
  };
  const formulas = check.formulas.map((formula, index) => xml(`formula${index + 1}`, {}, xmlText(formula)));
  return xml('dataValidation', attributes, ...formulas);
}

const OPERATORS: ReadonlyMap<string, readonly [type: 'decimal' | 'date', operator: string]> = new Map([
  ['NUMBER_GREATER', ['decimal', 'greaterThan']],
  ['NUMBER_GREATER_THAN_EQ', ['decimal', 'greaterThanOrEqual']],
  ['NUMBER_LESS', ['decimal', 'lessThan']],
  ['NUMBER_LESS_THAN_EQ', ['decimal', 'lessThanOrEqual']],
  ['NUMBER_EQ', ['decimal', 'equal']],
  ['NUMBER_NOT_EQ', ['decimal', 'notEqual']],
  ['NUMBER_BETWEEN', ['decimal', 'between']],
  ['NUMBER_NOT_BETWEEN', ['decimal', 'notBetween']],
  ['DATE_EQ', ['date', 'equal']],
  ['DATE_BEFORE', ['date', 'lessThan']],
  ['DATE_ON_OR_BEFORE', ['date', 'lessThanOrEqual']],
  ['DATE_AFTER', ['date', 'greaterThan']],
  ['DATE_ON_OR_AFTER', ['date', 'greaterThanOrEqual']],
  ['DATE_BETWEEN', ['date', 'between']],
  ['DATE_NOT_BETWEEN', ['date', 'notBetween']],
] as const);

/** Undefined where an .xlsx has no such rule. */
function checkOf(exported: ExportedWorkbook, condition: BooleanCondition, at: string): Check | undefined {
  const { type = '', values = [] } = condition;
  const known = OPERATORS.get(type);
  if (known !== undefined) {
    const [kind, operator] = known;
    const formulas = values.flatMap((value) => conditionValue(exported, value) ?? []);
    return formulas.length === values.length ? { type: kind, operator, formulas } : undefined;
  }
  const entered = values.map(({ userEnteredValue = '' }) => userEnteredValue);
  switch (type) {
    case 'ONE_OF_LIST':
      return listOf(entered);
    case 'BOOLEAN':
      return listOf(entered.length === 0 ? ['TRUE', 'FALSE'] : entered);
    case 'ONE_OF_RANGE': {
      const [range = ''] = entered;
      const formula = exported.formulas.plain(range.startsWith('=') ? range : `=${range}`);
      return formula === undefined ? undefined : { type: 'list', formulas: [formula] };
    }
    case 'DATE_IS_VALID':
      return { type: 'date', operator: 'greaterThanOrEqual', formulas: ['1'] };
    default: {
      const formula = conditionFormula(exported, condition, at);
      return formula === undefined ? undefined : { type: 'custom', formulas: [formula] };
    }
  }
}

/** Entries stand in the rule itself, parted by commas: none may hold one, and there is little room. */
function listOf(entries: readonly string[]): Check | undefined {
  const text = entries.join(',');
  if (entries.some((entry) => entry.includes(',')) || text.length > MOST_LETTERS) return undefined;
  return { type: 'list', formulas: [quoted(text)] };
}
