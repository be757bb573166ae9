/** Who is compared with whom: the group of every unit by place, and the units that take a place at all. */
export interface Contest {
  readonly groupOf: Int32Array;
  readonly groups: number;
  readonly isRanked: (unit: number) => boolean;
}

/**
 * Competition rank of whole totals within each group, highest first; 0 for a unit that takes no place. For
 * units of which all can attain the same, points order them as their index would. One sort per group of
 * numbers that hold total and unit together: no comparison function, and ties stay exact.
 */
export function rankTotals(totals: Float64Array, contest: Contest): Int32Array {
  const ranks = new Int32Array(totals.length);
  for (const members of membersByGroup(totals.length, contest)) {
    rankMembers(keysOf(members, totals).sort(), totals, ranks);
  }
  return ranks;
}

function membersByGroup(
  units: number,
  { groupOf, groups, isRanked }: Contest,
): readonly (readonly number[])[] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (let unit = 0; unit < units; unit += 1) {
    if (isRanked(unit)) members[groupOf[unit] ?? 0]?.push(unit);
  }
  return members;
}

function keysOf(members: readonly number[], totals: Float64Array): Float64Array {
  const keys = new Float64Array(members.length);
  for (const [place, unit] of members.entries()) keys[place] = keyOf(totals[unit] ?? 0, unit, totals.length);
  return keys;
}

function keyOf(total: number, unit: number, units: number): number {
  const key = total * units + unit;
  if (!Number.isSafeInteger(key)) throw new Error(`a total too large to be ranked in columns: ${total}`);
  return key;
}

/** From the highest key down: a total that differs from the one before starts a new place. */
function rankMembers(keys: Float64Array, totals: Float64Array, ranks: Int32Array): void {
  let rank = 0;
  let before = Number.NaN;
  for (let better = 0; better < keys.length; better += 1) {
    const unit = (keys[keys.length - 1 - better] ?? 0) % totals.length;
    const total = totals[unit] ?? 0;
    if (total !== before) rank = better + 1;
    before = total;
    ranks[unit] = rank;
  }
}
