import type { Bilingual, Language } from '../../domain/language.ts';
import type { FigureStyle } from '../../domain/number-format.ts';
import type { Settings } from '../../domain/settings.ts';

/** What every written tab is told: the words' language, how figures are rounded, what is measured. */
export interface OutputContext {
  readonly language: Language;
  readonly figures: FigureStyle;
  readonly province: string;
  readonly period: string;
}

export function outputContext(settings: Settings): OutputContext {
  const { language, decimals, rounding, province, period } = settings;
  return { language, figures: { decimals, rounding }, province, period };
}

export function say(context: OutputContext, message: Bilingual): string {
  return message[context.language];
}
