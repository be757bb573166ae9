import { CalendarDateSchema } from '../../src/domain/calendar-date.ts';
import type { Basis, Component, CriteriaSet, CriterionNode } from '../../src/domain/criteria-set.ts';
import type { DeclaredValue } from '../../src/domain/declared-value.ts';
import { type Ratio, ratio } from '../../src/domain/ratio.ts';
import type { Award, LabelledAward, LatenessStep, Rule, RuleBand } from '../../src/domain/rule.ts';
import { aBranch, aComponent, aSet, points } from '../engine/builders.ts';
import { cell, type Row, readTable } from './read-table.ts';

interface Parameters {
  readonly bands?: readonly (readonly [number, number])[];
  readonly options?: readonly (readonly [string, number])[];
  readonly steps?: readonly (readonly [number | null, number, string])[];
  readonly weights?: readonly number[];
  readonly per_event?: number;
  readonly per_item?: number;
  readonly full?: number;
  readonly floor?: number;
  readonly from_pct?: number;
  readonly to_pct?: number;
  readonly scale?: number;
}

const percent = (value: number | undefined): Ratio => ratio(Math.round((value ?? 0) * 100), 10_000);
const give = (value: number): Award => ({ kind: 'points', points: points(value) });

function nonEmpty<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('a rule of the demonstration set has no steps');
  return [first, ...rest];
}

const RULES: Readonly<Record<string, (given: Parameters) => Rule>> = {
  boolean: () => ({ kind: 'yes-no' }),
  choice: ({ options = [] }) => ({
    kind: 'choice',
    options: nonEmpty(options.map(([label, value]): LabelledAward => ({ label, award: give(value) }))),
  }),
  ratio_bands: ({ bands = [] }) => ({
    kind: 'bands',
    of: 'rate',
    bands: nonEmpty(
      bands
        .filter(([from]) => from > 0)
        .map(
          ([from, value]): RuleBand => ({
            bound: { comparison: '>=', value: percent(from) },
            award: give(value),
          }),
        ),
    ),
    otherwise: give(bands.find(([from]) => from === 0)?.[1] ?? 0),
  }),
  ratio_proportional: ({ full, floor }) => ({
    kind: 'proportional',
    full: percent(full),
    floor: { comparison: '>=', value: percent(floor) },
  }),
  linear: ({ from_pct, to_pct }) => ({
    kind: 'linear',
    of: 'rate',
    from: percent(from_pct),
    to: percent(to_pct),
  }),
  deduct_per_event: ({ per_event }) => ({
    kind: 'deduction',
    events: [{ label: 'event', award: give(per_event ?? 0) }],
  }),
  count_times: ({ per_item }) => ({ kind: 'per-count', each: points(per_item ?? 0) }),
  external_index: ({ scale }) => ({ kind: 'outside-index', scale: ratio(scale ?? 0, 1) }),
  lateness_steps: ({ steps = [] }) => ({
    kind: 'lateness',
    due: CalendarDateSchema.parse('2024-01-15'),
    steps: nonEmpty(
      steps.flatMap(([days, value]): readonly LatenessStep[] =>
        days === null ? [] : [{ atMostDays: days, award: give(value) }],
      ),
    ),
    otherwise: give(steps.find(([days]) => days === null)?.[1] ?? 0),
  }),
  survey_weighted: ({ weights = [] }) => ({
    kind: 'survey',
    options: nonEmpty(
      weights.map((weight, place) => ({ label: 'ABCD'[place] ?? '', weight: percent(weight) })),
    ),
  }),
  survey_satisfaction: () => ({ kind: 'satisfaction' }),
};

function ruleOf(row: Row): Rule {
  const make = RULES[cell(row, 'rule_type')];
  if (make === undefined) throw new Error(`an unknown rule: ${cell(row, 'rule_type')}`);
  return make(JSON.parse(cell(row, 'rule_params_json')) as Parameters);
}

function componentOf(row: Row): Component {
  const basis: Basis = cell(row, 'data_source') === 'XHH' ? 'survey' : 'appraisal';
  const component = aComponent(cell(row, 'code'), Number(cell(row, 'max_points')), basis);
  return { ...component, rule: ruleOf(row), ruleText: cell(row, 'rule_text_vi') };
}

/** One of the demonstration sets; a row without a rule gathers the rows whose code goes on from its own. */
export function readDemoSet(name: string): { readonly set: CriteriaSet; readonly rows: readonly Row[] } {
  const rows = readTable(`demo-sets/${name}.tsv`);
  const childrenOf = (parent: string): readonly CriterionNode[] =>
    rows
      .filter((row) => cell(row, 'code').split('.').slice(0, -1).join('.') === parent)
      .map((row) =>
        cell(row, 'rule_type') === ''
          ? aBranch(cell(row, 'code'), childrenOf(cell(row, 'code')))
          : componentOf(row),
      );
  return { set: aSet(childrenOf('')), rows };
}

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
      return [{ kind: 'date', date: CalendarDateSchema.parse('2024-01-15') }, { kind: 'not-done' }];
    case 'survey':
      return [answers('A'), answers('D')];
    default:
      return [
        { kind: 'rate', rate: ONE },
        { kind: 'rate', rate: NONE },
      ];
  }
}
