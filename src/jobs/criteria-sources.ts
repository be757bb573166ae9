import { type CriteriaSetId, CriteriaSetIdSchema } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import { looksLikeCriteria } from '../workbook/criteria-tab.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { languageOf } from '../workbook/parse-control-workbook.ts';
import { parseSettings } from '../workbook/settings-tab.ts';
import { statedVersion } from '../workbook/stated-version.ts';
import type { CriteriaSource } from './check-criteria.ts';
import { languageOfLocale, readWorkbook } from './read-workbook.ts';

/** What is said of a set that does not say it itself. */
export interface StatedOfSet {
  readonly id?: string | undefined;
  readonly version?: string | undefined;
}

/** A table of criteria that was found, and what it is called; the name is not yet a code of a set. */
export interface FoundCriteria {
  readonly tab: Omit<InputTab, 'key'>;
  readonly id: string;
  readonly version?: string | undefined;
  readonly language: Language;
}

/** The code that a name is taken for; undefined for a name that is no code. */
export function setIdOf(name: string): CriteriaSetId | undefined {
  return CriteriaSetIdSchema.safeParse(name).data;
}

/** The table as the set of a code is read from it. The version that stands over a table counts when none is said. */
export function criteriaSource(
  { tab, version, language }: FoundCriteria,
  setId: CriteriaSetId,
): CriteriaSource {
  const { statedSums, sumTolerance } = DEFAULT_SCORING_OPTIONS;
  const stated = version ?? statedVersion(tab.grid);
  return {
    tab: { ...tab, key: { kind: 'criteria', setId } },
    context: {
      id: setId,
      sums: { statedSums, sumTolerance },
      language,
      ...(stated !== undefined && { version: stated }),
    },
  };
}

interface Reader {
  /** What a set is called whose table stands alone in a workbook that is no control workbook. */
  readonly nameOfOnly: (title: string) => string;
  readonly language: Language;
}

/** Tabs of a workbook that is no control workbook, such as an annex: those with the headings of criteria. */
async function findForeign(
  spreadsheet: SpreadsheetPort,
  stated: StatedOfSet,
  { nameOfOnly, language }: Reader,
): Promise<readonly FoundCriteria[]> {
  const { sheets } = await spreadsheet.readStructure();
  const grids = await spreadsheet.readGrids(sheets);
  const found = sheets
    .map(({ sheetId, title }) => ({ title, grid: grids.get(sheetId) ?? [] }))
    .filter((tab) => looksLikeCriteria({ ...tab, key: { kind: 'units' } }, language));
  return found.map((tab, index) => ({
    tab,
    id: found.length === 1 ? (stated.id ?? nameOfOnly(tab.title)) : tab.title,
    version: index === 0 ? stated.version : undefined,
    language,
  }));
}

/**
 * The tables of criteria in a workbook: those of a control workbook's sets, all or the one that is named; of any other
 * workbook the tabs that have the headings of criteria.
 */
export async function findCriteria(
  spreadsheet: SpreadsheetPort,
  stated: StatedOfSet,
  reader: Reader,
): Promise<readonly FoundCriteria[]> {
  const { inputs, structure } = await readWorkbook(spreadsheet);
  const language = languageOf(inputs, languageOfLocale(structure.locale));
  const settings = inputs.find(({ key }) => key.kind === 'settings');
  const versions = settings === undefined ? new Map() : parseSettings(settings, language).setVersions;
  const found = inputs.flatMap(({ key, ...tab }): readonly FoundCriteria[] => {
    if (key.kind !== 'criteria' || (stated.id !== undefined && key.setId !== stated.id)) return [];
    const version: string | undefined = stated.version ?? versions.get(key.setId) ?? versions.get('');
    return [{ tab, id: key.setId, version, language }];
  });
  return found.length > 0 ? found : findForeign(spreadsheet, stated, reader);
}
