import type { Stage } from '../domain/assessment.ts';
import type { Component, CriteriaSet } from '../domain/criteria-set.ts';
import { foldLabel, isLabel } from './label.ts';
import { markedComponents, PROGRESS_HEADER } from './marks-columns.ts';

/** The rows above the units of a matrix, 0-based: what stands above each column. */
export const HEAD_ROWS = { name: 0, maximum: 1, rule: 2, entry: 3, code: 4 } as const;
export const HEAD_HEIGHT = 5;

/** Where things are in a matrix as the product makes it; staff may move them all. */
export interface MarksShape {
  readonly components: readonly Component[];
  /** The column that counts entries; absent where a criterion bears its name as a code. */
  readonly progress?: number;
  /** The column of the first component. */
  readonly firstMark: number;
}

const AFTER_NAMES = 2;

export function marksShape(set: CriteriaSet, stage: Stage): MarksShape {
  const components = markedComponents(set, stage);
  const isTaken = components.some(({ code }) => isLabel(foldLabel(code), PROGRESS_HEADER));
  if (isTaken) return { components, firstMark: AFTER_NAMES };
  return { components, progress: AFTER_NAMES, firstMark: AFTER_NAMES + 1 };
}
