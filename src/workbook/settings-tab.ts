import type { AnalysisOptions } from '../domain/analysis-options.ts';
import type { Classification } from '../domain/classification.ts';
import type { Cell } from '../domain/grid.ts';
import type { Issue, Location } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import type { ScoringOptions } from '../domain/scoring-options.ts';
import type { ChoicesBySet } from '../domain/set-choices.ts';
import type { Settings } from '../domain/settings.ts';
import { LevelSchema } from '../domain/unit.ts';
import { readAnalysis } from './analysis-settings.ts';
import { readText } from './cell-text.ts';
import type { ClassedLevel } from './classed-levels.ts';
import type { InputTab } from './input-tab.ts';
import { parseClassNames } from './notation/class-names.ts';
import { type Bands, parseClasses } from './notation/classes.ts';
import { parseCeilings } from './notation/deciding.ts';
import { readNotation } from './notation-cell.ts';
import { givenText, type Reading, refusal } from './reading.ts';
import { isForSets, readChoices, readOptions } from './set-choices.ts';
import { SETTING_DEFINITIONS, type SettingDefinition, type SingleSettings } from './setting-definitions.ts';
import { findSettingRows, type SettingRow } from './setting-rows.ts';

/** A code that a setting names; whether it exists is known once the criteria are read. */
export interface NamedCode {
  readonly code: string;
  readonly at: Location;
}

export interface ParsedSettings {
  readonly settings: Settings;
  /** What the workbook states of the further options; absent when it states none. */
  readonly scoring?: Partial<ScoringOptions>;
  /** What the workbook states of its analysis; absent when it states nothing. */
  readonly analysis?: Partial<AnalysisOptions>;
  /** What criteria sets state for themselves. */
  readonly bySet: ChoicesBySet;
  /** The version of each criteria set that states one. */
  readonly setVersions: ReadonlyMap<string, string>;
  readonly namedSets: readonly NamedCode[];
  readonly namedCriteria: readonly NamedCode[];
  /** The levels that have classes of their own. */
  readonly classedLevels: readonly ClassedLevel[];
  readonly issues: readonly Issue[];
}

/** The settings of a workbook; what is not stated has its default, the language that of the workbook. */
export function parseSettings(tab: InputTab, language: Language): ParsedSettings {
  const { rows, issues } = findSettingRows(tab, language);
  const stated = <T>(name: string, read: (cell: Cell) => Reading<T>): T | undefined =>
    rows.find((row) => row.name === name && row.scope === '')?.reader.optional('value', read);
  const single = <T>(name: keyof SingleSettings, definition: SettingDefinition<T>): T =>
    stated(name, (cell) => definition.read(cell, language)) ?? definition.fallback;
  const { language: languageSetting, ...others } = SETTING_DEFINITIONS;
  const notice = stated('notice', readText);
  const gradeNames = stated('gradeNames', (cell) => readNotation(cell, parseClassNames));
  const settings: Settings = {
    language: single('language', { ...languageSetting, fallback: language }),
    province: single('province', others.province),
    period: single('period', others.period),
    ...(notice !== undefined && { notice }),
    notApplicable: single('notApplicable', others.notApplicable),
    rounding: single('rounding', others.rounding),
    decimals: single('decimals', others.decimals),
    classifications: readClassifications(rows),
    ...(gradeNames !== undefined && { gradeNames }),
  };
  const scoring = readOptions(rows, '', language);
  const bySet = readChoices(rows, language);
  const grades = settings.classifications.flatMap(({ bands }) => bands.map(({ grade }) => grade));
  const analysis = readAnalysis(rows, grades);
  return {
    settings,
    ...(Object.keys(analysis).length > 0 && { analysis }),
    ...(Object.keys(scoring).length > 0 && { scoring }),
    bySet,
    setVersions: readVersions(rows),
    namedSets: rows.flatMap(({ name, scope, reader }) =>
      (name === 'setVersion' || isForSets(name)) && scope !== ''
        ? [{ code: scope, at: reader.locate('scope') }]
        : [],
    ),
    namedCriteria: [
      ...namedInTieBreaks(rows, '', scoring),
      ...[...bySet].flatMap(([setId, choices]) => namedInTieBreaks(rows, setId, choices.scoring ?? {})),
      ...namedInCeilings(rows, settings),
    ],
    classedLevels: rows.flatMap(({ name, scope, reader }) =>
      name === 'classifications' && scope !== '' ? [{ level: scope, at: reader.locate('scope') }] : [],
    ),
    issues,
  };
}

function readClassifications(rows: readonly SettingRow[]): readonly Classification[] {
  const classifications = rows.flatMap(({ name, scope, reader }): readonly Classification[] => {
    if (name !== 'classifications') return [];
    const bands = reader.optional('value', readClasses);
    if (bands === undefined) return [];
    return [scope === '' ? { bands } : { level: LevelSchema.parse(scope), bands }];
  });
  const ceilingRows = new Map(
    rows.flatMap((row) => (row.name === 'ceilings' ? [[row.scope, row.reader]] : [])),
  );
  const withCeilings = classifications.map((classification) => {
    const reader = ceilingRows.get(classification.level ?? '');
    ceilingRows.delete(classification.level ?? '');
    const grades = classification.bands.map((band) => band.grade);
    const ceilings = reader?.optional('value', (cell) =>
      readNotation(cell, (text) => parseCeilings(text, grades)),
    );
    return ceilings === undefined ? classification : { ...classification, ceilings };
  });
  // Classes that could not be read are the one mistake: nobody knows which classes a ceiling may name.
  for (const { name, scope } of rows) if (name === 'classifications') ceilingRows.delete(scope);
  // A ceiling without classes of its own scope names no class that exists.
  for (const reader of ceilingRows.values()) {
    reader.optional('value', (cell) => readNotation(cell, (text) => parseCeilings(text, [])));
  }
  return withCeilings;
}

function readClasses(cell: Cell): Reading<Bands> {
  const reading = readNotation(cell, parseClasses);
  if (reading.kind !== 'refused' || reading.detail.code !== 'not-a-rule') return reading;
  const { at, expected } = reading.detail;
  return refusal({ code: 'not-classes', given: givenText(cell), at, expected });
}

function readVersions(rows: readonly SettingRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ name, scope, reader }) => {
      if (name !== 'setVersion') return [];
      const version = reader.optional('value', readText);
      return version === undefined ? [] : [[scope, version] as const];
    }),
  );
}

const locateValue = (rows: readonly SettingRow[], name: string, scope: string): Location =>
  rows.find((row) => row.name === name && row.scope === scope)?.reader.locate('value') ?? { tab: '' };

function namedInTieBreaks(
  rows: readonly SettingRow[],
  scope: string,
  { tieBreaks = [] }: Partial<ScoringOptions>,
): readonly NamedCode[] {
  const at = locateValue(rows, 'tieBreaks', scope);
  return tieBreaks.flatMap((each) => (each.kind === 'criterion' ? [{ code: each.code, at }] : []));
}

function namedInCeilings(rows: readonly SettingRow[], { classifications }: Settings): readonly NamedCode[] {
  return classifications.flatMap(({ level, ceilings = [] }) => {
    const at = locateValue(rows, 'ceilings', level ?? '');
    return ceilings.flatMap(({ when }) => (when.kind === 'criterion-below' ? [{ code: when.code, at }] : []));
  });
}

/** The language that a readable Language row states; undefined when there is none. */
export function findLanguage(tab: InputTab, fallback: Language): Language | undefined {
  const { rows } = findSettingRows(tab, fallback);
  const row = rows.find(({ name }) => name === 'language');
  return row?.reader.optional('value', (cell) => SETTING_DEFINITIONS.language.read(cell, fallback));
}
