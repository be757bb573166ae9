import { componentsOfSet } from '../../src/domain/criteria-set.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import type { Unit } from '../../src/domain/unit.ts';

/** A fraction [numerator, denominator] that is never reduced: nothing of the engine's arithmetic is used. */
export type Fraction = readonly [bigint, bigint];

const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const equal = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;
export const greater = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d > c * b;

/** The index of a unit written down straight from the method, component by component; absent with blanks. */
export function indexByHand(input: PeriodInput, unit: Unit): Fraction | undefined {
  const rows = rowsOf(input, unit);
  if (rows === undefined || rows.every(({ max, applies }) => !applies || max === 0n)) return undefined;
  const blocks = input.settings.notApplicable === 'block' ? ['appraisal', 'survey'] : ['all'];
  let [earned, scale]: [Fraction, bigint] = [[0n, 1n], 0n];
  for (const block of blocks) {
    const inBlock = rows.filter(({ basis }) => block === 'all' || basis === block);
    const full = total(inBlock);
    const attainable =
      input.settings.notApplicable === 'none' ? full : total(inBlock.filter(({ applies }) => applies));
    if (attainable === 0n) continue;
    scale += full;
    for (const { points } of inBlock) earned = add(earned, times([points, 1n], [full, attainable]));
  }
  return times(earned, [100n, scale]);
}

const total = (rows: readonly { readonly max: bigint }[]): bigint =>
  rows.reduce((sum, { max }) => sum + max, 0n);

function rowsOf(input: PeriodInput, unit: Unit) {
  const set = input.sets.find(({ id }) =>
    input.groups.some((group) => group.id === unit.groupId && group.setId === id),
  );
  const rows = [];
  for (const component of set === undefined ? [] : componentsOfSet(set)) {
    const applies = !input.exemptions.some(
      (exempt) => exempt.unitId === unit.id && exempt.code === component.code,
    );
    const mark = input.assessments
      .find((each) => each.unitId === unit.id && each.stage === component.basis)
      ?.marks.get(component.code);
    if (applies && (mark === undefined || mark.kind === 'blank')) return undefined;
    const points = applies && mark?.kind === 'scored' ? BigInt(mark.points) : 0n;
    rows.push({ max: BigInt(component.maxScore), basis: component.basis, applies, points });
  }
  return rows;
}
