/**
 * In a locale with a decimal comma arguments are parted by semicolons; formulas that came through the API often have commas
 * all the same. A comma inside a number is a decimal one.
 */
export function engineText(formula: string, decimalComma: boolean): string {
  if (!decimalComma) return formula;
  const parts = formula.split(/("(?:[^"]|"")*")/);
  const outside = parts.filter((_, index) => index % 2 === 0).join('');
  if (outside.includes(';') || !/[,.]/.test(outside)) return formula;
  return parts
    .map((part, index) => (index % 2 === 0 ? part.replace(NUMBER_OR_COMMA, separated) : part))
    .join('');
}

const NUMBER_OR_COMMA = /(?<![\w$.!])(\d+)[.,](\d+)|,/g;

function separated(_match: string, whole?: string, fraction?: string): string {
  return whole === undefined || fraction === undefined ? ';' : `${whole},${fraction}`;
}
