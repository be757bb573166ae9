import type { Bilingual, Language } from '../../domain/language.ts';
import { classNamed } from '../../domain/messages/class-names.ts';
import type { FigureStyle } from '../../domain/number-format.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import type { GroupResult } from '../../domain/scoreboard.ts';
import { DEFAULT_SCORING_OPTIONS, type Status } from '../../domain/scoring-options.ts';
import type { Unit } from '../../domain/unit.ts';

/** What every written tab is told: the words' language, how figures are rounded, what is measured. */
export interface OutputContext {
  readonly language: Language;
  /** How a figure within words is written: as the cells beside it show theirs, which the workbook's locale decides. */
  readonly numbers: Language;
  readonly figures: FigureStyle;
  readonly province: string;
  readonly period: string;
  readonly status: Status;
  /** What the office wants to stand in the head of every result. */
  readonly notice?: string;
  /** Names of the units that are parents of others, by what those say of them: a code or a name. */
  readonly parents?: ReadonlyMap<string, Bilingual>;
  /** English names of classes, where the office gives them. */
  readonly gradeNames?: ReadonlyMap<string, string>;
}

/** A parent that is a unit itself has the names of that unit. */
function parentsOf(units: readonly Unit[]): ReadonlyMap<string, Bilingual> {
  const known = new Map<string, Unit>();
  for (const unit of units)
    for (const name of [unit.id, unit.name]) if (!known.has(name)) known.set(name, unit);
  const named = new Set(units.flatMap(({ parent }) => parent ?? []));
  return new Map(
    [...named].flatMap((parent) => {
      const unit = known.get(parent);
      return unit === undefined ? [] : [[parent, { vi: unit.name, en: unit.nameEn ?? unit.name }] as const];
    }),
  );
}

/** @param numbers how the workbook's cells show figures; as its words are, where it has no cells */
export function outputContext(
  { settings, scoring, units }: PeriodInput,
  numbers: Language = settings.language,
): OutputContext {
  const { language, decimals, rounding, province, period, notice, gradeNames } = settings;
  const { status } = { ...DEFAULT_SCORING_OPTIONS, ...scoring };
  const figures = { decimals, rounding };
  return {
    language,
    numbers,
    figures,
    province,
    period,
    status,
    ...(notice !== undefined && { notice }),
    parents: parentsOf(units),
    ...(gradeNames !== undefined && { gradeNames }),
  };
}

/** The same, with figures rounded as the criteria set of one group says. */
export function contextOf({ method }: GroupResult, context: OutputContext): OutputContext {
  return { ...context, figures: { decimals: method.decimals, rounding: method.rounding } };
}

export function say(context: OutputContext, message: Bilingual): string {
  return message[context.language];
}

/** A parent by the unit that bears this code or name, so that it has an English name too. */
export function parentNamed(parent: string, { parents }: OutputContext): Bilingual {
  return parents?.get(parent) ?? { vi: parent, en: parent };
}

/** A parent in the reader's language; null for a unit that has none. */
export function parentName({ parent }: Pick<Unit, 'parent'>, context: OutputContext): string | null {
  return parent === undefined ? null : say(context, parentNamed(parent, context));
}

/** A class in the reader's language; null where there is none. */
export function gradeName(grade: string | undefined, context: OutputContext): string | null {
  return grade === undefined ? null : say(context, classNamed(grade, context.gradeNames));
}
