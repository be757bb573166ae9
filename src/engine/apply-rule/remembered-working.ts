import { assertNever } from '../../domain/assert-never.ts';
import type { Component } from '../../domain/criteria-set.ts';
import type { DeclaredValue } from '../../domain/declared-value.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Working } from '../../domain/working.ts';
import { applyRule } from './apply-rule.ts';

/** Workings of a component by what was declared; forgotten together with the component. */
const remembered = new WeakMap<Component, Map<string, Working>>();

/**
 * The working of a component's rule. Many units declare the same (100 %, Đạt, 2 of 2), so that each different
 * value is worked out once; a working depends on nothing but the component and the value.
 */
export function rememberedWorking(component: Component, rule: Rule, declared: DeclaredValue): Working {
  const known = remembered.get(component) ?? new Map<string, Working>();
  remembered.set(component, known);
  const key = keyOf(declared);
  const found = known.get(key);
  if (found !== undefined) return found;
  const working = applyRule(rule, declared, component.maxScore);
  known.set(key, working);
  return working;
}

const figure = ({ numerator, denominator }: Ratio): string => `${numerator}/${denominator}`;

/** A text that is different for every different declared value. */
function keyOf(declared: DeclaredValue): string {
  switch (declared.kind) {
    case 'points':
      return `points ${declared.points}`;
    case 'yes-no':
      return `yes-no ${declared.yes}`;
    case 'label':
      return `label ${declared.label}`;
    case 'rate':
      return `rate ${figure(declared.rate)}`;
    case 'part-of-whole':
      return `part ${figure(declared.part)} of ${figure(declared.whole)}`;
    case 'number':
      return `number ${figure(declared.value)}`;
    case 'date':
      return `date ${declared.date}`;
    case 'not-done':
      return 'not-done';
    case 'counts':
      return `counts ${JSON.stringify(declared.counts.map(({ label, count }) => [label, figure(count)]))}`;
    case 'items':
      return `items ${declared.values.map(figure).join(' ')}`;
    default:
      return assertNever(declared);
  }
}
