import { assertNever } from '../domain/assert-never.ts';
import type { Component, CriterionNode } from '../domain/criteria-set.ts';
import { sumPoints } from '../domain/points.ts';
import type { ComponentResult, NodeResult } from '../domain/scoreboard.ts';

/** Parent = sum of its children, from the components up to the fields (par-index-method.md §4). */
export function rollUp(node: CriterionNode, resultOf: (component: Component) => ComponentResult): NodeResult {
  switch (node.kind) {
    case 'component':
      return resultOf(node);
    case 'branch': {
      const children = node.children.map((child) => rollUp(child, resultOf));
      return {
        kind: 'branch',
        code: node.code,
        earned: sumPoints(children.map((child) => child.earned)),
        attainable: sumPoints(children.map((child) => child.attainable)),
        children,
      };
    }
    default:
      return assertNever(node);
  }
}
