import { parseArgs } from 'node:util';
import { argumentTrouble } from '../../domain/argument-trouble.ts';
import { type Bilingual, type Language, LanguageSchema } from '../../domain/language.ts';
import { ARGUMENT_MESSAGES, badArgument } from '../../domain/messages/argument-messages.ts';
import { MENU_COMMAND } from '../../domain/messages/menu-command-messages.ts';
import { allSamples } from '../all-samples.ts';
import { WorkspaceFailure } from '../workspace-failure.ts';

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
export type Entry = (typeof ENTRIES)[number];

/** What a person fills in in a dialog, as it was typed. */
export interface Filled {
  readonly readers: string;
  readonly tabs: string | undefined;
  readonly copying: boolean;
  readonly provisional: boolean;
  readonly who: string;
  readonly why: string;
  readonly period: string;
  readonly workbookLanguage: Language;
  readonly criteria: string;
  readonly office: string;
  readonly confirm: boolean;
}

export interface MenuArguments {
  readonly help: boolean;
  readonly entry: Entry;
  readonly as: string;
  readonly sample: string;
  readonly storeDir: string;
  readonly later: boolean;
  readonly filled: Filled;
}

export function refused(detail: Bilingual): WorkspaceFailure {
  return new WorkspaceFailure(badArgument('npm run menu --', detail));
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        as: { type: 'string', default: 'editor@par-index.test' },
        sample: { type: 'string' },
        store: { type: 'string', default: '.par-index' },
        language: { type: 'string' },
        readers: { type: 'string', default: 'anyone' },
        tabs: { type: 'string' },
        copying: { type: 'boolean', default: false },
        provisional: { type: 'boolean', default: false },
        who: { type: 'string', default: '' },
        why: { type: 'string', default: '' },
        period: { type: 'string', default: '' },
        'workbook-language': { type: 'string', default: 'vi' },
        criteria: { type: 'string', default: '' },
        office: { type: 'string', default: '' },
        confirm: { type: 'boolean', default: false },
        later: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw refused(argumentTrouble(error));
  }
}

function entryNamed(name: string | undefined): Entry {
  if (name === undefined) throw refused(MENU_COMMAND.whichEntry);
  const entry = ENTRIES.find((each) => each === name);
  if (entry === undefined) throw refused(MENU_COMMAND.noEntry(name));
  return entry;
}

function sampleFolder(asked: string | undefined): string {
  const [folder = asked] = asked === undefined ? allSamples() : [asked];
  if (folder === undefined) throw refused(MENU_COMMAND.noSample);
  return folder;
}

export function parseArguments(argv: readonly string[]): MenuArguments {
  const { values, positionals } = parseOptions(argv);
  const { as, store, sample, later, help, language = 'vi', 'workbook-language': wanted, ...rest } = values;
  const [name, ...more] = positionals;
  if (more.length > 0) throw refused(ARGUMENT_MESSAGES.notAnOption(more.join(' ')));
  if (!LanguageSchema.safeParse(language.toLowerCase()).success)
    throw refused(ARGUMENT_MESSAGES.language(language));
  const workbookLanguage = LanguageSchema.safeParse(wanted);
  if (!workbookLanguage.success) throw refused(MENU_COMMAND.workbookLanguage(wanted));
  return {
    help,
    entry: help ? 'help' : entryNamed(name),
    as,
    sample: sampleFolder(sample),
    storeDir: store,
    later,
    filled: { ...rest, tabs: rest.tabs, workbookLanguage: workbookLanguage.data },
  };
}
