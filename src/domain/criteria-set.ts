import type * as z from 'zod';
import { assertNever } from './assert-never.ts';
import { codeSchema } from './code.ts';
import { type Points, sumPoints } from './points.ts';
import type { Rule } from './rule.ts';

export const CriteriaSetIdSchema = codeSchema.brand<'CriteriaSetId'>();
export type CriteriaSetId = z.infer<typeof CriteriaSetIdSchema>;

/** The printed code of a row of the criteria table, such as 1, 1.10 or 2.3.1. */
export const CriterionCodeSchema = codeSchema.brand<'CriterionCode'>();
export type CriterionCode = z.infer<typeof CriterionCodeSchema>;

/** Who gives the marks of a component: the appraisers, or the people who were surveyed. */
export const BASES = ['appraisal', 'survey'] as const;
export type Basis = (typeof BASES)[number];

/** A leaf of the criteria tree: the row that receives marks. A field may itself be one. */
export interface Component {
  readonly kind: 'component';
  readonly code: CriterionCode;
  readonly name: string;
  readonly nameEn?: string;
  /** The block that the component's points belong to (appraised points, survey points). */
  readonly basis: Basis;
  readonly maxScore: Points;
  /** The regulation's own words, always shown beside the mark. */
  readonly ruleText?: string;
  /** How a declared value becomes points; absent when points are entered. */
  readonly rule?: Rule;
  /** The code of the same criterion in the set of the period before, when it had another one. */
  readonly previousCode?: CriterionCode;
}

/** A row that only gathers others: a field at the top of the tree, criteria below it, to any depth. */
export interface Branch {
  readonly kind: 'branch';
  readonly code: CriterionCode;
  readonly name: string;
  readonly nameEn?: string;
  /** Never empty. */
  readonly children: readonly CriterionNode[];
}

export type CriterionNode = Component | Branch;

/** The regulation's table for one level: fields, criteria and components, in printed order. */
export interface CriteriaSet {
  readonly id: CriteriaSetId;
  /** Changes whenever the regulation's table does; results of different versions are not compared blindly. */
  readonly version?: string;
  readonly fields: readonly CriterionNode[];
}

/** The components below a node, in printed order; a component is its own only component. */
export function componentsOf(node: CriterionNode): readonly Component[] {
  switch (node.kind) {
    case 'component':
      return [node];
    case 'branch':
      return node.children.flatMap(componentsOf);
    default:
      return assertNever(node);
  }
}

/** The code of a row and those of all rows below it. */
export function codesBelow(node: CriterionNode): readonly CriterionCode[] {
  return node.kind === 'component' ? [node.code] : [node.code, ...node.children.flatMap(codesBelow)];
}

/** All components of a set in printed order. */
export function componentsOfSet(set: CriteriaSet): readonly Component[] {
  return set.fields.flatMap(componentsOf);
}

/** A node's maximum in points: stated for a component, always the sum of the children for a branch. */
export function maxScoreOf(node: CriterionNode): Points {
  return sumPoints(componentsOf(node).map((component) => component.maxScore));
}
