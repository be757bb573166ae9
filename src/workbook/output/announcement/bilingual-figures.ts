import type { Bilingual } from '../../../domain/language.ts';
import { type FigureStyle, formatRatio } from '../../../domain/number-format.ts';
import type { Ratio } from '../../../domain/ratio.ts';
import type { Group } from '../../../domain/unit.ts';

/** A figure as each language writes it: 96,89 and 96.89. */
export function figure(value: Ratio, style: FigureStyle): Bilingual {
  return { vi: formatRatio(value, style, 'vi'), en: formatRatio(value, style, 'en') };
}

/** A name in both languages; the Vietnamese one where no English name is given. */
export function named(of: Pick<Group, 'name' | 'nameEn'>): Bilingual {
  return { vi: of.name, en: of.nameEn ?? of.name };
}

/** The size of a figure, without its sign. */
export function magnitude(value: Ratio): Ratio {
  return value.numerator < 0n ? { numerator: -value.numerator, denominator: value.denominator } : value;
}
