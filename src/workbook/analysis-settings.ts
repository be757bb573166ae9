import { type AnalysisOptions, DEFAULT_ANALYSIS_OPTIONS } from '../domain/analysis-options.ts';
import type { Cell } from '../domain/grid.ts';
import type { Language } from '../domain/language.ts';
import { compareRatios, multiplyRatios, type Ratio, ratio } from '../domain/ratio.ts';
import { readExactNumber } from './cell-ratio.ts';
import { readText } from './cell-text.ts';
import { foldLabel } from './label.ts';
import { writeNumber } from './notation/write-number.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from './reading.ts';
import type { SettingRow } from './setting-rows.ts';

interface AnalysisDefinition<T> {
  /** @param grades every class that the workbook states */
  read(cell: Cell, grades: readonly string[]): Reading<T>;
  write(value: T, language: Language): string;
}

type Definitions = { readonly [Name in keyof AnalysisOptions]: AnalysisDefinition<AnalysisOptions[Name]> };

const HUNDRED = ratio(100, 1);

/** A share in percent: `60%`, or the number that a percent cell holds. A bare 60 is refused like every rate. */
const PERCENT_SETTING: AnalysisDefinition<Ratio> = {
  read: (cell) => {
    const given = givenText(cell);
    if (given === '') return NOTHING_READ;
    const reading = readExactNumber(cell);
    const isShare = reading.kind === 'number' && compareRatios(reading.value, ratio(1, 1)) <= 0;
    if (reading.kind !== 'percent' && !isShare) return refusal({ code: 'not-a-percentage', given });
    const percent = reading.kind === 'percent' ? reading.value : multiplyRatios(reading.value, HUNDRED);
    if (percent.numerator < 0n) return refusal({ code: 'negative-number', given });
    if (compareRatios(percent, HUNDRED) > 0) return refusal({ code: 'not-a-percentage', given });
    return valueRead(percent);
  },
  write: (value, language) => `${writeNumber(value, language)}%`,
};

/** More than any ranking has units. */
const PLACES_LIMIT = 1000;

function placesSetting(fewest: number): AnalysisDefinition<number> {
  return {
    read: (cell) => {
      const reading = readText(cell);
      if (reading.kind !== 'value') return reading;
      const given = givenText(cell);
      const places = Number(reading.value);
      if (!/^\d{1,9}$/.test(reading.value) || places < fewest)
        return refusal({ code: 'not-a-number', given });
      return places > PLACES_LIMIT
        ? refusal({ code: 'number-too-large', given, limit: PLACES_LIMIT })
        : valueRead(places);
    },
    write: String,
  };
}

/** One of the classes that the workbook states, by the name under which it states it. */
const CLASS_SETTING: AnalysisDefinition<string> = {
  read: (cell, grades) => {
    const reading = readText(cell);
    if (reading.kind !== 'value') return reading;
    const folded = foldLabel(reading.value);
    const grade = grades.find((each) => foldLabel(each) === folded);
    if (grade !== undefined) return valueRead(grade);
    return refusal({ code: 'not-an-option', given: givenText(cell), options: [...new Set(grades)] });
  },
  write: (value) => value,
};

const DEFINITIONS: Definitions = {
  lowBelow: PERCENT_SETTING,
  divisiveFrom: PERCENT_SETTING,
  topPlaces: placesSetting(1),
  commendedPlaces: placesSetting(0),
  commendedShare: PERCENT_SETTING,
  commendedClass: CLASS_SETTING,
};

export const ANALYSIS_NAMES = Object.keys(DEFAULT_ANALYSIS_OPTIONS) as readonly (keyof AnalysisOptions)[];

/** What a workbook states of the analysis; what it leaves out has its default. */
export function readAnalysis(
  rows: readonly SettingRow[],
  grades: readonly string[],
): Partial<AnalysisOptions> {
  const entries = ANALYSIS_NAMES.flatMap((name) => {
    const definition: AnalysisDefinition<unknown> = DEFINITIONS[name];
    const read = (cell: Cell) => definition.read(cell, grades);
    const value = rows.find((row) => row.name === name)?.reader.optional('value', read);
    return value === undefined ? [] : [[name, value] as const];
  });
  // Each value was read by the definition of its own name, which gives the type of that option.
  return Object.fromEntries(entries) as Partial<AnalysisOptions>;
}

export function writeAnalysis(
  name: keyof AnalysisOptions,
  options: Partial<AnalysisOptions>,
  language: Language,
): string | null {
  const value: unknown = options[name];
  // The value of an option is written by the definition of its own name.
  const definition = DEFINITIONS[name] as AnalysisDefinition<unknown>;
  return value === undefined ? null : definition.write(value, language);
}
