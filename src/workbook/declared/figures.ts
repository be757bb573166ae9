import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { DeclaredValue } from '../../domain/declared-value.ts';
import { type Cell, isEmptyCell } from '../../domain/grid.ts';
import type { IssueDetail } from '../../domain/issue.ts';
import type { Bilingual } from '../../domain/language.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { LatenessRule, Rule, RuleKind } from '../../domain/rule.ts';
import { readExactNumber } from '../cell-ratio.ts';
import { foldLabel, isLabel } from '../label.ts';
import { dateOfSerial, parseDate } from '../notation/date.ts';
import { writeNumber } from '../notation/write-number.ts';
import type { NumberText } from '../number-text.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from '../reading.ts';

type AmbiguousText = Extract<NumberText, { readonly kind: 'ambiguous' }>;

const ZERO = ratio(0, 1);
const ONE = ratio(1, 1);
const TWICE = ratio(2, 1);
const HUNDREDTH = ratio(1, 100);
/** All that can be satisfied, in percent. */
const WHOLE = ratio(100, 1);
const THOUSAND = ratio(1000, 1);

export const NOT_DONE_WORD: Bilingual = { vi: 'Không thực hiện', en: 'Not done' };
export const NO_ITEMS_WORD: Bilingual = { vi: 'Không có', en: 'None' };

export function unsuited(cell: Cell, rule: RuleKind): Reading<never> {
  return refusal({ code: 'not-declared', given: givenText(cell), rule });
}

/** A number of a sort that the rule allows; percentages are not numbers here. */
export function readFigure(cell: Cell, rule: RuleKind, mayBeNegative: boolean): Reading<Ratio> {
  if (isEmptyCell(cell)) return NOTHING_READ;
  const reading = readExactNumber(cell);
  switch (reading.kind) {
    case 'number':
    case 'fraction':
      if (!mayBeNegative && compareRatios(reading.value, ZERO) < 0) {
        return refusal({ code: 'negative-number', given: givenText(cell) });
      }
      return valueRead(reading.value);
    case 'ambiguous':
      return refusal({ code: 'ambiguous-number', given: givenText(cell), readings: reading.readings });
    case 'improper-fraction':
      return refusal({ code: 'improper-fraction', given: givenText(cell) });
    default:
      return unsuited(cell, rule);
  }
}

/**
 * A share: `95%`, `190/200`, or a number up to 1 as a percent cell holds it. A bare 95 may be 95 % or 95 times
 * the whole, and 1,2 may be 120 % or 1,2 %: they are refused, never guessed.
 */
export function readRate(cell: Cell, rule: RuleKind): Reading<DeclaredValue> {
  if (typeof cell === 'string' && cell.includes('/')) return readPartOfWhole(cell, rule);
  const reading = readExactNumber(cell);
  const given = givenText(cell);
  switch (reading.kind) {
    case 'ambiguous':
      return ambiguousRate(reading, given, rule);
    case 'not-a-number':
    case 'improper-fraction':
      return unsuited(cell, rule);
    default: {
      const rate = reading.kind === 'percent' ? multiplyRatios(reading.value, HUNDREDTH) : reading.value;
      if (compareRatios(rate, ZERO) < 0) return refusal({ code: 'negative-number', given });
      if (reading.kind === 'percent' || compareRatios(rate, ONE) <= 0)
        return withinWhole({ kind: 'rate', rate }, rate, rule, { code: 'rate-over-whole', given });
      const hundredfold = multiplyRatios(rate, ratio(100, 1));
      const readings = [rate, hundredfold].map((value) => `${writeNumber(value, 'en')}%`);
      return refusal({ code: 'ambiguous-number', given, readings });
    }
  }
}

/** 85,123% of all that can be satisfied is no 85 thousand percent; other rates may exceed the whole. */
function ambiguousRate(reading: AmbiguousText, given: string, rule: RuleKind): Reading<DeclaredValue> {
  const percent = rule === 'satisfaction' && given.endsWith('%') ? decimalsUpTo(reading, WHOLE) : undefined;
  return percent === undefined
    ? refusal({ code: 'ambiguous-number', given, readings: reading.readings })
    : valueRead({ kind: 'rate', rate: multiplyRatios(percent, HUNDREDTH) });
}

/** `190/200`; a whole of zero is kept, because then the component does not apply. */
function readPartOfWhole(text: string, rule: RuleKind): Reading<DeclaredValue> {
  const [first = '', second = '', ...more] = text.split('/');
  if (more.length > 0 || first.includes('%') || second.includes('%')) return unsuited(text, rule);
  const part = readFigure(first, rule, false);
  if (part.kind !== 'value') return part.kind === 'blank' ? unsuited(text, rule) : part;
  const whole = readFigure(second, rule, false);
  if (whole.kind !== 'value') return whole.kind === 'blank' ? unsuited(text, rule) : whole;
  const value: DeclaredValue = { kind: 'part-of-whole', part: part.value, whole: whole.value };
  const rate = shareOf(part.value, whole.value);
  return withinWhole(value, rate, rule, { code: 'part-exceeds-whole', given: givenText(text) });
}

/** Part ÷ whole; of nothing, any part is more than the whole, and no part is within it. */
export function shareOf(part: Ratio, whole: Ratio): Ratio {
  if (whole.numerator !== 0n) return multiplyRatios(part, ratio(whole.denominator, whole.numerator));
  return part.numerator === 0n ? ZERO : TWICE;
}

type OverWhole = Extract<IssueDetail, { readonly code: 'rate-over-whole' | 'part-exceeds-whole' }>;

/** A plan may be exceeded, which is worth a look; more than all cannot be satisfied. */
export function withinWhole<T extends DeclaredValue>(
  value: T,
  rate: Ratio,
  rule: RuleKind,
  remark: OverWhole,
): Reading<T> {
  if (compareRatios(rate, ONE) <= 0) return valueRead(value);
  if (rule !== 'satisfaction') return { kind: 'value', value, remark };
  return refusal({ code: 'over-scale', given: remark.given, scale: '100%', rule });
}

/** A figure up to the scale of its rule. */
export function readScaled(cell: Cell, rule: RuleKind, scale: Ratio): Reading<Ratio> {
  const fitting = decimalsUpTo(readExactNumber(cell), scale);
  if (fitting !== undefined) return valueRead(fitting);
  const figure = readFigure(cell, rule, false);
  if (figure.kind !== 'value' || compareRatios(figure.value, scale) <= 0) return figure;
  return refusal({ code: 'over-scale', given: givenText(cell), scale: writeNumber(scale, 'en'), rule });
}

/** 6,471 on a scale of 10: thousands would be far above it, so there is one number that it can be (docs/adr/0035). */
function decimalsUpTo(reading: NumberText, scale: Ratio): Ratio | undefined {
  if (reading.kind !== 'ambiguous' || compareRatios(reading.asDecimals, ZERO) < 0) return undefined;
  const asThousands = multiplyRatios(reading.asDecimals, THOUSAND);
  const fits = compareRatios(reading.asDecimals, scale) <= 0 && compareRatios(asThousands, scale) > 0;
  return fits ? reading.asDecimals : undefined;
}

/** A day, days late, or that it was never done. */
export function readLateness(cell: Cell, rule: LatenessRule): Reading<DeclaredValue> {
  if (typeof cell === 'string' && isLabel(foldLabel(cell), NOT_DONE_WORD))
    return valueRead({ kind: 'not-done' });
  const date = rule.due === undefined ? undefined : readDate(cell);
  if (date !== undefined) return valueRead({ kind: 'date', date });
  // A day that is none, such as 31/02/2024, is not a fraction either.
  if (typeof cell === 'string' && cell.includes('/')) return unsuited(cell, rule.kind);
  const days = readFigure(cell, rule.kind, true);
  if (days.kind !== 'value') return days;
  // Nobody is five years late within a year: who enters 2022 means the year, and which day of it is not known.
  if (rule.due !== undefined && isYear(days.value)) return unsuited(cell, rule.kind);
  return valueRead({ kind: 'number', value: days.value });
}

function isYear({ numerator, denominator }: Ratio): boolean {
  return denominator === 1n && numerator >= 1900n && numerator < 2200n;
}

function readDate(cell: Cell): CalendarDate | undefined {
  if (typeof cell === 'number') return dateOfSerial(cell);
  return typeof cell === 'string' ? parseDate(cell.trim()) : undefined;
}

type MeanRule = Extract<Rule, { readonly kind: 'mean-of-items' }>;

/** `8; 9; 7,5`, one number, or the word for none. */
export function readItems(cell: Cell, { kind: rule, scale }: MeanRule): Reading<DeclaredValue> {
  if (typeof cell !== 'string') {
    const single = readScaled(cell, rule, scale);
    return single.kind === 'value' ? valueRead({ kind: 'items', values: [single.value] }) : single;
  }
  if (isLabel(foldLabel(cell), NO_ITEMS_WORD)) return valueRead({ kind: 'items', values: [] });
  const values: Ratio[] = [];
  for (const text of cell.split(';')) {
    const item = readScaled(text, rule, scale);
    if (item.kind !== 'value') return item.kind === 'blank' ? unsuited(cell, rule) : item;
    values.push(item.value);
  }
  return valueRead({ kind: 'items', values });
}
