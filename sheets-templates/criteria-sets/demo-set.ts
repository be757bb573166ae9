import { URL } from 'node:url';
import type { CalendarDate } from '../../src/domain/calendar-date.ts';
import {
  type Basis,
  type Component,
  type CriteriaSet,
  CriteriaSetIdSchema,
  type CriterionCode,
  CriterionCodeSchema,
  type CriterionNode,
} from '../../src/domain/criteria-set.ts';
import { asPoints, POINT, type Points } from '../../src/domain/points.ts';
import { type Ratio, ratio } from '../../src/domain/ratio.ts';
import type { Award, LabelledAward, LatenessStep, Rule, RuleBand } from '../../src/domain/rule.ts';
import { cell, type Row, readTableFile } from '../table-file.ts';

/** The levels that have a demonstration set: departments, districts, communes. */
export type DemoLevel = 'so' | 'huyen' | 'xa';

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

/** What a rule is made from: its parameters, the regulation's words, and the day when plans are due. */
interface RuleSource {
  readonly given: Parameters;
  readonly text: string;
  readonly due: CalendarDate;
}

const points = (value: number | string): Points => asPoints(Math.round(Number(value) * POINT));
const percent = (value: number | undefined): Ratio => ratio(Math.round((value ?? 0) * 100), 10_000);
const give = (value: number): Award => ({ kind: 'points', points: points(value) });

function nonEmpty<T>(values: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('a rule of the demonstration set has no steps');
  return [first, ...rest];
}

/** What is deducted for, in the words of "mỗi báo cáo chậm: trừ 0,25". */
function eventOf(text: string): string {
  const [, event] = /mỗi ([^:]+): trừ/.exec(text) ?? [];
  if (event === undefined) throw new Error(`no event in ${text}`);
  return event;
}

const RULES: Readonly<Record<string, (source: RuleSource) => Rule>> = {
  boolean: () => ({ kind: 'yes-no' }),
  choice: ({ given: { options = [] } }) => ({
    kind: 'choice',
    options: nonEmpty(options.map(([label, value]): LabelledAward => ({ label, award: give(value) }))),
  }),
  ratio_bands: ({ given: { bands = [] } }) => ({
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
  ratio_proportional: ({ given: { full, floor } }) => ({
    kind: 'proportional',
    full: percent(full),
    floor: { comparison: '>=', value: percent(floor) },
  }),
  linear: ({ given: { from_pct, to_pct } }) => ({
    kind: 'linear',
    of: 'rate',
    from: percent(from_pct),
    to: percent(to_pct),
  }),
  deduct_per_event: ({ given: { per_event }, text }) => ({
    kind: 'deduction',
    events: [{ label: eventOf(text), award: give(per_event ?? 0) }],
  }),
  count_times: ({ given: { per_item } }) => ({ kind: 'per-count', each: points(per_item ?? 0) }),
  external_index: ({ given: { scale } }) => ({ kind: 'outside-index', scale: ratio(scale ?? 0, 1) }),
  lateness_steps: ({ given: { steps = [] }, due }) => ({
    kind: 'lateness',
    due,
    steps: nonEmpty(
      steps.flatMap(([days, value]): readonly LatenessStep[] =>
        days === null ? [] : [{ atMostDays: days, award: give(value) }],
      ),
    ),
    otherwise: give(steps.find(([days]) => days === null)?.[1] ?? 0),
  }),
  survey_weighted: ({ given: { weights = [] } }) => ({
    kind: 'survey',
    options: nonEmpty(
      weights.map((weight, place) => ({ label: 'ABCD'[place] ?? '', weight: percent(weight) })),
    ),
  }),
  survey_satisfaction: () => ({ kind: 'satisfaction' }),
};

function ruleOf(row: Row, due: CalendarDate): Rule {
  const make = RULES[cell(row, 'rule_type')];
  if (make === undefined) throw new Error(`an unknown rule: ${cell(row, 'rule_type')}`);
  const given = JSON.parse(cell(row, 'rule_params_json')) as Parameters;
  return make({ given, text: cell(row, 'rule_text_vi'), due });
}

/** Steps of the printed text that no value can meet, such as "from 100 % to below 100 %". */
const EMPTY_STEP = /^(?:Từ (\d+%) - dưới \1|Dưới 0%):/;

/** The regulation's words on one line: how the row is scored, then its evidence or when it does not apply. */
function textOf(row: Row): string {
  const steps = cell(row, 'rule_text_vi').split(' | ');
  const scoring = steps.filter((step) => !EMPTY_STEP.test(step)).join('; ');
  const [evidence = '', exempt] = cell(row, 'evidence_or_na_vi')
    .trim()
    .split(/\s*\[|\]/);
  return [
    scoring,
    ...(evidence === '' ? [] : [`Tài liệu kiểm chứng: ${evidence}`]),
    ...(exempt === undefined ? [] : [exempt]),
  ].join('. ');
}

function englishNames(): ReadonlyMap<string, string> {
  const rows = readTableFile(new URL('english-names.tsv', import.meta.url));
  return new Map(rows.map((row) => [cell(row, 'name_vi'), cell(row, 'name_en')]));
}

const codeOf = (row: Row): CriterionCode => CriterionCodeSchema.parse(cell(row, 'code'));

interface DemoSetOptions {
  readonly id: string;
  /** The day by which the plan of the year is due. */
  readonly due: CalendarDate;
}

/** One of the demonstration sets; a row without a rule gathers the rows whose code goes on from its own. */
export function readDemoSet(
  level: DemoLevel,
  { id, due }: DemoSetOptions,
): { readonly set: CriteriaSet; readonly rows: readonly Row[] } {
  const rows = readTableFile(new URL(`demo-${level}.tsv`, import.meta.url));
  const english = englishNames();
  const namesOf = (row: Row) => {
    const name = cell(row, 'name_vi');
    const nameEn = english.get(name);
    if (nameEn === undefined) throw new Error(`no English name for ${name}`);
    return { name, nameEn };
  };
  const componentOf = (row: Row): Component => {
    const basis: Basis = cell(row, 'data_source') === 'XHH' ? 'survey' : 'appraisal';
    const maxScore = points(cell(row, 'max_points'));
    const scoring = { ruleText: textOf(row), rule: ruleOf(row, due) };
    return { kind: 'component', code: codeOf(row), ...namesOf(row), basis, maxScore, ...scoring };
  };
  const childrenOf = (parent: string): readonly CriterionNode[] =>
    rows
      .filter((row) => cell(row, 'code').split('.').slice(0, -1).join('.') === parent)
      .map((row) =>
        cell(row, 'rule_type') === ''
          ? { kind: 'branch', code: codeOf(row), ...namesOf(row), children: childrenOf(cell(row, 'code')) }
          : componentOf(row),
      );
  return { set: { id: CriteriaSetIdSchema.parse(id), fields: childrenOf('') }, rows };
}
