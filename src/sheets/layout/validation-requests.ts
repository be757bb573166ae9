import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assertNever } from '../../domain/assert-never.ts';
import type { Allowed, Validation } from '../../domain/layout.ts';
import { gridRange } from './grid-range.ts';
import type { RuleFrame } from './rule-requests.ts';
import { typedNumber } from './typed-number.ts';

function conditionOf(allowed: Allowed, locale: string): sheets_v4.Schema$BooleanCondition {
  switch (allowed.kind) {
    case 'one-of':
      return {
        type: 'ONE_OF_LIST',
        values: allowed.values.map((userEnteredValue) => ({ userEnteredValue })),
      };
    case 'number-between':
      return {
        type: 'NUMBER_BETWEEN',
        values: [allowed.from, allowed.to].map((bound) => ({
          userEnteredValue: typedNumber(bound, locale),
        })),
      };
    case 'date':
      return { type: 'DATE_IS_VALID' };
    default:
      return assertNever(allowed);
  }
}

/** What may be typed into cells; a list is offered as a drop-down. */
export function validationRequests(
  validations: readonly Validation[],
  { sheetId, locale }: RuleFrame,
): readonly sheets_v4.Schema$Request[] {
  return validations.map(({ area, allowed, strict, help }) => ({
    setDataValidation: {
      range: gridRange(sheetId, area),
      rule: {
        condition: conditionOf(allowed, locale),
        strict,
        ...(allowed.kind === 'one-of' ? { showCustomUi: true } : {}),
        ...(help === undefined ? {} : { inputMessage: help }),
      },
    },
  }));
}
