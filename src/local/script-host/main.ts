import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { MENU_WORDS } from '../../domain/messages/menu-messages.ts';
import { allSamples } from '../all-samples.ts';
import { readSample } from '../sample-workbook.ts';
import type { Account } from '../stand-in/identity/accounts.ts';
import { startWorkspace, type Workspace } from '../workspace.ts';
import type { Shown } from './fakes/protocol.ts';
import { bundleMenu, type MenuSession, startMenuSession } from './menu-session.ts';

const USAGE = `usage: npm run menu -- ENTRY [--as E-MAIL] [--sample FOLDER] [--store FOLDER]

Clicks an entry of the PAR Index menu in a local workbook and prints what the person sees.
Addresses that it prints open while npm start runs.

  ENTRY            recompute, preview, check, publish, withdraw, verify, setup, status, language or help
  --as E-MAIL      editor@par-index.test (usual), publisher@par-index.test or reader@par-index.test
  --sample FOLDER  whose workbook (usual: the first in sheets-templates/samples)
  --store FOLDER   where the workbooks are kept (usual: .par-index); stop npm start first

For recompute:
  --later          as in a workbook whose last recompute took longer than a click can wait: through the queue

For publish and withdraw, what is filled in in the dialog:
  --readers WHO    anyone, a domain such as province.test, or addresses with commas between
  --tabs KEYS      the results to publish, with commas between, such as summary (usual: those of the last release, or all)
  --copying        readers may copy, download and print
  --provisional    publish provisional results
  --who TEXT       who publishes, in public words
  --why TEXT       the reason, in public words
  --confirm        publish the draft that was shown, or withdraw; without it nothing is changed

For setup (the workbook of the sample is last year’s):
  --period TEXT    the new period
  --language vi|en of the new workbook (usual: vi)
  --criteria LINKS spreadsheets with new criteria sets, with commas between
  --office ADDRESSES  colleagues who may change criteria and settings, with commas between
  --confirm        make the workbook that was shown
`;

const ENTRIES = [
  'recompute',
  'preview',
  'check',
  'publish',
  'withdraw',
  'verify',
  'setup',
  'status',
  'language',
  'help',
] as const;
type Entry = (typeof ENTRIES)[number];

const POLL_EVERY_MS = 1_000;
/** What the menu remembers of a recompute that was longer than a click can wait. */
const TOOK_LONG = ['par.last-ms', '60000'] as const;

/** A person made a mistake at the command line; ends in one sentence. */
class UsageError extends Error {}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function lineFor(shown: Shown): string {
  switch (shown.kind) {
    case 'menu':
      return `[menu ${shown.title}] ${shown.items.map(({ caption }) => caption).join(' · ')}`;
    case 'toast':
      return `[toast] ${shown.text}`;
    case 'alert':
      return `[alert] ${shown.title}\n${shown.text}`;
    default:
      return `[${shown.kind}] ${shown.title}`;
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      as: { type: 'string', default: 'editor@par-index.test' },
      sample: { type: 'string' },
      store: { type: 'string', default: '.par-index' },
      readers: { type: 'string', default: 'anyone' },
      tabs: { type: 'string' },
      copying: { type: 'boolean', default: false },
      provisional: { type: 'boolean', default: false },
      who: { type: 'string', default: '' },
      why: { type: 'string', default: '' },
      period: { type: 'string', default: '' },
      language: { type: 'string', default: 'vi' },
      criteria: { type: 'string', default: '' },
      office: { type: 'string', default: '' },
      confirm: { type: 'boolean', default: false },
      later: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const entry = ENTRIES.find((each) => each === positionals[0]);
  if (!values.help && entry === undefined) throw new UsageError('Which entry of the menu? See --help.');
  return { ...values, entry: entry ?? 'help' };
}

type Filled = Omit<
  ReturnType<typeof readArguments>,
  'entry' | 'as' | 'sample' | 'store' | 'help' | 'later'
> & {
  readonly spreadsheetId: string;
};

/** What is filled in in the dialog, as its form has it. */
function formOf({ readers, tabs, copying, provisional, who, why }: Filled) {
  const isNamed = readers.includes('@');
  const audience = readers === 'anyone' ? 'anyone' : isNamed ? 'people' : 'domain';
  const [domain, addresses] = [audience === 'domain' ? readers : '', isNamed ? readers : ''];
  const keys = tabs?.split(',').map((key) => key.trim()) ?? null;
  return { audience, domain, addresses, tabs: keys, copying, provisional, who, why };
}

/** The same of the dialog of setting up: the workbook goes on from that of the sample. */
function setupFormOf({ period, language, criteria, office, spreadsheetId }: Filled) {
  const links = criteria.replaceAll(',', '\n');
  return { period, language, last: spreadsheetId, criteria: links, province: '', office };
}

const DialogSchema = z.object({
  ok: z.boolean(),
  title: z.string(),
  lines: z.array(z.string()),
  confirm: z.looseObject({}).optional(),
});

const SidebarSchema = z.looseObject({ canCancel: z.boolean() });

function dialogLine(state: unknown): string {
  const { title, lines } = DialogSchema.parse(state);
  return [`[dialog state] ${title}`, ...lines.map((line) => `  ${line}`)].join('\n');
}

function sampleFolder(asked: string | undefined): string {
  const [folder = asked] = asked === undefined ? allSamples() : [asked];
  if (folder === undefined) throw new UsageError('Which workbook? Name a folder with --sample.');
  return folder;
}

function personWith(email: string, { people }: Workspace): Account {
  const known = [people.editor, people.publisher, people.reader];
  const person = known.find((each) => each.email === email);
  if (person === undefined)
    throw new UsageError(`Nobody here is ${email}; there are ${known.map((each) => each.email).join(', ')}.`);
  return person;
}

/** Looks at a draft and, where that is wanted, confirms it. */
async function draftAndConfirm(session: MenuSession, what: string, form: object, isWanted: boolean) {
  const drafted = DialogSchema.parse(await session.run({ functionName: `draft${what}`, argument: form }));
  print(dialogLine(drafted));
  if (!isWanted || drafted.confirm === undefined) return;
  const argument = { ...form, ...drafted.confirm };
  print(dialogLine(await session.run({ functionName: `confirm${what}`, argument })));
}

/** Fills in the dialog that an entry opened, and prints what it then shows. */
async function fillIn(session: MenuSession, entry: Entry, filled: Filled): Promise<void> {
  if (entry === 'setup') {
    await draftAndConfirm(session, 'Setup', setupFormOf(filled), filled.confirm);
    return;
  }
  const form = formOf(filled);
  if (entry === 'withdraw') {
    if (filled.confirm)
      print(dialogLine(await session.run({ functionName: 'confirmWithdrawal', argument: form })));
    return;
  }
  await draftAndConfirm(session, 'Publication', form, filled.confirm);
}

/** As the sidebar does: asks until nothing is under way any more. */
async function watch(session: MenuSession): Promise<void> {
  const state = SidebarSchema.parse(await session.run({ functionName: 'pollStatus' }));
  print(`[sidebar state] ${JSON.stringify(state)}`);
  if (!state.canCancel) return;
  await delay(POLL_EVERY_MS);
  await watch(session);
}

async function click(session: MenuSession, entry: Entry, filled: Filled): Promise<void> {
  const { items } = await session.open();
  const captions: readonly string[] = Object.values(MENU_WORDS[entry]);
  const item = items.find(({ caption }) => captions.includes(caption));
  if (item === undefined) throw new UsageError(`The menu has no entry for ${entry}.`);
  await session.click(item.caption);
  if (entry === 'publish' || entry === 'withdraw' || entry === 'setup') await fillIn(session, entry, filled);
  if (entry === 'status' || entry === 'recompute') await watch(session);
}

async function work(): Promise<void> {
  const { entry, as, sample, store, help, later, ...filled } = readArguments();
  if (help) {
    print(USAGE.trimEnd());
    return;
  }
  const workspace = await startWorkspace({ port: 0, storeDir: store });
  try {
    const person = personWith(as, workspace);
    const { spreadsheetId } = await workspace.openSample(await readSample(sampleFolder(sample)));
    const code = await bundleMenu(workspace.functionsUrl);
    const session = startMenuSession({
      workspace,
      spreadsheetId,
      person,
      code,
      properties: new Map(later ? [TOOK_LONG] : []),
      show: (shown) => print(lineFor(shown)),
    });
    try {
      await click(session, entry, { ...filled, spreadsheetId });
    } finally {
      await session.stop();
    }
  } finally {
    await workspace.stop();
  }
}

try {
  await work();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
