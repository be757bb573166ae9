import type { CriterionCode, CriterionNode } from './criteria-set.ts';
import type { Points } from './points.ts';

/** A row of a criteria set, the row above it, and its maximum: of a branch the sum of what is below it. */
export interface PlacedNode {
  readonly node: CriterionNode;
  readonly parent?: CriterionCode;
  readonly maxScore: Points;
}

/** What may differ between two versions of a row. */
export const NODE_ASPECTS = [
  'code',
  'name',
  'parent',
  'maximum',
  'scored',
  'basis',
  'rule',
  'regulation',
] as const;
export type NodeAspect = (typeof NODE_ASPECTS)[number];

/** A row that came, went or changed from one version of a set to the next. */
export type NodeDifference =
  | { readonly kind: 'added'; readonly after: PlacedNode }
  | { readonly kind: 'removed'; readonly before: PlacedNode }
  | {
      readonly kind: 'changed';
      readonly before: PlacedNode;
      readonly after: PlacedNode;
      /** Never empty, in the order of NODE_ASPECTS. */
      readonly aspects: readonly NodeAspect[];
    };

/** What became of a criteria set from one version to the next. */
export interface SetDifference {
  readonly versions: { readonly before?: string; readonly after?: string };
  readonly maxima: { readonly before: Points; readonly after: Points };
  /** In the order of the later version; rows that went come last, in the order of the earlier one. */
  readonly nodes: readonly NodeDifference[];
}
