import type { OverClaims } from '../../domain/analysis.ts';
import type { GroupResult, NodeResult, ScoreSheet } from '../../domain/scoreboard.ts';
import type { PeriodResults } from '../output/period-results.ts';

/** What a group without any self-assessment has: no tab then has a column for it. */
const NO_CLAIMS: OverClaims = { byUnit: new Map(), byCriterion: new Map() };

/** A council's decision counts and is told; its reasons and whose they are stay with the office. */
function publicNode(node: NodeResult): NodeResult {
  if (node.kind === 'branch') return { ...node, children: node.children.map(publicNode) };
  const { override } = node;
  return override === undefined ? node : { ...node, override: { ...override, reason: '', decidedBy: '' } };
}

function publicUnit<U extends { readonly sheet: ScoreSheet }>(unit: U): U {
  return { ...unit, sheet: { ...unit.sheet, fields: unit.sheet.fields.map(publicNode) } };
}

function publicGroup(group: GroupResult): GroupResult {
  return {
    ...group,
    ranked: group.ranked.map(publicUnit),
    unranked: group.unranked.map(publicUnit),
  };
}

/**
 * The results of a period as anybody may see them. What units claimed for themselves, and what the office wrote for
 * its own use, is taken out before any tab is rendered: no tab, of now or to come, can show what it does not get.
 */
export function publicResults({ input, scoreboard, analysis }: PeriodResults): PeriodResults {
  return {
    input,
    scoreboard: { ...scoreboard, groups: scoreboard.groups.map(publicGroup) },
    analysis: {
      ...analysis,
      groups: analysis.groups.map((group) => ({ ...group, claims: NO_CLAIMS })),
    },
  };
}
