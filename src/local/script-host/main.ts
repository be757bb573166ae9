import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import type { Language } from '../../domain/language.ts';
import { languageOfCommand } from '../../domain/language-of-command.ts';
import { MENU_COMMAND } from '../../domain/messages/menu-command-messages.ts';
import { MENU_WORDS } from '../../domain/messages/menu-messages.ts';
import { WORKSPACE_FAILURES } from '../../domain/messages/workspace-messages.ts';
import { readSample } from '../sample-workbook.ts';
import type { Account } from '../stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../workspace.ts';
import { WorkspaceFailure } from '../workspace-failure.ts';
import { type Entry, type Filled, type MenuArguments, parseArguments, refused } from './arguments.ts';
import type { Shown } from './fakes/protocol.ts';
import { bundleMenu, type MenuSession, startMenuSession } from './menu-session.ts';

const POLL_EVERY_MS = 1_000;
/** What the menu remembers of a recompute that was longer than a click can wait. */
const TOOK_LONG = ['par.last-ms', '60000'] as const;

const language: Language = languageOfCommand(process.argv.slice(2), process.env);

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line of what the person sees, with what kind of thing it is. */
function tell(kind: Shown['kind'], text: string): void {
  print(`[${MENU_COMMAND[kind][language]}] ${text}`);
}

function printShown(shown: Shown): void {
  if (shown.kind === 'menu')
    tell('menu', `${shown.title}: ${shown.items.map(({ caption }) => caption).join(' · ')}`);
  else if (shown.kind === 'toast') tell('toast', shown.text);
  else if (shown.kind === 'alert') tell('alert', `${shown.title}\n${shown.text}`);
  else tell(shown.kind, shown.title);
}

const DialogSchema = z.object({
  ok: z.boolean(),
  title: z.string(),
  lines: z.array(z.string()),
  confirm: z.looseObject({}).optional(),
  address: z.string().optional(),
});

/** What a dialog shows; a refusal is the command's own. */
function printDialog(state: unknown): z.infer<typeof DialogSchema> {
  const shown = DialogSchema.parse(state);
  const { title, lines, address = [] } = shown;
  tell('dialog', [title, ...lines.concat(address).map((line) => `  ${line}`)].join('\n'));
  if (!shown.ok) process.exitCode = 1;
  return shown;
}

const ProgressSchema = z.object({
  phase: z.string(),
  percent: z.number(),
  elapsed: z.string(),
  ended: z.string(),
  isRunning: z.boolean(),
  results: z.string().optional(),
  lines: z.array(z.string()).optional(),
});

/** As the sidebar does: asks until nothing is under way any more. */
async function watch(session: MenuSession): Promise<void> {
  const { phase, percent, elapsed, ended, isRunning, results, lines } = ProgressSchema.parse(
    await session.run({ functionName: 'pollStatus' }),
  );
  const under = isRunning ? [`${phase} · ${percent} % · ${elapsed}`] : [phase];
  const shown = [...under, ended, results ?? '', ...(lines ?? [])].filter((line) => line !== '');
  tell('sidebar', shown.join('\n  '));
  if (!isRunning) return;
  await delay(POLL_EVERY_MS);
  await watch(session);
}

/** What is filled in in the dialog of publishing, as its form has it. */
function formOf({ readers, tabs, copying, provisional, who, why }: Filled) {
  const isNamed = readers.includes('@');
  const audience = readers === 'anyone' ? 'anyone' : isNamed ? 'people' : 'domain';
  const [domain, addresses] = [audience === 'domain' ? readers : '', isNamed ? readers : ''];
  const keys = tabs?.split(',').map((key) => key.trim()) ?? null;
  return { audience, domain, addresses, tabs: keys, copying, provisional, who, why };
}

/** The same of the dialog of setting up: the workbook goes on from that of the sample. */
function setupFormOf({ period, workbookLanguage, criteria, office }: Filled, last: string) {
  const links = criteria.replaceAll(',', '\n');
  return { period, language: workbookLanguage, last, criteria: links, province: '', office };
}

interface Drafted {
  readonly entry: 'publish' | 'setup';
  /** The end of the names of the script's functions. */
  readonly what: 'Publication' | 'Setup';
  readonly form: object;
  readonly isWanted: boolean;
}

/** Looks at a draft and, where that is wanted, confirms it. */
async function draftAndConfirm(session: MenuSession, { entry, what, form, isWanted }: Drafted) {
  const drafted = printDialog(await session.run({ functionName: `draft${what}`, argument: form }));
  if (drafted.confirm === undefined) return;
  if (!isWanted) {
    print(MENU_COMMAND.notConfirmed[entry][language]);
    return;
  }
  const argument = { ...form, ...drafted.confirm };
  printDialog(await session.run({ functionName: `confirm${what}`, argument }));
}

async function withdraw(session: MenuSession, filled: Filled) {
  if (!filled.confirm) {
    print(MENU_COMMAND.notConfirmed.withdraw[language]);
    return;
  }
  printDialog(await session.run({ functionName: 'confirmWithdrawal', argument: formOf(filled) }));
}

interface Clicked {
  readonly entry: Entry;
  readonly filled: Filled;
  readonly spreadsheetId: string;
}

/** Fills in the dialog that an entry opened, and prints what it then shows. */
async function fillIn(session: MenuSession, { entry, filled, spreadsheetId }: Clicked): Promise<void> {
  const isWanted = filled.confirm;
  if (entry === 'setup') {
    const form = setupFormOf(filled, spreadsheetId);
    await draftAndConfirm(session, { entry, what: 'Setup', form, isWanted });
  } else if (entry === 'publish') {
    await draftAndConfirm(session, { entry, what: 'Publication', form: formOf(filled), isWanted });
  } else await withdraw(session, filled);
}

const ENDED: readonly string[] = Object.values(MENU_WORDS.ended);

/** By the toast with which the menu ends what could not be done. */
function isTrouble(shown: Shown): boolean {
  return shown.kind === 'toast' && ENDED.includes(shown.text);
}

async function click(session: MenuSession, clicked: Clicked): Promise<void> {
  const { entry } = clicked;
  const { items } = await session.open();
  const captions: readonly string[] = Object.values(MENU_WORDS[entry]);
  const item = items.find(({ caption }) => captions.includes(caption));
  if (item === undefined) throw refused(MENU_COMMAND.noEntry(entry));
  const shown = await session.click(item.caption);
  if (shown.some(isTrouble)) {
    process.exitCode = 1;
    return;
  }
  if (entry === 'publish' || entry === 'withdraw' || entry === 'setup') await fillIn(session, clicked);
  if (entry === 'status' || entry === 'recompute') await watch(session);
}

function personWith(email: string, { people }: Workspace): Account {
  const known = [people.editor, people.publisher, people.reader];
  const person = known.find((each) => each.email === email);
  const addresses = known.map((each) => each.email);
  if (person === undefined) throw refused(MENU_COMMAND.nobody(email, addresses));
  return person;
}

async function inWorkspace(workspace: Workspace, { entry, as, sample, later, filled }: MenuArguments) {
  const person = personWith(as, workspace);
  const { spreadsheetId } = await workspace.openSample(await readSample(sample));
  const session = startMenuSession({
    workspace,
    spreadsheetId,
    person,
    code: await bundleMenu(workspace.functionsUrl),
    properties: new Map(later ? [TOOK_LONG] : []),
    show: printShown,
  });
  try {
    await click(session, { entry, filled, spreadsheetId });
  } finally {
    await session.stop();
  }
}

async function work(): Promise<void> {
  const given = parseArguments(process.argv.slice(2));
  if (given.help) {
    print(MENU_COMMAND.help[language]);
    return;
  }
  const workspace = await startWorkspace({ port: 0, storeDir: given.storeDir });
  try {
    await inWorkspace(workspace, given);
  } finally {
    await workspace.stop();
  }
}

try {
  await work();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const sentence =
    error instanceof WorkspaceFailure ? error.sentence : WORKSPACE_FAILURES.unexpected(message);
  process.stderr.write(`${sentence[language]}\n`);
  process.exitCode = 1;
}
