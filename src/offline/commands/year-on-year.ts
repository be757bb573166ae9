import type { IndexChange, UnitComparison } from '../../domain/comparison.ts';
import { formatPoints, formatRatio } from '../../domain/number-format.ts';
import type { GroupAnalysis } from '../../domain/period-analysis.ts';
import type { Ratio } from '../../domain/ratio.ts';
import type { GroupResult } from '../../domain/scoreboard.ts';
import { analysePeriod } from '../../engine/analysis/analyse-period.ts';
import { comparePeriodLabels } from '../../engine/compare/period-order.ts';
import { contextOf, type OutputContext } from '../../workbook/output/output-context.ts';
import type { Compared } from './load-compared.ts';

type Figure = (value: Ratio) => string;

/** Rounded once each, so that a change shown is the exact change and not that of shown figures. */
function change(of: IndexChange | undefined, figure: Figure) {
  if (of === undefined) return null;
  const { before, now, change: by, rank, grade, points } = of;
  return {
    index: { before: figure(before), now: figure(now), change: figure(by) },
    rank: rank ?? null,
    class: grade ?? null,
    points:
      points === undefined
        ? null
        : {
            before: formatPoints(points.before, 'en'),
            now: formatPoints(points.now, 'en'),
            change: formatPoints(points.change, 'en'),
          },
  };
}

function sharedCriteria({ likeForLike }: UnitComparison, figure: Figure) {
  if (likeForLike === undefined) return null;
  const { components, before, now, change: by } = likeForLike;
  return { components, before: figure(before), now: figure(now), change: figure(by) };
}

function moved(of: GroupAnalysis['published'], figure: Figure) {
  if (of === undefined) return null;
  const { up, down, unchanged, meanChange } = of;
  return { up, down, unchanged, meanChange: meanChange === undefined ? null : figure(meanChange) };
}

function groupOnGroup(analysis: GroupAnalysis, result: GroupResult, context: OutputContext) {
  const { figures } = contextOf(result, context);
  const figure: Figure = (value) => formatRatio(value, figures, 'en');
  const names = new Map(
    [...result.ranked, ...result.unranked].map(({ sheet }) => [sheet.unit.id, sheet.unit.name] as const),
  );
  return {
    group: analysis.group.id,
    name: analysis.group.name,
    movements: {
      published: moved(analysis.published, figure),
      recomputed: moved(analysis.recomputed, figure),
    },
    units: analysis.units.map(({ unitId, comparison }) => ({
      unit: unitId,
      name: names.get(unitId) ?? '',
      lineage: comparison.lineage,
      setVersionChanged: comparison.setVersionChanged,
      published: change(comparison.published, figure),
      recomputed: change(comparison.recomputed, figure),
      likeForLike: sharedCriteria(comparison, figure),
      reference: comparison.reference === undefined ? null : figure(comparison.reference),
    })),
  };
}

/**
 * The later of two periods against the earlier (docs/method.md §6): against what was published then, as the later
 * workbook tells it; against the earlier entries scored again; and on the criteria that both share. Figures are in
 * percent, as the later period shows them. Undefined where both sides are of one period or one is no workbook.
 */
export function yearOnYear(a: Compared, b: Compared) {
  const [last, now] =
    comparePeriodLabels(a.document.period, b.document.period) <= 0 ? ([a, b] as const) : ([b, a] as const);
  if (last.document.period === now.document.period) return undefined;
  if (last.workbook === undefined || now.workbook === undefined) return undefined;
  const { input, history, context } = now.workbook;
  const { period } = last.document;
  const analysis = analysePeriod(input, now.board, {
    // Both comparisons are to be of one and the same period.
    results: history.results.filter((result) => result.period === period),
    links: history.links,
    recomputed: { period, board: last.board, sets: last.workbook.input.sets },
  });
  return {
    last: period,
    now: now.document.period,
    groups: now.board.groups.flatMap((result, place) => {
      const group = analysis.groups[place];
      return group === undefined ? [] : [groupOnGroup(group, result, context)];
    }),
  };
}
