import { basename, extname } from 'node:path';
import { type CriteriaSetId, CriteriaSetIdSchema } from '../domain/criteria-set.ts';
import type { Language } from '../domain/language.ts';
import { OFFLINE_FAILURES } from '../domain/messages/offline-messages.ts';
import { DEFAULT_SCORING_OPTIONS } from '../domain/scoring-options.ts';
import type { CriteriaSource } from '../jobs/check-criteria.ts';
import { languageOfLocale, readWorkbook } from '../jobs/read-workbook.ts';
import { looksLikeCriteria } from '../workbook/criteria-tab.ts';
import type { InputTab } from '../workbook/input-tab.ts';
import { languageOf } from '../workbook/parse-control-workbook.ts';
import { parseSettings } from '../workbook/settings-tab.ts';
import { statedVersion } from '../workbook/stated-version.ts';
import { parseTabKey } from '../workbook/tab-key.ts';
import { readCsv } from './csv/read-csv.ts';
import { kindOf, readBytes } from './files/file-reading.ts';
import { openWorkbook } from './files/open-workbook.ts';
import { EXIT, OfflineFailure } from './offline-failure.ts';

/** What the command line says of a file that does not say it itself. */
export interface StatedOfSet {
  readonly id?: string | undefined;
  readonly version?: string | undefined;
}

const TEXT_FILES = new Set(['.csv', '.tsv', '.txt']);

function idOf(text: string): CriteriaSetId {
  const id = CriteriaSetIdSchema.safeParse(text);
  if (!id.success) throw new OfflineFailure(OFFLINE_FAILURES.noSetCode(text), EXIT.usage);
  return id.data;
}

function sourceOf(
  tab: Omit<InputTab, 'key'>,
  id: CriteriaSetId,
  { version, language }: { readonly version: string | undefined; readonly language: Language },
): CriteriaSource {
  const { statedSums, sumTolerance } = DEFAULT_SCORING_OPTIONS;
  const stated = version ?? statedVersion(tab.grid);
  return {
    tab: { ...tab, key: { kind: 'criteria', setId: id } },
    context: {
      id,
      sums: { statedSums, sumTolerance },
      language,
      ...(stated !== undefined && { version: stated }),
    },
  };
}

/** The code of a set from the name of its file: criteria.so.csv and so.csv are both of the set so. */
function idOfFile(path: string): string {
  const name = basename(path, extname(path)).normalize('NFC');
  const key = parseTabKey(name);
  return key?.kind === 'criteria' ? key.setId : name;
}

async function fromTextFile(
  path: string,
  stated: StatedOfSet,
  language: Language,
): Promise<readonly CriteriaSource[]> {
  const read = readCsv(await readBytes(path), basename(path), 'text-only');
  if (!read.ok) throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(path, 1), EXIT.files, [read.problem]);
  const tab = { title: basename(path), grid: read.grid };
  return [sourceOf(tab, idOf(stated.id ?? idOfFile(path)), { version: stated.version, language })];
}

/** Tabs of a workbook that is no control workbook, such as an annex: those with the headings of criteria. */
async function fromForeignTabs(
  path: string,
  stated: StatedOfSet,
  language: Language,
): Promise<readonly CriteriaSource[]> {
  const { spreadsheet } = await openWorkbook(path);
  const { sheets } = await spreadsheet.readStructure();
  const grids = await spreadsheet.readGrids(sheets);
  const found = sheets
    .map(({ sheetId, title }) => ({ title, grid: grids.get(sheetId) ?? [] }))
    .filter((tab) => looksLikeCriteria({ ...tab, key: { kind: 'units' } }, language));
  return found.map((tab, index) => {
    const id = found.length === 1 ? (stated.id ?? idOfFile(path)) : tab.title;
    return sourceOf(tab, idOf(id), { version: index === 0 ? stated.version : undefined, language });
  });
}

async function fromWorkbook(
  path: string,
  stated: StatedOfSet,
  language: Language,
): Promise<readonly CriteriaSource[]> {
  const { spreadsheet } = await openWorkbook(path);
  const { inputs, structure } = await readWorkbook(spreadsheet);
  const own = languageOf(inputs, languageOfLocale(structure.locale));
  const settings = inputs.find(({ key }) => key.kind === 'settings');
  const versions = settings === undefined ? new Map() : parseSettings(settings, own).setVersions;
  const sources = inputs.flatMap(({ key, ...tab }): readonly CriteriaSource[] => {
    if (key.kind !== 'criteria' || (stated.id !== undefined && key.setId !== stated.id)) return [];
    const version: string | undefined = stated.version ?? versions.get(key.setId) ?? versions.get('');
    return [sourceOf(tab, key.setId, { version, language: own })];
  });
  return sources.length > 0 ? sources : fromForeignTabs(path, stated, language);
}

/**
 * The tables of criteria in a file: a CSV or TSV file is one, a control workbook (.xlsx, or a folder of CSV files) has
 * one for each of its sets, and of any other workbook the tabs that have the headings of criteria count.
 */
export async function readCriteriaSources(
  path: string,
  stated: StatedOfSet,
  language: Language,
): Promise<readonly CriteriaSource[]> {
  const isText = TEXT_FILES.has(extname(path).toLowerCase()) && (await kindOf(path)) === 'file';
  const sources = await (isText ? fromTextFile : fromWorkbook)(path, stated, language);
  if (sources.length === 0) throw new OfflineFailure(OFFLINE_FAILURES.noCriteria(path));
  return sources;
}
