import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import type { Language } from '../../src/domain/language.ts';
import type { LabelledAward, Rule } from '../../src/domain/rule.ts';
import { parseRule, writeRule } from '../../src/workbook/notation/rule.ts';
import { anyBandsRules, isReached, rules } from '../engine/rule-arbitraries.ts';
import { texts } from './arbitraries.ts';

const languages = fc.constantFrom<Language>('vi', 'en');
const HARD_LABELS = [
  'còn lại',
  'remainder',
  'trừ tối đa',
  'a: b; c',
  '"',
  '“x”',
  'tử / mẫu',
  'e-mail',
  '- a',
  '1/2',
  '90%',
];
const labels = fc
  .uniqueArray(fc.oneof(texts, fc.constantFrom(...HARD_LABELS)), {
    selector: (label) => label.normalize('NFC').replace(/\s+/g, ' ').toLowerCase(),
    minLength: 1,
    maxLength: 4,
  })
  .map((list): readonly [string, ...string[]] => [list[0] ?? 'A', ...list.slice(1)]);

/** Rules whose labels are anything that staff may type. */
const labelledRules: fc.Arbitrary<Rule> = labels.chain(([first, ...rest]) => {
  const award = (label: string): LabelledAward => ({
    label,
    award: { kind: 'share', share: { numerator: 1n, denominator: 3n } },
  });
  return fc.constantFrom<Rule>(
    { kind: 'choice', options: [award(first), ...rest.map(award)] },
    { kind: 'deduction', events: [award(first), ...rest.map(award)] },
    { kind: 'survey', options: [{ label: first }, ...rest.map((label) => ({ label }))] },
    {
      kind: 'count-ratio',
      part: [{ sign: '-', label: first }, ...rest.map((label) => ({ sign: '+' as const, label }))],
      whole: [{ sign: '+', label: first }, ...rest.map((label) => ({ sign: '-' as const, label }))],
      scoredBy: { kind: 'satisfaction' },
    },
  );
});

test.prop([fc.oneof(rules, labelledRules), languages], { numRuns: 2000 })(
  'a rule of any kind that is written in either language is read back as it was',
  (rule, language) => {
    expect(parseRule(rule.kind, writeRule(rule, language))).toEqual({ ok: true, value: rule });
  },
);

test.prop([rules, fc.oneof(fc.string({ unit: 'grapheme' }), texts), fc.nat(60), fc.nat(20)], {
  numRuns: 2000,
})(
  'whatever is typed for a rule is read or stopped at a place inside the text',
  (rule, typed, at, length) => {
    const written = writeRule(rule, 'vi');
    const text = written.slice(0, at) + typed + written.slice(at + length);
    const outcome = parseRule(rule.kind, text);
    if (outcome.ok) {
      expect(parseRule(rule.kind, writeRule(outcome.value, 'en'))).toEqual(outcome);
    } else {
      expect(outcome.stop.at).toBeGreaterThanOrEqual(0);
      expect(outcome.stop.at).toBeLessThanOrEqual(text.length);
    }
  },
);

test.prop([anyBandsRules, languages], { numRuns: 2000 })(
  'bands are read when a figure can come to each of them, and else stopped at the first that none can',
  (rule, language) => {
    const text = writeRule(rule, language);
    const outcome = parseRule('bands', text);
    const idle = rule.bands.findIndex((band) => !isReached(band, rule));
    if (idle === -1) {
      expect(outcome).toEqual({ ok: true, value: rule });
      return;
    }
    const before = text.split('; ').slice(0, idle).join('; ');
    const at = before.length + (idle === 0 ? 0 : 2);
    expect(outcome).toEqual({ ok: false, stop: { at, expected: 'reachable-bound' } });
  },
);
