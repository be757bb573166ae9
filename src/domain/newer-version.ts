/** A day as people write it: 31/01/2025. */
const DAY = /\b(\d{1,2})[./-](\d{1,2})[./-](\d{4})\b/g;

/** A year stands alone or after a document's number, 12/2025 or 12/2025/QĐ; a number before a slash is no year. */
const YEAR = /(?<!\d)(?:19|2\d)\d\d(?![\d/])|(?<=\d\/)(?:19|2\d)\d\d(?=\/\p{L})/gu;

interface VersionPlace {
  /** The year that is told last; documents are numbered anew every year. */
  readonly year?: bigint;
  readonly numbers: readonly bigint[];
}

/** 892/2024 is of 2024, with the numbers 892 and 2024; a day counts by year, month and day. */
function placeOf(version: string): VersionPlace {
  const text = version.replace(DAY, '$3.$2.$1');
  const year = text.match(YEAR)?.at(-1);
  const numbers = (text.match(/\d+/g) ?? []).map(BigInt);
  return { numbers, ...(year === undefined ? {} : { year: BigInt(year) }) };
}

/**
 * Whether a version comes after another one: by the year that both tell, so that decision 531/2025 comes after 892/2024;
 * within a year, and where one tells none, by their numbers one after the other: 2024.10 comes after 2024.9. Versions
 * that their numbers do not tell apart, such as two names, are not known to be newer.
 */
export function isNewerVersion(version: string, than: string): boolean {
  const [{ year, numbers }, { year: otherYear, numbers: others }] = [placeOf(version), placeOf(than)];
  if (year !== undefined && otherYear !== undefined && year !== otherYear) return year > otherYear;
  for (let place = 0; place < Math.max(numbers.length, others.length); place += 1) {
    const [number, other] = [numbers[place] ?? -1n, others[place] ?? -1n];
    if (number !== other) return number > other;
  }
  return false;
}
