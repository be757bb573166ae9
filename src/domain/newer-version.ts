/** The numbers in the name of a version: 892/2024 is [892, 2024]. */
function numbersIn(version: string): readonly bigint[] {
  return (version.match(/\d+/g) ?? []).map(BigInt);
}

/**
 * Whether a version comes after another one: its numbers are compared one after the other, so that 2024.10 comes after
 * 2024.9. Versions that their numbers do not tell apart, such as two names, are not known to be newer.
 */
export function isNewerVersion(version: string, than: string): boolean {
  const [numbers, others] = [numbersIn(version), numbersIn(than)];
  for (let place = 0; place < Math.max(numbers.length, others.length); place += 1) {
    const [number, other] = [numbers[place] ?? -1n, others[place] ?? -1n];
    if (number !== other) return number > other;
  }
  return false;
}
