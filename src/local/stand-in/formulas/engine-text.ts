const HYPERLINK_ALONE = /^=\s*HYPERLINK\(\s*("(?:[^"]|"")*")\s*\)\s*$/i;

/** The engine knows no HYPERLINK: what it shows is its second argument, or its only one. */
function withoutLinks(formula: string, separator: string): string {
  const [, address] = HYPERLINK_ALONE.exec(formula) ?? [];
  if (address !== undefined) return `=${address}`;
  const parts = formula.split(/("(?:[^"]|"")*")/);
  return parts
    .map((part, index) =>
      index % 2 === 0 ? part.replace(/(?<![\w.])HYPERLINK\(/gi, `CHOOSE(2${separator}`) : part,
    )
    .join('');
}

/** A formula as the engine takes it. */
export function engineText(formula: string, decimalComma: boolean): string {
  return withoutLinks(localSeparators(formula, decimalComma), decimalComma ? ';' : ',');
}

/**
 * In a locale with a decimal comma arguments are parted by semicolons; formulas that came through the API often have commas
 * all the same. A comma inside a number is a decimal one.
 */
export function localSeparators(formula: string, decimalComma: boolean): string {
  if (!decimalComma) return formula;
  const parts = formula.split(/("(?:[^"]|"")*")/);
  const outside = parts.filter((_, index) => index % 2 === 0).join('');
  if (outside.includes(';') || !/[,.]/.test(outside)) return formula;
  return parts
    .map((part, index) => (index % 2 === 0 ? part.replace(NUMBER_OR_COMMA, semicolon) : part))
    .join('');
}

const NUMBER_OR_COMMA = /(?<![\w$.!])(\d+)[.,](\d+)|,/g;

function semicolon(_match: string, whole?: string, fraction?: string): string {
  return whole === undefined || fraction === undefined ? ';' : `${whole},${fraction}`;
}
