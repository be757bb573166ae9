import { assertNever } from '../../domain/assert-never.ts';
import type { Language } from '../../domain/language.ts';
import type { Rule, RuleKind } from '../../domain/rule.ts';
import { parseCountRatio, writeCountRatio } from './count-ratio.ts';
import {
  parseMean,
  parseOutsideIndex,
  parsePerCount,
  parseSteps,
  writeMean,
  writeOutsideIndex,
  writePerCount,
  writeSteps,
} from './counted.ts';
import { type Entry, splitEntries } from './entries.ts';
import {
  parseChoice,
  parseDeduction,
  parseSurvey,
  writeChoice,
  writeDeduction,
  writeSurvey,
} from './labelled.ts';
import { parseLateness, writeLateness } from './lateness.ts';
import { andThen, type Parsed, parsed, stopAt } from './piece.ts';
import {
  parseBands,
  parseLinear,
  parseProportional,
  writeBands,
  writeLinear,
  writeProportional,
} from './rate-rules.ts';

/** The rule of a kind with these parameters, or the place where they cannot be right. The text is in NFC. */
export function parseRule(kind: RuleKind, text: string): Parsed<Rule> {
  if (kind === 'count-ratio') return parseCountRatio(text);
  return andThen(splitEntries(text), (entries) => parseEntries(kind, entries, text.length));
}

function parseEntries(
  kind: Exclude<RuleKind, 'count-ratio'>,
  entries: readonly Entry[],
  end: number,
): Parsed<Rule> {
  switch (kind) {
    case 'judgement':
    case 'yes-no':
    case 'satisfaction':
      return entries[0] === undefined ? parsed({ kind }) : stopAt(entries[0].head.at, 'end');
    case 'choice':
      return parseChoice(entries, end);
    case 'bands':
      return parseBands(entries, end);
    case 'proportional':
      return parseProportional(entries, end);
    case 'linear':
      return parseLinear(entries, end);
    case 'per-count':
      return parsePerCount(entries, end);
    case 'deduction':
      return parseDeduction(entries, end);
    case 'lateness':
      return parseLateness(entries, end);
    case 'mean-of-items':
      return parseMean(entries, end);
    case 'survey':
      return parseSurvey(entries, end);
    case 'outside-index':
      return parseOutsideIndex(entries, end);
    case 'steps':
      return parseSteps(entries, end);
    default:
      return assertNever(kind);
  }
}

/** The parameters of a rule as staff write them; reading them back gives the same rule. */
export function writeRule(rule: Rule, language: Language): string {
  switch (rule.kind) {
    case 'judgement':
    case 'yes-no':
    case 'satisfaction':
      return '';
    case 'choice':
      return writeChoice(rule, language);
    case 'bands':
      return writeBands(rule, language);
    case 'proportional':
      return writeProportional(rule, language);
    case 'linear':
      return writeLinear(rule, language);
    case 'count-ratio':
      return writeCountRatio(rule, language);
    case 'per-count':
      return writePerCount(rule, language);
    case 'deduction':
      return writeDeduction(rule, language);
    case 'lateness':
      return writeLateness(rule, language);
    case 'mean-of-items':
      return writeMean(rule, language);
    case 'survey':
      return writeSurvey(rule, language);
    case 'outside-index':
      return writeOutsideIndex(rule, language);
    case 'steps':
      return writeSteps(rule, language);
    default:
      return assertNever(rule);
  }
}
