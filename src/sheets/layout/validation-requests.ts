import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assertNever } from '../../domain/assert-never.ts';
import type { Validation } from '../../domain/layout.ts';
import { numberOrWordFormula } from '../../domain/number-or-word-formula.ts';
import { columnOfTab } from '../a1-range.ts';
import { gridRange } from './grid-range.ts';
import type { RuleFrame } from './rule-requests.ts';
import { typedNumber } from './typed-number.ts';

function conditionOf(
  { allowed, area }: Validation,
  { locale, titleOf }: RuleFrame,
): sheets_v4.Schema$BooleanCondition {
  switch (allowed.kind) {
    case 'one-of':
      return {
        type: 'ONE_OF_LIST',
        values: allowed.values.map((userEnteredValue) => ({ userEnteredValue })),
      };
    case 'one-of-column': {
      const title = titleOf(allowed.sheetId);
      if (title === undefined) throw new Error(`a list is taken from ${allowed.sheetId}, which is no tab`);
      const range = columnOfTab(title, allowed.column, allowed.fromRow);
      return { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${range}` }] };
    }
    case 'number-between':
      if (allowed.orWords !== undefined) {
        const formula = numberOrWordFormula(allowed, area, (value) => typedNumber(value, locale));
        return { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=${formula}` }] };
      }
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
  frame: RuleFrame,
): readonly sheets_v4.Schema$Request[] {
  return validations.map((validation) => {
    const { area, allowed, strict, help } = validation;
    return {
      setDataValidation: {
        range: gridRange(frame.sheetId, area),
        rule: {
          condition: conditionOf(validation, frame),
          strict,
          ...(allowed.kind === 'one-of' || allowed.kind === 'one-of-column' ? { showCustomUi: true } : {}),
          ...(help === undefined ? {} : { inputMessage: help }),
        },
      },
    };
  });
}
