import type { CriterionCode } from '../../domain/criteria-set.ts';
import type { ChangeExplanation, ChangePart } from '../../domain/explanation.ts';
import { compareRatios, type Ratio, ratio, subtractRatios } from '../../domain/ratio.ts';
import type { GroupResult, RankedUnit, Scoreboard } from '../../domain/scoreboard.ts';
import type { UnitId } from '../../domain/unit.ts';
import { type ComponentPart, type IndexParts, indexParts } from './index-parts.ts';

/**
 * Every unit that is ranked in both runs and whose index or place moved: by how much each component, penalty
 * and adjustment moved it, and whom it passed or was passed by. Groups are matched by their id, in the order
 * of the later run; units come best first.
 */
export function explainChanges(before: Scoreboard, after: Scoreboard): readonly ChangeExplanation[] {
  return after.groups.flatMap((group) => {
    const earlier = before.groups.find((each) => each.group.id === group.group.id);
    return earlier === undefined ? [] : explainGroup(earlier, group);
  });
}

function explainGroup(earlier: GroupResult, later: GroupResult): readonly ChangeExplanation[] {
  const unitsBefore = new Map(earlier.ranked.map((unit) => [unit.sheet.unit.id, unit] as const));
  return later.ranked.flatMap((now) => {
    const then = unitsBefore.get(now.sheet.unit.id);
    if (then === undefined) return [];
    const aheadThen = unitsAheadOf(then, earlier);
    const aheadNow = unitsAheadOf(now, later);
    const rank = { before: then.standing.rank, after: now.standing.rank };
    const isUnmoved =
      compareRatios(then.index, now.index) === 0 &&
      rank.before === rank.after &&
      isSameSet(aheadThen, aheadNow);
    if (isUnmoved) return [];
    return [
      {
        unitId: now.sheet.unit.id,
        index: { before: then.index, after: now.index, change: subtractRatios(now.index, then.index) },
        parts: changeParts(
          indexParts(then, earlier.method.notApplicable),
          indexParts(now, later.method.notApplicable),
        ),
        noLongerAhead: [...aheadThen].filter((id) => !aheadNow.has(id)),
        nowAhead: [...aheadNow].filter((id) => !aheadThen.has(id)),
        rank,
      },
    ];
  });
}

function unitsAheadOf(unit: RankedUnit, group: GroupResult): ReadonlySet<UnitId> {
  const ahead = group.ranked.filter(({ standing }) => standing.rank < unit.standing.rank);
  return new Set(ahead.map(({ sheet }) => sheet.unit.id));
}

function isSameSet(a: ReadonlySet<UnitId>, b: ReadonlySet<UnitId>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

const NOTHING: Ratio = ratio(0, 1);

function changeParts(before: IndexParts, after: IndexParts): readonly ChangePart[] {
  const parts: readonly ChangePart[] = [
    ...codesOf(before.components, after.components).map((code) =>
      componentChange(code, before.components.get(code), after.components.get(code)),
    ),
    ...codesOf(before.penalties, after.penalties).map((code) => ({
      kind: 'penalty' as const,
      code,
      change: subtractRatios(after.penalties.get(code) ?? NOTHING, before.penalties.get(code) ?? NOTHING),
    })),
    { kind: 'adjustment', change: subtractRatios(after.adjustment, before.adjustment) },
  ];
  return parts
    .filter(({ change }) => change.numerator !== 0n)
    .toSorted((a, b) => compareRatios(sizeOf(b.change), sizeOf(a.change)));
}

function codesOf(
  before: ReadonlyMap<CriterionCode, unknown>,
  after: ReadonlyMap<CriterionCode, unknown>,
): readonly CriterionCode[] {
  return [...new Set([...after.keys(), ...before.keys()])];
}

function componentChange(
  code: CriterionCode,
  before: ComponentPart | undefined,
  after: ComponentPart | undefined,
): ChangePart {
  const seen = ({ result: { mark, earned } }: ComponentPart) => ({ mark, earned });
  return {
    kind: 'component',
    code,
    ...(before === undefined ? {} : { before: seen(before) }),
    ...(after === undefined ? {} : { after: seen(after) }),
    change: subtractRatios(after?.share ?? NOTHING, before?.share ?? NOTHING),
  };
}

function sizeOf({ numerator, denominator }: Ratio): Ratio {
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}
