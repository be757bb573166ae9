import type { Classification } from './classification.ts';
import type { Language } from './language.ts';
import type { RoundingMode } from './rounding.ts';

/** What happens to the points of components that do not apply to a unit (docs/adr/0003). */
export const NOT_APPLICABLE_POLICIES = ['block', 'whole', 'none'] as const;
export type NotApplicablePolicy = (typeof NOT_APPLICABLE_POLICIES)[number];

/** The options of a period, each with a default; the workbook's Settings tab states them. */
export interface Settings {
  readonly language: Language;
  readonly province: string;
  /** What is measured, as it stands in titles: a year or a quarter. */
  readonly period: string;
  /** Printed in the head of every result, such as "draft, not published"; absent when there is nothing to say. */
  readonly notice?: string;
  readonly notApplicable: NotApplicablePolicy;
  readonly rounding: RoundingMode;
  /** Decimals of an index and of points, as shown. */
  readonly decimals: number;
  readonly classifications: readonly Classification[];
  /** English names of classes, by the name under which the class is stated; absent when none is given. */
  readonly gradeNames?: ReadonlyMap<string, string>;
}
