import type { Language } from '../../domain/language.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../../domain/ratio.ts';

const ZERO_RATIO = ratio(0, 1);

/** Number of decimals that write a fraction exactly; undefined for one such as 1/3 that none do. */
function decimalsOf({ denominator }: Ratio): number | undefined {
  let rest = denominator;
  let decimals = 0;
  while (rest !== 1n) {
    const step = [10n, 5n, 2n].find((divisor) => rest % divisor === 0n);
    if (step === undefined) return undefined;
    rest /= step;
    decimals += 1;
  }
  return decimals;
}

/** What would be read as thousands gets one more zero: 1,125 is written 1,1250. */
function unambiguous(whole: string, fraction: string): string {
  return fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) ? `${fraction}0` : fraction;
}

/** An exact number as people write it in a notation: 62,5 in Vietnamese, 62.5 in English, 1/3 where no decimals end. */
export function writeNumber(value: Ratio, language: Language): string {
  const sign = compareRatios(value, ZERO_RATIO) < 0 ? '-' : '';
  const size = sign === '' ? value : multiplyRatios(value, ratio(-1, 1));
  const decimals = decimalsOf(size);
  if (decimals === undefined) return `${sign}${size.numerator}/${size.denominator}`;
  const digits = ((size.numerator * 10n ** BigInt(decimals)) / size.denominator).toString();
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals);
  const fraction = padded.slice(padded.length - decimals);
  return (
    sign + whole + (decimals === 0 ? '' : `${language === 'vi' ? ',' : '.'}${unambiguous(whole, fraction)}`)
  );
}
