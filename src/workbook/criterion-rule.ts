import type { Language } from '../domain/language.ts';
import { RULE_MESSAGES } from '../domain/messages/rule-messages.ts';
import { RULE_KINDS, type Rule, type RuleKind } from '../domain/rule.ts';
import { type Option, optionReader } from './cell-option.ts';
import { readText } from './cell-text.ts';
import { parseRule } from './notation/rule.ts';
import { givenText } from './reading.ts';
import type { RowReader } from './row-reader.ts';

/** The words of the drop-down from which staff choose how a component is scored. */
export const RULE_OPTIONS: readonly Option<RuleKind>[] = RULE_KINDS.map((value) => ({
  value,
  word: RULE_MESSAGES[value].word,
}));

export const RULE_KIND_HEADER = { vi: 'Cách chấm', en: 'Rule' };

/** How a component is scored: a kind and its parameters; nothing when points are entered themselves. */
export function readRule(
  reader: RowReader<'ruleKind' | 'ruleParameters'>,
  language: Language,
): Rule | undefined {
  const kind = reader.optional('ruleKind', optionReader(RULE_OPTIONS, language));
  const parameters = reader.optional('ruleParameters', readText) ?? '';
  const kindIsEmpty = givenText(reader.cell('ruleKind')) === '';
  if (kindIsEmpty && parameters !== '') {
    reader.report('ruleKind', { code: 'missing-value', header: RULE_KIND_HEADER[language] });
  }
  if (kind === undefined) return undefined;
  const rule = parseRule(kind, parameters);
  if (rule.ok) return rule.value;
  const { at, expected, words } = rule.stop;
  reader.report('ruleParameters', {
    code: 'not-a-rule',
    given: givenText(parameters),
    rule: kind,
    at: at + 1,
    expected,
    ...(words !== undefined && { words }),
  });
  return undefined;
}
