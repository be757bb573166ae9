import type { Bilingual, Language } from '../../domain/language.ts';
import { RULE_WORDS } from '../../domain/messages/rule-messages.ts';
import type { AnswerOption, LabelledAward, Rule } from '../../domain/rule.ts';
import { awardOf, writeAward } from './award.ts';
import type { Entry } from './entries.ts';
import { isWord, newLabel, writeLabel } from './label.ts';
import { percentOf, writePercent } from './number.ts';
import { andThen, atLeastOne, mapParsed, type Parsed, parseEach, stopAt } from './piece.ts';

type RuleOf<Kind extends Rule['kind']> = Extract<Rule, { readonly kind: Kind }>;

/** Labels with what each gives, in order; no label twice. */
function parseLabelled(entries: readonly Entry[]): Parsed<readonly LabelledAward[]> {
  const labels: string[] = [];
  return parseEach(entries, ({ head, value }) =>
    andThen(newLabel(head, labels, 'label'), (label): Parsed<LabelledAward> => {
      labels.push(label);
      return mapParsed(awardOf(value, head.at + head.text.length), (award) => ({ label, award }));
    }),
  );
}

function writeLabelled(list: readonly LabelledAward[], language: Language, words: readonly Bilingual[] = []) {
  return list.map(({ label, award }) => `${writeLabel(label, words)}: ${writeAward(award, language)}`);
}

/** `Kịp thời: 1; Không kịp thời: 0,5; Không ban hành: 0`, in points or in percent of the maximum. */
export function parseChoice(entries: readonly Entry[], end: number): Parsed<RuleOf<'choice'>> {
  const options = andThen(parseLabelled(entries), (list) => atLeastOne(list, end, 'entry'));
  return mapParsed(options, (list) => ({ kind: 'choice', options: list }));
}

export function writeChoice(rule: RuleOf<'choice'>, language: Language): string {
  return writeLabelled(rule.options, language).join('; ');
}

/** `Vi phạm nhẹ: 50%; Nghiêm trọng: 100%; trừ tối đa: 2`: what each event takes away. */
export function parseDeduction(entries: readonly Entry[], end: number): Parsed<RuleOf<'deduction'>> {
  const isCap = ({ head }: Entry) => isWord(head, RULE_WORDS.deductedAtMost);
  const [cap, secondCap] = entries.filter(isCap);
  if (secondCap !== undefined) return stopAt(secondCap.head.at, 'label');
  const events = parseLabelled(entries.filter((entry) => !isCap(entry)));
  const listed = andThen(events, (list) => atLeastOne(list, end, 'entry'));
  return andThen(listed, (list): Parsed<RuleOf<'deduction'>> => {
    const rule = { kind: 'deduction', events: list } as const;
    if (cap === undefined) return { ok: true, value: rule };
    return mapParsed(awardOf(cap.value, cap.head.at + cap.head.text.length), (award) => ({
      ...rule,
      cap: award,
    }));
  });
}

export function writeDeduction(rule: RuleOf<'deduction'>, language: Language): string {
  const word = RULE_WORDS.deductedAtMost;
  const cap = rule.cap === undefined ? [] : [`${word[language]}: ${writeAward(rule.cap, language)}`];
  return [...writeLabelled(rule.events, language, [word]), ...cap].join('; ');
}

/** `A: 100%; B: 60%; E: không tính`: the weight of each answer. */
export function parseSurvey(entries: readonly Entry[], end: number): Parsed<RuleOf<'survey'>> {
  const labels: string[] = [];
  const options = parseEach(entries, ({ head, value }) =>
    andThen(newLabel(head, labels, 'label'), (label): Parsed<AnswerOption> => {
      labels.push(label);
      if (value === undefined) return stopAt(head.at + head.text.length, 'colon');
      if (isWord(value, RULE_WORDS.notCounted)) return { ok: true, value: { label } };
      return mapParsed(percentOf(value), (weight) => ({ label, weight }));
    }),
  );
  const listed = andThen(options, (list) => atLeastOne(list, end, 'entry'));
  return mapParsed(listed, (list) => ({ kind: 'survey', options: list }));
}

export function writeSurvey(rule: RuleOf<'survey'>, language: Language): string {
  return rule.options
    .map(({ label, weight }) => {
      const written = weight === undefined ? RULE_WORDS.notCounted[language] : writePercent(weight, language);
      return `${writeLabel(label)}: ${written}`;
    })
    .join('; ');
}
