import { type Ratio, ratio } from '../domain/ratio.ts';

/** A number that was typed as text: read exactly, or refused because it may mean two numbers. */
export type NumberText =
  | { readonly kind: 'number'; readonly value: Ratio }
  | { readonly kind: 'percent'; readonly value: Ratio }
  /** A part of a whole, below 1; "of" is the denominator as it was typed. */
  | { readonly kind: 'fraction'; readonly value: Ratio; readonly part: bigint; readonly of: bigint }
  /** 12/5 may be a day, 12 of 5 or 2.4: nobody can tell. */
  | { readonly kind: 'improper-fraction' }
  /** Thousands or decimals; the value is that of the decimals. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly string[]; readonly asDecimals: Ratio }
  | { readonly kind: 'not-a-number' };

const NOT_A_NUMBER: NumberText = { kind: 'not-a-number' };

/** Longer than any number that somebody means. */
const LENGTH_LIMIT = 40;

const FRACTION = /^([+-]?)(\d+)\s*\/\s*(\d+)$/;
const PERCENT = /^(.*\S)\s*%$/;
const PLAIN = /^([+-]?)(\d+)(?:[.,](\d+))?$/;
/** Thousands marked by one sign throughout, decimals by the other one. */
const GROUPED = /^([+-]?)([1-9]\d{0,2}(?:([.,])\d{3})(?:\3\d{3})*)(?:(?!\3)[.,](\d+))?$/;

/**
 * Reads `0,75`, `0.75`, `1.234,5`, `1,234.5`, `3/4` and `75%`. `1.250` and `1,250` are refused: in one
 * country's habit they are a thousand more than in the other's, and no setting tells who typed them; whoever knows a
 * maximum that only one of the two keeps to may take that one. Fractions
 * of 1 and more are refused as well (docs/adr/0035).
 */
export function readNumberText(text: string): NumberText {
  const trimmed = text.normalize('NFC').trim().replace(/^−/, '-');
  if (trimmed.length > LENGTH_LIMIT) return NOT_A_NUMBER;
  const percent = PERCENT.exec(trimmed)?.[1];
  if (percent === undefined) return readFraction(trimmed) ?? readDecimal(trimmed);
  const reading = readDecimal(percent);
  return reading.kind === 'number' ? { kind: 'percent', value: reading.value } : reading;
}

function readFraction(text: string): NumberText | undefined {
  const [, sign, numerator, denominator] = FRACTION.exec(text) ?? [];
  if (numerator === undefined || denominator === undefined) return undefined;
  const [part, of] = [BigInt(numerator), BigInt(denominator)];
  if (of === 0n) return NOT_A_NUMBER;
  if (part >= of) return { kind: 'improper-fraction' };
  return { kind: 'fraction', value: ratio(sign === '-' ? -part : part, of), part, of };
}

function readDecimal(text: string): NumberText {
  const [plain, sign = '', whole = '', fraction = ''] = PLAIN.exec(text) ?? [];
  if (plain !== undefined) {
    if (fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)) {
      const decimals = fraction.replace(/0+$/, '');
      return {
        kind: 'ambiguous',
        readings: [`${sign}${whole}${fraction}`, `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}`],
        asDecimals: decimalOf(sign, whole, fraction),
      };
    }
    return { kind: 'number', value: decimalOf(sign, whole, fraction) };
  }
  const [grouped, groupedSign = '', groups = '', , decimals = ''] = GROUPED.exec(text) ?? [];
  if (grouped === undefined) return NOT_A_NUMBER;
  return { kind: 'number', value: decimalOf(groupedSign, groups.replace(/[.,]/g, ''), decimals) };
}

function decimalOf(sign: string, whole: string, fraction: string): Ratio {
  const size = BigInt(whole + fraction);
  return ratio(sign === '-' ? -size : size, 10n ** BigInt(fraction.length));
}
