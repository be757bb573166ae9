import { assertNever } from '../domain/assert-never.ts';
import type { CriterionCode, CriterionNode } from '../domain/criteria-set.ts';
import { type Points, sumPoints } from '../domain/points.ts';
import type { BranchResult, ComponentResult, NodeResult } from '../domain/scoreboard.ts';
import { afterPenalty } from './penalties.ts';

/**
 * Parent = sum of its children, from the components up to the fields (docs/method.md §3), less a penalty
 * on the parent itself.
 *
 * @param next gives the results of the components one after another, in printed order
 */
export function rollUp(
  node: CriterionNode,
  next: () => ComponentResult,
  penalties: ReadonlyMap<CriterionCode, Points>,
): NodeResult {
  switch (node.kind) {
    case 'component':
      return next();
    case 'branch': {
      const children = node.children.map((child) => rollUp(child, next, penalties));
      const sums: BranchResult = {
        kind: 'branch',
        code: node.code,
        earned: sumPoints(children.map((child) => child.earned)),
        attainable: sumPoints(children.map((child) => child.attainable)),
        children,
      };
      return afterPenalty(sums, penalties);
    }
    default:
      return assertNever(node);
  }
}
