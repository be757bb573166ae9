import {
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  componentsOfSet,
  maxScoreOf,
} from '../../domain/criteria-set.ts';
import { sumPoints } from '../../domain/points.ts';
import {
  NODE_ASPECTS,
  type NodeAspect,
  type NodeDifference,
  type PlacedNode,
  type SetDifference,
} from '../../domain/set-difference.ts';
import { canonicalJson } from '../canonical-json.ts';

function placedNodes(nodes: readonly CriterionNode[], parent?: CriterionCode): readonly PlacedNode[] {
  return nodes.flatMap((node) => [
    { node, maxScore: maxScoreOf(node), ...(parent !== undefined && { parent }) },
    ...(node.kind === 'branch' ? placedNodes(node.children, node.code) : []),
  ]);
}

/**
 * The row of the earlier set that each row of the later one goes on from: the one that it names as its previous code,
 * else the one of its own code, unless another row names that.
 */
function predecessors(
  after: readonly PlacedNode[],
  before: readonly PlacedNode[],
): ReadonlyMap<PlacedNode, PlacedNode> {
  const byCode = new Map(before.map((placed) => [placed.node.code, placed]));
  const named = after.flatMap((placed): readonly (readonly [PlacedNode, PlacedNode])[] => {
    const { node } = placed;
    const earlier = node.kind === 'component' ? byCode.get(node.previousCode ?? node.code) : undefined;
    const isNamed = node.kind === 'component' && node.previousCode !== undefined;
    return isNamed && earlier !== undefined ? [[placed, earlier]] : [];
  });
  const found = new Map(named);
  const taken = new Set(named.map(([, earlier]) => earlier));
  for (const placed of after) {
    const earlier = byCode.get(placed.node.code);
    if (found.has(placed) || earlier === undefined || taken.has(earlier)) continue;
    found.set(placed, earlier);
    taken.add(earlier);
  }
  return found;
}

/** What a row says of each aspect, as text that is equal for equal things. */
function aspectText({ node, parent, maxScore }: PlacedNode, aspect: NodeAspect): string {
  switch (aspect) {
    case 'code':
      return node.code;
    case 'name':
      return canonicalJson([node.name, node.nameEn ?? null]);
    case 'parent':
      return parent ?? '';
    case 'maximum':
      return String(maxScore);
    case 'scored':
      return node.kind;
    case 'basis':
      return node.kind === 'component' ? node.basis : '';
    case 'rule':
      return node.kind === 'component' && node.rule !== undefined ? canonicalJson(node.rule) : '';
    default:
      return node.kind === 'component' ? (node.ruleText ?? '') : '';
  }
}

/** A parent that only got another code is the same parent. */
function isSameAspect(
  aspect: NodeAspect,
  [before, after]: readonly [PlacedNode, PlacedNode],
  codes: ReadonlyMap<CriterionCode, CriterionCode>,
): boolean {
  if (aspect !== 'parent' || after.parent === undefined)
    return aspectText(before, aspect) === aspectText(after, aspect);
  return before.parent === (codes.get(after.parent) ?? after.parent);
}

/** Every row that came, went or changed between two versions of a set. */
export function compareSets(after: CriteriaSet, before: CriteriaSet): SetDifference {
  const [later, earlier] = [placedNodes(after.fields), placedNodes(before.fields)];
  const known = predecessors(later, earlier);
  const codes = new Map([...known].map(([placed, from]) => [placed.node.code, from.node.code]));
  const nodes = later.flatMap((placed): readonly NodeDifference[] => {
    const from = known.get(placed);
    if (from === undefined) return [{ kind: 'added', after: placed }];
    const aspects = NODE_ASPECTS.filter((aspect) => !isSameAspect(aspect, [from, placed], codes));
    return aspects.length === 0 ? [] : [{ kind: 'changed', before: from, after: placed, aspects }];
  });
  const kept = new Set(known.values());
  const removed = earlier.filter((placed) => !kept.has(placed));
  const total = (set: CriteriaSet) => sumPoints(componentsOfSet(set).map(({ maxScore }) => maxScore));
  return {
    versions: {
      ...(before.version !== undefined && { before: before.version }),
      ...(after.version !== undefined && { after: after.version }),
    },
    maxima: { before: total(before), after: total(after) },
    nodes: [...nodes, ...removed.map((placed): NodeDifference => ({ kind: 'removed', before: placed }))],
  };
}
