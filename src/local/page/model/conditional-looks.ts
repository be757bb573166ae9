import { type Box, boxOfRange, holds } from './box.ts';
import type { CellValue } from './cell-value.ts';
import type { Palette } from './color.ts';
import { compileCondition } from './condition.ts';
import { colorAt, stopsOf } from './gradient.ts';
import { type Look, lookOf } from './look.ts';

import { conditionOf, type ShownTexts } from './read-rules.ts';
import { type JsonObject, objectIn, objectsIn } from './wire-json.ts';

/** A formula of a rule at one cell, written for the first cell of the rule's range. */
export interface FormulaPlace {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly origin: { readonly row: number; readonly column: number };
}

export interface RuledSheet {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows down to the last that holds anything: there are no numbers below. */
  readonly usedRows: number;
  readonly valueAt: (row: number, column: number) => CellValue | undefined;
  readonly locale: string;
  readonly palette: Palette;
  readonly shownTexts: ShownTexts;
  readonly formulaHolds: (place: FormulaPlace) => boolean | undefined;
}

/** What a rule adds to the look of a cell. */
export type LookAt = (row: number, column: number) => Look | undefined;

export interface CompiledRule {
  readonly boxes: readonly Box[];
  readonly lookAt: LookAt;
  /** Equal texts look the same at equal cells; undefined where other cells have a say. */
  readonly sign: string | undefined;
}

function numbersIn(boxes: readonly Box[], sheet: RuledSheet): readonly number[] {
  const numbers: number[] = [];
  for (const { top, bottom, left, right } of boxes)
    for (let row = top; row < Math.min(bottom, sheet.usedRows); row += 1)
      for (let column = left; column < right; column += 1) {
        const value = sheet.valueAt(row, column);
        if (typeof value === 'number') numbers.push(value);
      }
  return numbers;
}

function gradientRule(rule: JsonObject, boxes: readonly Box[], sheet: RuledSheet): CompiledRule {
  const stops = stopsOf(rule, numbersIn(boxes, sheet), sheet);
  const looks = new Map<number, Look | undefined>();
  const lookOfNumber = (value: number): Look | undefined => {
    if (!looks.has(value)) {
      const background = colorAt(stops, value);
      looks.set(value, background === undefined ? undefined : { background });
    }
    return looks.get(value);
  };
  return {
    boxes,
    sign: JSON.stringify(stops),
    lookAt: (row, column) => {
      const value = sheet.valueAt(row, column);
      return typeof value === 'number' ? lookOfNumber(value) : undefined;
    },
  };
}

function booleanRule(rule: JsonObject, boxes: readonly Box[], sheet: RuledSheet): CompiledRule {
  const condition = conditionOf(objectIn(rule, 'condition') ?? {}, sheet.shownTexts);
  const isTrue = compileCondition(condition, sheet.locale);
  const look = lookOf(objectIn(rule, 'format') ?? {}, sheet.palette);
  const [first] = boxes;
  const origin = { row: first?.top ?? 0, column: first?.left ?? 0 };
  return {
    boxes,
    sign: condition.type === 'CUSTOM_FORMULA' ? undefined : JSON.stringify([condition, look]),
    lookAt: (row, column) => {
      const met = isTrue(sheet.valueAt(row, column), (text) =>
        sheet.formulaHolds({ text, row, column, origin }),
      );
      return met === true ? look : undefined;
    },
  };
}

/** The conditional formats of a sheet, in order. */
export function compileRules(rules: readonly JsonObject[], sheet: RuledSheet): readonly CompiledRule[] {
  return rules.map((wire) => {
    const boxes = objectsIn(wire, 'ranges').map((range) => boxOfRange(range, sheet));
    const gradient = objectIn(wire, 'gradientRule');
    return gradient === undefined
      ? booleanRule(objectIn(wire, 'booleanRule') ?? {}, boxes, sheet)
      : gradientRule(gradient, boxes, sheet);
  });
}

/** What rules make of a cell: of several that hold the first one counts. */
export function ruledLook(rules: readonly CompiledRule[], row: number, column: number): Look | undefined {
  for (const { boxes, lookAt } of rules) {
    const look = boxes.some((box) => holds(box, row, column)) ? lookAt(row, column) : undefined;
    if (look !== undefined) return look;
  }
  return undefined;
}
