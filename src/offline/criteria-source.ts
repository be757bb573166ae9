import { basename, extname } from 'node:path';
import type { Language } from '../domain/language.ts';
import { OFFLINE_FAILURES } from '../domain/messages/offline-messages.ts';
import type { CriteriaSource } from '../jobs/check-criteria.ts';
import {
  criteriaSource,
  type FoundCriteria,
  findCriteria,
  type StatedOfSet,
  setIdOf,
} from '../jobs/criteria-sources.ts';
import { parseTabKey } from '../workbook/tab-key.ts';
import { readCsv } from './csv/read-csv.ts';
import { kindOf, readBytes } from './files/file-reading.ts';
import { openWorkbook } from './files/open-workbook.ts';
import { EXIT, OfflineFailure } from './offline-failure.ts';

const TEXT_FILES = new Set(['.csv', '.tsv', '.txt']);

function asSource(found: FoundCriteria): CriteriaSource {
  const setId = setIdOf(found.id);
  if (setId === undefined) throw new OfflineFailure(OFFLINE_FAILURES.noSetCode(found.id), EXIT.usage);
  return criteriaSource(found, setId);
}

/** The code of a set from the name of its file: criteria.so.csv and so.csv are both of the set so. */
function idOfFile(path: string): string {
  const name = basename(path, extname(path)).normalize('NFC');
  const key = parseTabKey(name);
  return key?.kind === 'criteria' ? key.setId : name;
}

async function fromTextFile(path: string, stated: StatedOfSet, language: Language): Promise<FoundCriteria> {
  const read = readCsv(await readBytes(path), basename(path), 'text-only');
  if (!read.ok) throw new OfflineFailure(OFFLINE_FAILURES.brokenFiles(path, 1), EXIT.files, [read.problem]);
  const tab = { title: basename(path), grid: read.grid };
  return { tab, id: stated.id ?? idOfFile(path), version: stated.version, language };
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
  if (TEXT_FILES.has(extname(path).toLowerCase()) && (await kindOf(path)) === 'file')
    return [asSource(await fromTextFile(path, stated, language))];
  const { spreadsheet } = await openWorkbook(path);
  const found = await findCriteria(spreadsheet, stated, { nameOfOnly: () => idOfFile(path), language });
  if (found.length === 0) throw new OfflineFailure(OFFLINE_FAILURES.noCriteria(path));
  return found.map(asSource);
}
