import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { workbookTemplate } from '../../sheets-templates/workbook/template.ts';
import type { Bilingual } from '../domain/language.ts';
import { describeIssue } from '../domain/messages/describe-issue.ts';
import { SINGLE_TAB_TITLES } from '../domain/messages/tab-messages.ts';
import { sampleTitle, WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { provision } from '../jobs/provision.ts';
import { type ControlFolder, readControlFolder } from '../offline/control-folder.ts';
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

async function readFolder(folder: string) {
  try {
    return await readControlFolder(folder);
  } catch {
    throw new WorkspaceFailure(WORKSPACE_FAILURES.noSample(folder));
  }
}

/** The entries of a sample folder; a folder with errors is refused with the first of them. */
export async function readSample(folder: string): Promise<Sample> {
  const parsed = await readFolder(folder);
  if (!parsed.ok) {
    const [first] = parsed.issues;
    const where = [first.location.tab, first.location.cell].filter((part) => part !== undefined).join(', ');
    const told = (reader: keyof Bilingual) => {
      const { problem, remedy } = describeIssue(first, reader);
      return `${where}: ${problem} ${remedy}`;
    };
    const count = parsed.issues.length;
    throw new WorkspaceFailure({
      vi: WORKSPACE_FAILURES.brokenSample(folder, count, told('vi')).vi,
      en: WORKSPACE_FAILURES.brokenSample(folder, count, told('en')).en,
    });
  }
  const { province, period, language } = parsed.value.input.settings;
  const name = basename(resolve(folder));
  return { title: sampleTitle(province, period, name)[language], ...parsed.value };
}

/**
 * The workbook of a sample: the one that stands in the store, with whatever was edited in it, or a new one.
 * As with Google, a person creates the file and shares it with the functions' account and with colleagues.
 * A workbook whose making was interrupted has no tab of the product yet: it is finished now.
 */
export async function openSampleWorkbook(
  { title, input, beside }: Sample,
  person: RestClient,
  share: { readonly with: readonly Share[]; readonly open: (spreadsheetId: string) => SpreadsheetPort },
): Promise<SampleWorkbook> {
  const { language } = input.settings;
  const standing = await person.findSpreadsheet(title);
  const isFinished = standing !== undefined && (await person.tabTitles(standing)).size > 0;
  if (isFinished) return { title, spreadsheetId: standing, isNew: false };
  const spreadsheetId =
    standing ?? (await person.createSpreadsheet(title, SINGLE_TAB_TITLES.settings[language]));
  for (const { email, role } of share.with) {
    // biome-ignore lint/performance/noAwaitInLoops: shares of one file are given one after another
    await person.share(spreadsheetId, email, role);
  }
  const dress = { template: workbookTemplate() };
  await provision(share.open(spreadsheetId), input, language, randomUUID, { ...beside, dress });
  return { title, spreadsheetId, isNew: true };
}
