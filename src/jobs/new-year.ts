import {
  type Component,
  type CriteriaSet,
  type CriterionNode,
  componentsOfSet,
} from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import type { PastResult } from '../domain/past-result.ts';
import type { PeriodInput } from '../domain/period-input.ts';
import type { ProofCase } from '../domain/proof-case.ts';
import { GroupIdSchema } from '../domain/unit.ts';
import type { Further } from '../workbook/further-tabs.ts';
import { defaultSettings } from '../workbook/setting-definitions.ts';
import type { LastYear } from './last-year.ts';

/** What the office chooses when it begins a year. */
export interface YearChoices {
  readonly language: Language;
  /** What is measured, as it stands in titles. */
  readonly period: string;
  /** Absent where the name of last year's workbook stays. */
  readonly province?: string;
  /** Sets that take the place of last year's of the same code, or come to them. */
  readonly sets: readonly CriteriaSet[];
}

/** A control workbook before anybody entered anything. */
export interface NewYear {
  readonly input: PeriodInput;
  readonly further: Further;
}

/** A set that goes on unchanged: its codes are those of the period before, whatever they were before that. */
function goingOn(set: CriteriaSet): CriteriaSet {
  const renewed = (node: CriterionNode): CriterionNode => {
    if (node.kind === 'branch') return { ...node, children: node.children.map(renewed) };
    const { previousCode: _, ...component }: Component = node;
    return component;
  };
  return { ...set, fields: set.fields.map(renewed) };
}

/** Last year's sets in their order, each replaced by the one that was chosen in its place; new ones come last. */
function setsOf(chosen: readonly CriteriaSet[], last: LastYear | undefined): readonly CriteriaSet[] {
  const before = last?.input.sets ?? [];
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((set) => chosen.find(({ id }) => id === set.id) ?? goingOn(set)),
    ...chosen.filter(({ id }) => !known.has(id)),
  ];
}

/** Cases that still speak of criteria that there are. */
function casesFor(sets: readonly CriteriaSet[], cases: readonly ProofCase[]): readonly ProofCase[] {
  return cases.filter((proof) => {
    const set = sets.find(({ id }) => id === proof.setId);
    const codes = new Set<string>(set === undefined ? [] : componentsOfSet(set).map(({ code }) => code));
    const named = [
      ...proof.expected.keys(),
      ...proof.exemptions.map(({ code }) => code),
      ...proof.assessments.flatMap(({ marks, declared }) => [...marks.keys(), ...(declared?.keys() ?? [])]),
    ];
    return named.every((code) => codes.has(code));
  });
}

/** Last year's results, then those of the years before as that workbook had them. */
function pastResults({ results, further }: LastYear): readonly PastResult[] {
  const keyOf = ({ period, unitId }: PastResult) => `${period}\n${unitId}`;
  const known = new Set(results.map(keyOf));
  return [...results, ...further.history.results.filter((result) => !known.has(keyOf(result)))];
}

/** Scored rows with a day when something was due: of a set that goes on unchanged it is a day of last year. */
export function datedComponents(set: CriteriaSet): readonly Component[] {
  return componentsOfSet(set).filter(({ rule }) => rule?.kind === 'lateness' && rule.due !== undefined);
}

/**
 * A year to begin with: settings, groups and units as last year, the chosen criteria sets, last year's results among
 * the past ones. Marks, exemptions, bonuses, decisions and predecessors are of a year and are not carried over.
 */
export function newYear(choices: YearChoices, last?: LastYear): NewYear {
  const { language, period, province } = choices;
  const sets = setsOf(choices.sets, last);
  const ids = new Set<string>(sets.map(({ id }) => id));
  const { notice: _, ...settings } = last?.input.settings ?? defaultSettings(language);
  const { scoring, bySet, analysis } = last?.input ?? {};
  const groups =
    last?.input.groups ??
    sets.map(({ id }) => ({ id: GroupIdSchema.parse(id), name: String(id), setId: id }));
  return {
    input: {
      settings: { ...settings, language, period, ...(province !== undefined && { province }) },
      ...(scoring !== undefined && { scoring }),
      ...(bySet !== undefined && { bySet: new Map([...bySet].filter(([id]) => ids.has(id))) }),
      ...(analysis !== undefined && { analysis }),
      groups,
      units: last?.input.units ?? [],
      sets,
      assessments: [],
      exemptions: [],
    },
    further: {
      history: { results: last === undefined ? [] : pastResults(last), links: [] },
      cases: casesFor(sets, last?.further.cases ?? []),
    },
  };
}
