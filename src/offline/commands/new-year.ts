import { mkdir } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import { workbookTemplate } from '../../../sheets-templates/workbook/template.ts';
import type { Language } from '../../domain/language.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import { newYearLine } from '../../domain/messages/offline-words.ts';
import { SINGLE_TAB_TITLES } from '../../domain/messages/tab-messages.ts';
import { datedLine } from '../../domain/messages/year-words.ts';
import { check } from '../../jobs/check.ts';
import { hasResultsOf, type LastYear, lastYear } from '../../jobs/last-year.ts';
import type { NewYear } from '../../jobs/new-year.ts';
import { planYear, type YearPlan } from '../../jobs/plan-year.ts';
import { provision } from '../../jobs/provision.ts';
import { readWorkbook } from '../../jobs/read-workbook.ts';
import { differenceSummary } from '../../workbook/describe-set-difference.ts';
import { countIssues } from '../../workbook/output/issues-tab.ts';
import { readCriteriaSources } from '../criteria-source.ts';
import { kindOf, writing } from '../files/file-reading.ts';
import { FileSpreadsheet } from '../files/file-spreadsheet.ts';
import { openWorkbook } from '../files/open-workbook.ts';
import { replaceFile } from '../files/replace-file.ts';
import { singleFile } from '../files/single-file.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { blankWorkbook } from '../xlsx/blank-workbook.ts';
import { xlsxFormat } from '../xlsx/xlsx-format.ts';
import { pack } from '../xlsx/zip.ts';
import { answer, type Command, type Host } from './command.ts';
import { issueDocument, issueLines } from './issue-report.ts';

async function assertFree(path: string): Promise<void> {
  if (extname(path).toLowerCase() !== '.xlsx')
    throw new OfflineFailure(OFFLINE_FAILURES.notNewXlsx(path), EXIT.usage);
  if ((await kindOf(path)) !== 'nothing') throw new OfflineFailure(OFFLINE_FAILURES.exists(path));
}

async function readLastYear(path: string | undefined): Promise<LastYear | undefined> {
  if (path === undefined) return undefined;
  const { spreadsheet } = await openWorkbook(path);
  const read = lastYear(await readWorkbook(spreadsheet));
  if (read.ok) return read.value;
  const { errors } = countIssues(read.issues);
  throw new OfflineFailure(OFFLINE_FAILURES.entriesHaveErrors(path, errors), EXIT.entriesHaveErrors);
}

/** so=so.csv is the file so.csv of the set so. */
function parted(text: string): { readonly id?: string; readonly path: string } {
  const [, id, path] = /^([^=/\\]+)=(.+)$/.exec(text) ?? [];
  return id === undefined || path === undefined ? { path: text } : { id, path };
}

async function readSources(files: readonly string[], language: Language) {
  const read = await Promise.all(
    files.map((text) => {
      const { id, path } = parted(text);
      return readCriteriaSources(path, { id }, language);
    }),
  );
  return read.flat();
}

async function write(path: string, { input, further }: NewYear, language: Language, { newRunId }: Host) {
  await writing(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, pack(blankWorkbook(SINGLE_TAB_TITLES.guide[language])));
  });
  const spreadsheet = new FileSpreadsheet(xlsxFormat(path), singleFile(path, path));
  const dress = { template: workbookTemplate(), isToBeFilled: true };
  await provision(spreadsheet, input, language, newRunId, { further, dress });
  return check(spreadsheet);
}

function countsOf({ year }: YearPlan) {
  const { input, further } = year;
  return {
    sets: input.sets.length,
    groups: input.groups.length,
    units: input.units.length,
    results: further.history.results.length,
  };
}

/** Makes the control workbook of a new year as an .xlsx file; what is wrong with its criteria is told and stops it. */
export const newYearCommand: Command = async (options, host) => {
  const [path = ''] = options.operands;
  const { language, period, province, from } = options;
  await assertFree(path);
  const last = await readLastYear(from);
  if (last !== undefined && hasResultsOf(last, period))
    throw new OfflineFailure(OFFLINE_FAILURES.samePeriod(period), EXIT.usage);
  const sources = await readSources(options.criteria, language);
  const choices = { language, period, ...(province !== undefined && { province }) };
  const plan = planYear(choices, sources, last);
  if (!plan.ok) {
    answer(options, host, issueDocument(plan.issues, language), (shown) => issueLines(plan.issues, shown));
    return EXIT.entriesHaveErrors;
  }
  const { issues } = await write(path, plan.value.year, language, host);
  const remarks = [...plan.issues, ...issues];
  const counts = countsOf(plan.value);
  const { changed, dated } = plan.value;
  const differences = changed.map(({ setId, difference }) => ({
    set: setId,
    summary: differenceSummary(difference),
  }));
  const document = {
    format: 'par-index-new/1',
    path,
    ...counts,
    changed: differences.map(({ set, summary }) => ({ set, summary: summary[language] })),
    dated,
  };
  answer(options, host, { ...document, ...listed(remarks, language) }, (shown) => [
    newYearLine(path, counts)[shown],
    ...differences.map(({ set, summary }) => `${set}: ${summary[shown]}`),
    ...dated.map(({ setId, codes }) => datedLine(setId, codes)[shown]),
    ...(remarks.length === 0 ? [] : issueLines(remarks, shown)),
  ]);
  return EXIT.fine;
};

function listed(issues: Parameters<typeof issueDocument>[0], language: Language) {
  const { format: _, ...rest } = issueDocument(issues, language);
  return rest;
}
