import { assertNever } from '../../domain/assert-never.ts';
import type { DeclaredValue } from '../../domain/declared-value.ts';
import { type Cell, isEmptyCell } from '../../domain/grid.ts';
import type { Language } from '../../domain/language.ts';
import type { Points } from '../../domain/points.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { CountRatioRule, Rule } from '../../domain/rule.ts';
import { sumOfTerms } from '../../domain/sum-of-terms.ts';
import { readPointsUpTo } from '../mark-points.ts';
import { writeDate } from '../notation/date.ts';
import { writeLabel } from '../notation/label.ts';
import { writePercent, writePoints } from '../notation/number.ts';
import { writeNumber } from '../notation/write-number.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from '../reading.ts';
import {
  NO_ITEMS_WORD,
  NOT_DONE_WORD,
  readFigure,
  readItems,
  readLateness,
  readRate,
  readScaled,
  shareOf,
  withinWhole,
} from './figures.ts';
import { type CountedLabels, readChoice, readCounts, readYesNo, writeYesNo } from './labels.ts';

/** What was entered for a component with a rule: the fact, as the rule wants it (docs/method.md §2). */
export function readDeclared(cell: Cell, rule: Rule, maxScore: Points): Reading<DeclaredValue> {
  return isEmptyCell(cell) ? NOTHING_READ : readUnderRule(cell, rule, maxScore);
}

function readUnderRule(cell: Cell, rule: Rule, maxScore: Points): Reading<DeclaredValue> {
  switch (rule.kind) {
    case 'judgement':
      return readJudgement(cell, maxScore);
    case 'yes-no':
      return readYesNo(cell);
    case 'choice':
      return readChoice(
        cell,
        rule.options.map((option) => option.label),
      );
    case 'bands':
    case 'linear':
      return rule.of === 'rate' ? readRate(cell, rule.kind) : readNumber(cell, rule, true);
    case 'proportional':
    case 'satisfaction':
      return readRate(cell, rule.kind);
    case 'count-ratio':
      return readCountRatio(cell, rule);
    case 'survey':
      return readCounts(cell, countedLabels(rule));
    case 'deduction':
      if (rule.events.length > 1 || (typeof cell === 'string' && cell.includes(':'))) {
        return readCounts(cell, countedLabels(rule));
      }
      return readNumber(cell, rule, false);
    case 'lateness':
      return readLateness(cell, rule);
    case 'mean-of-items':
      return readItems(cell, rule);
    case 'outside-index':
      return asNumber(readScaled(cell, rule.kind, rule.scale));
    case 'per-count':
    case 'steps':
      return readNumber(cell, rule, false);
    default:
      return assertNever(rule);
  }
}

function readJudgement(cell: Cell, maxScore: Points): Reading<DeclaredValue> {
  const reading = readPointsUpTo(cell, maxScore);
  if (reading.kind !== 'value') return reading;
  return { ...reading, value: { kind: 'points', points: reading.value } };
}

function readNumber(cell: Cell, rule: Rule, mayBeNegative: boolean): Reading<DeclaredValue> {
  return asNumber(readFigure(cell, rule.kind, mayBeNegative));
}

const asNumber = (figure: Reading<Ratio>): Reading<DeclaredValue> =>
  figure.kind === 'value' ? valueRead({ kind: 'number', value: figure.value }) : figure;

/** Named counts whose rate lies between nothing and the whole; a whole of zero means nothing to count. */
function readCountRatio(cell: Cell, rule: CountRatioRule): Reading<DeclaredValue> {
  const counts = readCounts(cell, countedLabels(rule));
  if (counts.kind !== 'value') return counts;
  const part = sumOfTerms(rule.part, counts.value.counts);
  const whole = sumOfTerms(rule.whole, counts.value.counts);
  const given = givenText(cell);
  if (part.numerator < 0n || whole.numerator < 0n) {
    return refusal({ code: 'negative-rate', given, rule: rule.kind });
  }
  const rate = shareOf(part, whole);
  return withinWhole(counts.value, rate, rule.scoredBy.kind, { code: 'part-exceeds-whole', given });
}

type CountingRule = Extract<Rule, { readonly kind: 'count-ratio' | 'survey' | 'deduction' }>;

function countedLabels(rule: CountingRule): CountedLabels {
  switch (rule.kind) {
    case 'count-ratio': {
      const labels = new Set([...rule.part, ...rule.whole].map((term) => term.label));
      return { rule: rule.kind, labels: [...labels], allNeeded: true, whole: false };
    }
    case 'survey': {
      const labels = rule.options.map((option) => option.label);
      return { rule: rule.kind, labels, allNeeded: false, whole: true };
    }
    case 'deduction': {
      const labels = rule.events.map((event) => event.label);
      return { rule: rule.kind, labels, allNeeded: false, whole: true };
    }
    default:
      return assertNever(rule);
  }
}

/** A declared value as staff type it; reading it back under its rule gives the same value. */
export function writeDeclared(value: DeclaredValue, language: Language): string {
  switch (value.kind) {
    case 'points':
      return writePoints(value.points, language);
    case 'yes-no':
      return writeYesNo(value.yes, language);
    case 'label':
      return value.label;
    case 'rate':
      return writePercent(value.rate, language);
    case 'part-of-whole':
      return `${writeNumber(value.part, language)}/${writeNumber(value.whole, language)}`;
    case 'number':
      return writeNumber(value.value, language);
    case 'date':
      return writeDate(value.date, language);
    case 'not-done':
      return NOT_DONE_WORD[language];
    case 'counts':
      return value.counts
        .map(({ label, count }) => `${writeLabel(label)}: ${writeNumber(count, language)}`)
        .join('; ');
    case 'items':
      if (value.values.length === 0) return NO_ITEMS_WORD[language];
      return value.values.map((item) => writeNumber(item, language)).join('; ');
    default:
      return assertNever(value);
  }
}
