import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { workbookTemplate } from '../../sheets-templates/workbook/template.ts';
import type { Checked } from '../domain/checked.ts';
import { type Issue, isBlocking } from '../domain/issue.ts';
import type { Language } from '../domain/language.ts';
import { SINGLE_TAB_TITLES } from '../domain/messages/tab-messages.ts';
import { sampleTitle, WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { USUAL_LOCALE } from '../domain/usual-locale.ts';
import { type EntryTabs, type ForeignTab, provision, provisionTabs } from '../jobs/provision.ts';
import { issueLines } from '../offline/commands/issue-report.ts';
import { type ControlFolder, readControlFolder } from '../offline/control-folder.ts';
import { failureLines } from '../offline/failure-lines.ts';
import { unreadFiles } from '../offline/files/csv-files.ts';
import { OfflineFailure } from '../offline/offline-failure.ts';
import type { SpreadsheetPort } from '../sheets/spreadsheet-port.ts';
import type { RestClient } from './rest-client.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

/** A sample as it lies in its folder, and the title of the workbook made from it. */
export interface Sample extends ControlFolder {
  readonly title: string;
}

export interface SampleWorkbook {
  readonly title: string;
  readonly spreadsheetId: string;
  /** False for one that stood in the store already, with whatever was edited in it. */
  readonly isNew: boolean;
}

/** Somebody whom the person who made the workbook lets in. */
export interface Share {
  readonly email: string;
  readonly role: 'reader' | 'writer';
}

/** As many errors as are read at once; the command that lists all of them is named beside. */
const SHOWN_ERRORS = 20;

async function readFolder(folder: string): Promise<Checked<ControlFolder>> {
  try {
    return await readControlFolder(folder);
  } catch (error) {
    if (!(error instanceof OfflineFailure)) throw error;
    const told = (language: Language) => failureLines(error, language).join('\n');
    throw new WorkspaceFailure(WORKSPACE_FAILURES.noSample(folder, { vi: told('vi'), en: told('en') }));
  }
}

/** Every error of a folder that cannot be made into a workbook, as the check of the folder lists them. */
async function brokenSample(folder: string, issues: readonly Issue[]): Promise<WorkspaceFailure> {
  const errors = issues.filter(isBlocking);
  const shown = errors.slice(0, SHOWN_ERRORS);
  const unread = await unreadFiles(folder);
  const told = (language: Language) => issueLines(shown, language, unread).slice(0, -1).join('\n');
  const lines = { vi: told('vi'), en: told('en') };
  return new WorkspaceFailure(WORKSPACE_FAILURES.brokenSample(folder, errors.length, shown.length, lines));
}

/** The entries of a sample folder; a folder with errors is refused with all of them. */
export async function readSample(folder: string): Promise<Sample> {
  const parsed = await readFolder(folder);
  if (!parsed.ok) throw await brokenSample(folder, parsed.issues);
  const { province, period, language } = parsed.value.input.settings;
  const name = basename(resolve(folder));
  return { title: sampleTitle(province, period, name)[language], ...parsed.value };
}

/** What a new workbook is made of. */
export interface NewWorkbook extends Pick<Sample, 'title' | 'input' | 'beside'> {
  /** Whether tabs without anything in them are wanted too, with a guide. */
  readonly isToBeFilled?: boolean;
}

/** A workbook whose entries have errors: they are to be corrected in it. */
export interface FaultyWorkbook {
  readonly title: string;
  readonly entries: EntryTabs;
  readonly foreign: readonly ForeignTab[];
  readonly isToBeFilled: boolean;
}

export interface Sharing {
  readonly with: readonly Share[];
  /** Addresses of the index office and of the functions' account: they alone may change what is protected. */
  readonly office: readonly string[];
  readonly open: (spreadsheetId: string) => SpreadsheetPort;
}

/** Shares of one file are given one after another. */
async function letIn(spreadsheetId: string, person: RestClient, share: Sharing): Promise<void> {
  for (const { email, role } of share.with) {
    // biome-ignore lint/performance/noAwaitInLoops: each waits for the one before it
    await person.share(spreadsheetId, email, role);
  }
}

/** An empty spreadsheet that everybody is let in to; as with Google, a person makes it, and it is theirs. */
export async function createShared(
  {
    title,
    firstTab,
    locale,
  }: { readonly title: string; readonly firstTab: string; readonly locale?: string },
  person: RestClient,
  share: Sharing,
): Promise<string> {
  const spreadsheetId = await person.createSpreadsheet(title, firstTab, locale);
  await letIn(spreadsheetId, person, share);
  return spreadsheetId;
}

async function fillWorkbook(
  spreadsheetId: string,
  wanted: NewWorkbook | FaultyWorkbook,
  share: Sharing,
): Promise<void> {
  const { isToBeFilled = false } = wanted;
  const dress = { template: workbookTemplate(), office: share.office, isToBeFilled };
  if ('entries' in wanted) {
    const { entries, foreign } = wanted;
    await provisionTabs(share.open(spreadsheetId), entries, randomUUID, { foreign, dress });
    return;
  }
  const { input, beside } = wanted;
  await provision(share.open(spreadsheetId), input, input.settings.language, randomUUID, {
    ...beside,
    dress,
  });
}

/** A workbook of its own, whatever others there are. */
export async function makeWorkbook(
  wanted: NewWorkbook | FaultyWorkbook,
  person: RestClient,
  share: Sharing,
): Promise<string> {
  const language = 'entries' in wanted ? wanted.entries.language : wanted.input.settings.language;
  const place = { firstTab: SINGLE_TAB_TITLES.settings[language], locale: USUAL_LOCALE[language] };
  const spreadsheetId = await createShared({ title: wanted.title, ...place }, person, share);
  await fillWorkbook(spreadsheetId, wanted, share);
  return spreadsheetId;
}

/**
 * The workbook of a sample: the one that stands in the store, with whatever was edited in it, or a new one. A workbook whose making was
 * interrupted has no tab of the product yet: it is finished now.
 */
export async function openSampleWorkbook(
  sample: Sample,
  person: RestClient,
  share: Sharing,
): Promise<SampleWorkbook> {
  const { title } = sample;
  const standing = await person.findSpreadsheet(title);
  if (standing === undefined)
    return { title, spreadsheetId: await makeWorkbook(sample, person, share), isNew: true };
  if ((await person.tabTitles(standing)).size > 0) return { title, spreadsheetId: standing, isNew: false };
  await letIn(standing, person, share);
  await fillWorkbook(standing, sample, share);
  return { title, spreadsheetId: standing, isNew: true };
}
