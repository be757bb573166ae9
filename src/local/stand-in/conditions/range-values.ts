import { shownValue } from '../model/cell-order.ts';
import { entriesOf } from '../model/sparse-list.ts';
import type { ExtendedValue } from '../model/wire.ts';
import { findSheet, type Workbook } from '../model/workbook.ts';
import { a1ContextOf } from '../sheets/a1-context.ts';
import { parseA1 } from '../values/a1.ts';
import type { ConditionValue } from './boolean-condition.ts';

/** The values in the range that a list takes its entries from (`=Units!A2:A40`); undefined where there is no such range. */
export function rangeValues(
  workbook: Workbook,
  value: ConditionValue | undefined,
): readonly ExtendedValue[] | undefined {
  const text = (value?.userEnteredValue ?? '').replace(/^=/, '').replaceAll('$', '');
  const parsed = parseA1(text, a1ContextOf(workbook));
  const sheet = parsed.ok ? findSheet(workbook, parsed.range.sheet.sheetId) : undefined;
  if (!parsed.ok || sheet === undefined) return undefined;
  const { top, bottom, left, right } = parsed.range.box;
  return [...entriesOf(sheet.rows, top, bottom)].flatMap(([, row]) =>
    row.slice(left, right).flatMap((cell) => shownValue(cell) ?? []),
  );
}
