import { type Ratio, ratio } from '../../../src/domain/ratio.ts';
import type { UnitId } from '../../../src/domain/unit.ts';
import type { DemoLevel } from '../../criteria-sets/demo-set.ts';
import { fallingIndexes } from './falling-indexes.ts';
import { LEADING_COMMUNES, LEADING_DISTRICT, PUBLISHED } from './published.ts';
import { chance, wholeBetween } from './random.ts';
import { localityOf, unitsAt } from './units.ts';

/** The index that a unit is to have. */
export interface IndexTarget {
  readonly unitId: UnitId;
  /** As it is shown: hundredths of a percent. */
  readonly shown: number;
  /** In percent, with the further decimals that a real index has; rounds half up to the one shown. */
  readonly exact: Ratio;
}

/** Further decimals stay this far from the next hundredth, in hundred-thousandths: also in the average. */
const FURTHER: readonly [number, number] = [-400, 400];

/** How well a district's communes tend to do, beside what is the commune's own. */
const LOCALITY_WEIGHT = 1.1;

function targetOf(unitId: UnitId, shown: number): IndexTarget {
  const further = wholeBetween(FURTHER, 'further', unitId);
  return { unitId, shown, exact: ratio(shown * 1000 + further, 100_000) };
}

/** Units without a published place, best first: communes lean to where their district stands. */
function drawnOrder(level: DemoLevel, taken: ReadonlySet<string>): readonly UnitId[] {
  const districts = PUBLISHED.huyen.order;
  const strengthOf = (id: UnitId, locality: string): number => {
    const own = chance('order', id) + chance('order again', id) - 1;
    const place = districts.indexOf(locality);
    return place < 0 ? own : own - (LOCALITY_WEIGHT * place) / districts.length;
  };
  return unitsAt(level)
    .filter(({ id }) => !taken.has(id))
    .map((unit) => ({ id: unit.id, strength: strengthOf(unit.id, localityOf(unit)) }))
    .toSorted((a, b) => b.strength - a.strength)
    .map(({ id }) => id);
}

/** All units of a level from first to last place: the published ones, those that must follow, the others. */
function orderOf(level: DemoLevel): readonly UnitId[] {
  const { order } = PUBLISHED[level];
  const byCode = new Map(unitsAt(level).map(({ id }) => [id as string, id]));
  const published = order.flatMap((code) => byCode.get(code) ?? []);
  if (published.length !== order.length) throw new Error(`a published unit of ${level} is not in the list`);
  const drawn = drawnOrder(level, new Set(order));
  if (level !== 'xa') return [...published, ...drawn];
  const ofLeader = new Set(
    unitsAt(level).flatMap((unit) => (localityOf(unit) === LEADING_DISTRICT ? [unit.id] : [])),
  );
  const next = drawn.filter((id) => ofLeader.has(id)).slice(0, LEADING_COMMUNES - published.length);
  return [...published, ...next, ...drawn.filter((id) => !next.includes(id))];
}

/**
 * The index of every unit: as published where it was, else drawn below so that the shown indexes of a group
 * add up to its published average times its number of units. What the further decimals add to an average is less
 * than half a hundredth, so the published average holds whatever was drawn.
 */
function targetsAt(level: DemoLevel): readonly IndexTarget[] {
  const { mean, indexes } = PUBLISHED[level];
  const order = orderOf(level);
  const free = mean * order.length - indexes.reduce((sum, index) => sum + index, 0);
  const lowest = indexes.at(-1) ?? 10_000;
  const shown = [...indexes, ...fallingIndexes(lowest, order.length - indexes.length, free, level)];
  return order.map((unitId, place) => targetOf(unitId, shown[place] ?? 0));
}

/** The targets of all units, each group from first to last place. */
export const INDEX_TARGETS: Readonly<Record<DemoLevel, readonly IndexTarget[]>> = {
  so: targetsAt('so'),
  huyen: targetsAt('huyen'),
  xa: targetsAt('xa'),
};
