import { type CriteriaSet, type CriterionNode, componentsOfSet } from '../../domain/criteria-set.ts';
import type { Language } from '../../domain/language.ts';
import type { GroupAnalysis } from '../../domain/period-analysis.ts';
import type { GroupResult } from '../../domain/scoreboard.ts';

/** One ranking group as its tabs show it: its results, what is told of them, and the table that it was scored by. */
export interface GroupView {
  readonly result: GroupResult;
  readonly analysis: GroupAnalysis;
  readonly set: CriteriaSet;
}

/** A row's name in the reader's language; the Vietnamese one where no English name is given. */
export function criterionName(node: Pick<CriterionNode, 'name' | 'nameEn'>, language: Language): string {
  return language === 'en' && node.nameEn !== undefined ? node.nameEn : node.name;
}

/** The component with this code in the group's set. */
export function componentNamed({ set }: GroupView, code: string) {
  return componentsOfSet(set).find((component) => component.code === code);
}
