/** Columns of a spreadsheet end at ZZZ, Google's limit of 18,278. */
const MAX_COLUMNS = 18_278;

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** A → 0, in either case; undefined beyond ZZZ. */
export function columnIndex(name: string): number | undefined {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return name.length <= 3 && index >= 1 && index <= MAX_COLUMNS ? index - 1 : undefined;
}
