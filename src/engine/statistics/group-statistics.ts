import {
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  maxScoreOf,
} from '../../domain/criteria-set.ts';
import { subtractPoints, sumPoints } from '../../domain/points.ts';
import { type Ratio, ratio } from '../../domain/ratio.ts';
import type { GroupResult, NodeResult } from '../../domain/scoreboard.ts';
import type { CriterionStatistics, Distribution, GroupStatistics } from '../../domain/statistics.ts';
import { distributionOf } from './distribution.ts';
import { scaled, wholeDistribution } from './whole-distribution.ts';

/** The figures of a group and of every row of its set over the ranked units (docs/analysis.md). */
export function groupStatistics(result: GroupResult, set: CriteriaSet): GroupStatistics {
  const index = distributionOf(result.ranked.map((unit) => unit.index));
  const rows = resultsByCode(result.ranked.map(({ sheet }) => sheet.fields));
  return {
    groupId: result.group.id,
    ...(index === undefined ? {} : { index }),
    criteria: set.fields.flatMap((field) => rowsBelow(field, 0, rows)),
  };
}

type ResultsByCode = ReadonlyMap<CriterionCode, readonly NodeResult[]>;

function resultsByCode(sheets: readonly (readonly NodeResult[])[]): ResultsByCode {
  const byCode = new Map<CriterionCode, NodeResult[]>();
  const add = (result: NodeResult): void => {
    const list = byCode.get(result.code);
    if (list === undefined) byCode.set(result.code, [result]);
    else list.push(result);
    if (result.kind === 'branch') result.children.map(add);
  };
  sheets.flat().map(add);
  return byCode;
}

function rowsBelow(node: CriterionNode, depth: number, rows: ResultsByCode): readonly CriterionStatistics[] {
  const own = rowStatistics(node, depth, rows.get(node.code) ?? []);
  if (node.kind === 'component') return [own];
  return [own, ...node.children.flatMap((child) => rowsBelow(child, depth + 1, rows))];
}

function rowStatistics(
  node: CriterionNode,
  depth: number,
  results: readonly NodeResult[],
): CriterionStatistics {
  const applying = results.filter((result) => result.attainable > 0);
  const points = wholeDistribution(applying.map(({ earned }) => earned));
  const share = shareDistribution(applying, points);
  const atFullMark = applying.filter(({ earned, attainable }) => earned === attainable).length;
  const atZero = applying.filter(({ earned }) => earned === 0).length;
  return {
    code: node.code,
    depth,
    isComponent: node.kind === 'component',
    maxScore: maxScoreOf(node),
    ...(points === undefined ? {} : { points }),
    ...(share === undefined ? {} : { share, shareOfMax: totalShare(applying) }),
    atFullMark,
    atZero,
    ...(applying.length === 0
      ? {}
      : {
          shareAtFullMark: ratio(100 * atFullMark, applying.length),
          shareAtZero: ratio(100 * atZero, applying.length),
        }),
    lost: sumPoints(applying.map(({ earned, attainable }) => subtractPoints(attainable, earned))),
  };
}

/** Where the same is attainable for everyone, a share is the points in another unit. */
function shareDistribution(
  applying: readonly NodeResult[],
  points: Distribution | undefined,
): Distribution | undefined {
  const [first] = applying;
  if (first === undefined || points === undefined) return undefined;
  if (applying.every(({ attainable }) => attainable === first.attainable)) {
    return scaled(points, ratio(100, first.attainable));
  }
  return distributionOf(applying.map(({ earned, attainable }) => ratio(100 * earned, attainable)));
}

function totalShare(results: readonly NodeResult[]): Ratio {
  const sum = (figure: 'earned' | 'attainable'): bigint =>
    results.reduce((total, result) => total + BigInt(result[figure]), 0n);
  return ratio(100n * sum('earned'), sum('attainable'));
}
