import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assertNever } from '../../domain/assert-never.ts';
import type { ColourScale, Condition, Highlight, RuledArea, ScalePoint } from '../../domain/layout.ts';
import { colorOf } from '../cell-format.ts';
import { gridRange } from './grid-range.ts';
import { isSameArea, type StandingRule } from './sheet-features.ts';
import { typedNumber } from './typed-number.ts';

type Request = sheets_v4.Schema$Request;
type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** The tab that is laid out, the locale in which bounds are typed, and the titles of all tabs. */
export interface RuleFrame {
  readonly sheetId: number;
  readonly locale: string;
  readonly titleOf: (sheetId: number) => string | undefined;
}

function pointOf(
  { colour, at }: ScalePoint,
  edge: 'MIN' | 'MAX',
  locale: string,
): sheets_v4.Schema$InterpolationPoint {
  const colorStyle = colorOf(colour);
  return at === undefined
    ? { colorStyle, type: edge }
    : { colorStyle, type: 'NUMBER', value: typedNumber(at, locale) };
}

function scaleRule({ area, low, middle, high }: ColourScale, { sheetId, locale }: RuleFrame): Rule {
  const midpoint = middle === undefined ? {} : { midpoint: pointOf(middle, 'MIN', locale) };
  const gradientRule = {
    minpoint: pointOf(low, 'MIN', locale),
    ...midpoint,
    maxpoint: pointOf(high, 'MAX', locale),
  };
  return { ranges: [gridRange(sheetId, area)], gradientRule };
}

function conditionOf(when: Condition): sheets_v4.Schema$BooleanCondition {
  switch (when.kind) {
    case 'blank':
      return { type: 'BLANK' };
    case 'text-is':
      return { type: 'TEXT_EQ', values: [{ userEnteredValue: when.text }] };
    case 'formula':
      return { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: when.formula }] };
    default:
      return assertNever(when);
  }
}

function highlightRule({ area, when, style }: Highlight, { sheetId }: RuleFrame): Rule {
  const { bold, foreground, background } = style;
  const textFormat = {
    ...(bold === undefined ? {} : { bold }),
    ...(foreground === undefined ? {} : { foregroundColorStyle: colorOf(foreground) }),
  };
  const format = {
    ...(background === undefined ? {} : { backgroundColorStyle: colorOf(background) }),
    ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
  };
  return { ranges: [gridRange(sheetId, area)], booleanRule: { condition: conditionOf(when), format } };
}

/**
 * Takes away the rules of the kinds that stand over exactly the given areas, from the last on, so that the places stay
 * right.
 */
export function removeRules(
  sheetId: number,
  ruledBefore: readonly RuledArea[],
  standing: readonly StandingRule[],
): readonly Request[] {
  const isOurs = ({ ranges, by }: StandingRule) =>
    ranges.length > 0 &&
    ranges.every((range) => ruledBefore.some((area) => area.by === by && isSameArea(range, area)));
  return standing
    .flatMap((rule, index) => (isOurs(rule) ? [index] : []))
    .toReversed()
    .map((index) => ({ deleteConditionalFormatRule: { sheetId, index } }));
}

/** Colour scales and highlights, before any rule of staff's: highlights first, because the first that holds wins. */
export function addRules(
  highlights: readonly Highlight[],
  scales: readonly ColourScale[],
  frame: RuleFrame,
): readonly Request[] {
  const rules = [
    ...highlights.map((highlight) => highlightRule(highlight, frame)),
    ...scales.map((scale) => scaleRule(scale, frame)),
  ];
  return rules.map((rule, index) => ({ addConditionalFormatRule: { rule, index } }));
}
