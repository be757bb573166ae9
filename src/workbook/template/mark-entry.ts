import { assertNever } from '../../domain/assert-never.ts';
import type { Component } from '../../domain/criteria-set.ts';
import type { Language } from '../../domain/language.ts';
import type { Allowed } from '../../domain/layout.ts';
import { pointsAsNumber } from '../../domain/number-format.ts';
import { EXEMPT_WORD } from '../cases-columns.ts';
import { NOT_DONE_WORD } from '../declared/figures.ts';
import { writeYesNo } from '../declared/labels.ts';
import type { MatrixTemplate } from './template-schema.ts';

/** How the cells of a component take what is entered: the sort of their look, and what may be typed. */
export interface MarkEntry {
  readonly look: keyof MatrixTemplate['styles'];
  /** Absent where the entry is a text that only its rule can judge, such as 190/200. */
  readonly allowed?: Allowed;
}

/** Days late, or a date by its number in a spreadsheet: up to the year 2173; days before time count below zero. */
const DAY_RANGE = { from: -10_000, to: 100_000 };

/** What people may type under a component; the engine judges it again whatever the spreadsheet let pass. */
export function markEntry({ rule, maxScore }: Component, language: Language): MarkEntry {
  const exempt = EXEMPT_WORD[language];
  const points: MarkEntry = {
    look: 'points',
    allowed: { kind: 'number-between', from: 0, to: pointsAsNumber(maxScore), orWords: [exempt] },
  };
  const choice = (words: readonly string[]): MarkEntry => ({
    look: 'choice',
    allowed: { kind: 'one-of', values: [...words, exempt] },
  });
  switch (rule?.kind) {
    case undefined:
    case 'judgement':
      return points;
    case 'yes-no':
      return choice([true, false].map((yes) => writeYesNo(yes, language)));
    case 'choice':
      return choice(rule.options.map(({ label }) => label));
    case 'lateness': {
      const orWords = [NOT_DONE_WORD[language], exempt];
      return { look: 'date', allowed: { kind: 'number-between', ...DAY_RANGE, orWords } };
    }
    case 'bands':
    case 'linear':
    case 'proportional':
    case 'satisfaction':
    case 'count-ratio':
    case 'survey':
    case 'deduction':
    case 'per-count':
    case 'mean-of-items':
    case 'outside-index':
    case 'steps':
      return { look: 'fact' };
    default:
      return assertNever(rule);
  }
}
