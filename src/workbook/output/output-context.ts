import type { Bilingual, Language } from '../../domain/language.ts';
import type { FigureStyle } from '../../domain/number-format.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { GroupResult } from '../../domain/scoreboard.ts';
import { DEFAULT_SCORING_OPTIONS, type Status } from '../../domain/scoring-options.ts';

/** What every written tab is told: the words' language, how figures are rounded, what is measured. */
export interface OutputContext {
  readonly language: Language;
  readonly figures: FigureStyle;
  readonly province: string;
  readonly period: string;
  readonly status: Status;
  /** What the office wants to stand in the head of every result. */
  readonly notice?: string;
}

export function outputContext({ settings, scoring }: PeriodInput): OutputContext {
  const { language, decimals, rounding, province, period, notice } = settings;
  const { status } = { ...DEFAULT_SCORING_OPTIONS, ...scoring };
  const figures = { decimals, rounding };
  return { language, figures, province, period, status, ...(notice !== undefined && { notice }) };
}

/** The same, with figures rounded as the criteria set of one group says. */
export function contextOf({ method }: GroupResult, context: OutputContext): OutputContext {
  return { ...context, figures: { decimals: method.decimals, rounding: method.rounding } };
}

export function say(context: OutputContext, message: Bilingual): string {
  return message[context.language];
}
