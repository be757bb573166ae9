import type { Component } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import { RULE_MESSAGES } from '../domain/messages/rule-messages.ts';
import { POINTS_WORD } from './enter-cell.ts';
import { writeRule } from './notation/rule.ts';

/** How a component is scored, in words: its rule, else the regulation's text, else that points are given. */
export function ruleWords({ rule, ruleText }: Component, language: Language): string {
  if (rule === undefined) return ruleText ?? RULE_MESSAGES.judgement.word[language];
  const parameters = writeRule(rule, language);
  const word = RULE_MESSAGES[rule.kind].word[language];
  return parameters === '' ? word : `${word}: ${parameters}`;
}

/** What is typed into the cells of a component. */
export function entryWords({ rule }: Component, language: Language): string {
  return rule === undefined ? POINTS_WORD[language] : RULE_MESSAGES[rule.kind].entry[language];
}
