/** How a CSV file parts its fields, and how it writes a number: Excel in Vietnam saves `;` and 96,89. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t';
  readonly decimalMark: ',' | '.';
}

export const DEFAULT_DIALECT: Dialect = { delimiter: ',', decimalMark: '.' };

const DELIMITERS = [';', '\t', ','] as const;
const LINES_LOOKED_AT = 30;
const CHARACTERS_LOOKED_AT = 200_000;

/** The first lines that hold anything, without what stands in quotation marks. */
function firstLines(text: string): readonly string[] {
  const head = text.slice(0, CHARACTERS_LOOKED_AT).replace(/"(?:[^"]|"")*(?:"|$)/g, '""');
  return head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_LOOKED_AT);
}

function countsByLine(lines: readonly string[], character: string): readonly number[] {
  return lines.map((line) => line.split(character).length - 1);
}

interface Fit {
  /** Lines that have as many delimiters as most lines do. */
  readonly lines: number;
  readonly perLine: number;
}

function fitOf(counts: readonly number[]): Fit {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  const fits = [...lines].map(([perLine, many]) => ({ lines: many, perLine }));
  return fits.toSorted((a, b) => b.lines - a.lines || b.perLine - a.perLine)[0] ?? { lines: 0, perLine: 0 };
}

/** Whether the header row is parted by a bar, which is not read, and by nothing that is. */
export function hasOtherSeparator(text: string): boolean {
  const [header = ''] = firstLines(text.replace(/^\ufeff/, ''));
  return header.includes('|') && !DELIMITERS.some((each) => header.includes(each));
}

/** The delimiter that parts most lines into the same number of fields: a comma inside figures does not. */
export function detectDialect(text: string): Dialect {
  const stated = /^\ufeff?sep=([,;\t])\r?\n/i.exec(text)?.[1];
  const lines = firstLines(text);
  const fits = DELIMITERS.map((each) => ({ delimiter: each, ...fitOf(countsByLine(lines, each)) }));
  const best = fits.toSorted((a, b) => b.lines - a.lines || b.perLine - a.perLine)[0];
  const found = best === undefined || best.lines === 0 ? ',' : best.delimiter;
  const delimiter = DELIMITERS.find((each) => each === stated) ?? found;
  return { delimiter, decimalMark: delimiter === ';' ? ',' : '.' };
}
