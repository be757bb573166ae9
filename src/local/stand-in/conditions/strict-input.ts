import { changedSlots, getAt } from '../model/sparse-list.ts';
import type { CellData } from '../model/wire.ts';
import { localeOf, type Sheet, type Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { columnName } from '../values/column-name.ts';
import type { BooleanCondition } from './boolean-condition.ts';
import { type CellTest, type ConditionContext, conditionTest } from './condition-test.ts';

/** Looks at what a write made of a spreadsheet, and refuses what its strict validation rules do not allow. */
export type InputCheck = (before: Workbook, after: Workbook) => void;

export const ANY_INPUT: InputCheck = () => undefined;

/** Reports about Google contradict each other (docs/stand-in.md, Strict validation); these words are those of the reports that tell of a refusal. */
export function strictInput(today: number): InputCheck {
  return (before, after) => {
    const context: ConditionContext = { workbook: after, locale: localeOf(after), today };
    const tests = new Map<object, CellTest>();
    for (const sheet of after.sheets) {
      const old = before.sheets.find(({ sheetId }) => sheetId === sheet.sheetId);
      if (old !== undefined && old !== sheet) assertSheetValid(old, sheet, testFor(tests, context));
    }
  };
}

function testFor(tests: Map<object, CellTest>, context: ConditionContext): (rule: object) => CellTest {
  return (rule) => {
    const known = tests.get(rule);
    if (known !== undefined) return known;
    const test = conditionTest('condition' in rule ? (rule.condition as BooleanCondition) : {}, context);
    tests.set(rule, test);
    return test;
  };
}

function assertSheetValid(before: Sheet, after: Sheet, test: (rule: object) => CellTest): void {
  for (const row of changedSlots(before.rows, after.rows)) {
    const old = getAt(before.rows, row);
    for (const [column, cell] of (getAt(after.rows, row) ?? []).entries()) {
      if (cell === undefined || !isNewInput(old?.[column], cell)) continue;
      if (test(cell.dataValidation ?? {})(cell) === false)
        throw new Refusal(
          `The data you entered in cell ${columnName(column)}${row + 1} violates the data validation rules set on this sheet.`,
        );
    }
  }
}

/** A cell may always be emptied. */
function isNewInput(before: CellData | undefined, cell: CellData): boolean {
  return (
    cell.dataValidation?.['strict'] === true &&
    cell.userEnteredValue !== undefined &&
    cell.userEnteredValue !== before?.userEnteredValue
  );
}
