import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
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

/** What a new workbook is made of. */
export type NewWorkbook = Pick<Sample, 'title' | 'input' | 'beside'>;

export interface Sharing {
  readonly with: readonly Share[];
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
  { title, firstTab }: { readonly title: string; readonly firstTab: string },
  person: RestClient,
  share: Sharing,
): Promise<string> {
  const spreadsheetId = await person.createSpreadsheet(title, firstTab);
  await letIn(spreadsheetId, person, share);
  return spreadsheetId;
}

async function fillWorkbook(
  spreadsheetId: string,
  { input, beside }: NewWorkbook,
  share: Sharing,
): Promise<void> {
  await provision(share.open(spreadsheetId), input, input.settings.language, randomUUID, beside);
}

/** A workbook of its own, whatever others there are. */
export async function makeWorkbook(wanted: NewWorkbook, person: RestClient, share: Sharing): Promise<string> {
  const firstTab = SINGLE_TAB_TITLES.settings[wanted.input.settings.language];
  const spreadsheetId = await createShared({ title: wanted.title, firstTab }, person, share);
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
