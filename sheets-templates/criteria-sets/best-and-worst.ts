import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import { ratio } from '../../src/domain/ratio.ts';
import type { Rule } from '../../src/domain/rule.ts';

const ONE = ratio(1, 1);
const NONE = ratio(0, 1);

type BestAndWorst = readonly [best: DeclaredValue, worst: DeclaredValue];

const number = (value: number): DeclaredValue => ({ kind: 'number', value: ratio(value, 1) });
const answers = (label: string): DeclaredValue => ({ kind: 'counts', counts: [{ label, count: ONE }] });

/** The best and the worst that a unit could declare under a rule of these sets. */
export function bestAndWorst(rule: Rule): BestAndWorst {
  switch (rule.kind) {
    case 'yes-no':
      return [
        { kind: 'yes-no', yes: true },
        { kind: 'yes-no', yes: false },
      ];
    case 'choice': {
      const last = rule.options.at(-1) ?? rule.options[0];
      return [
        { kind: 'label', label: rule.options[0].label },
        { kind: 'label', label: last.label },
      ];
    }
    case 'deduction':
      return [number(0), number(100)];
    case 'per-count':
    case 'outside-index':
      return [number(100), number(0)];
    case 'lateness':
      return [rule.due === undefined ? number(0) : { kind: 'date', date: rule.due }, { kind: 'not-done' }];
    case 'survey':
      return [answers('A'), answers('D')];
    default:
      return [
        { kind: 'rate', rate: ONE },
        { kind: 'rate', rate: NONE },
      ];
  }
}
