import { parseArgs } from 'node:util';
import { type Bilingual, type Language, LanguageSchema } from '../domain/language.ts';
import { ARGUMENT_TROUBLE, WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { allSamples } from './all-samples.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

const DEFAULT_STORE = '.par-index';
const DEFAULT_PORT = '9200';
/** The functions listen on the port after it. */
const LAST_PORT = 65_534;

export interface Arguments {
  readonly help: boolean;
  readonly once: boolean;
  readonly port: number;
  readonly storeDir: string;
  readonly samples: readonly string[];
  readonly language: Language;
}

function badArgument(detail: Bilingual): WorkspaceFailure {
  return new WorkspaceFailure(WORKSPACE_FAILURES.badArgument(detail));
}

/** Node's refusals are in English only; its codes and the option that it names are enough to say it in both languages. */
function troubleOf(error: unknown): Bilingual {
  if (!(error instanceof Error) || !('code' in error)) return ARGUMENT_TROUBLE.other;
  const [, named = ''] = /'([^'\s]+)/.exec(error.message) ?? [];
  switch (error.code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return ARGUMENT_TROUBLE.unknown(named);
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return ARGUMENT_TROUBLE.notAnOption(named);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return ARGUMENT_TROUBLE.noValue(named);
    default:
      return ARGUMENT_TROUBLE.other;
  }
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        once: { type: 'boolean', default: false },
        port: { type: 'string', default: DEFAULT_PORT },
        store: { type: 'string', default: DEFAULT_STORE },
        sample: { type: 'string', multiple: true },
        language: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw badArgument(troubleOf(error));
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LAST_PORT) throw badArgument(ARGUMENT_TROUBLE.port(text));
  return port;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The language in which even a refused command line is answered: asked for, else the terminal's. */
export function languageOfCommand(argv: readonly string[], environment: Environment): Language {
  const at = argv.indexOf('--language');
  const asked = LanguageSchema.safeParse(argv[at + 1]?.toLowerCase());
  return at >= 0 && asked.success ? asked.data : languageOfTerminal(environment);
}

/** The language of the terminal when nothing else is asked for; an empty setting is none. */
function languageOfTerminal(environment: Environment): Language {
  const settings = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']];
  const locale = settings.find((setting) => setting !== undefined && setting !== '') ?? '';
  return locale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export function parseArguments(argv: readonly string[], fallback: Language): Arguments {
  const { help, once, port, store, sample, language = fallback } = parseOptions(argv);
  const asked = LanguageSchema.safeParse(language.toLowerCase());
  if (!asked.success) throw badArgument(ARGUMENT_TROUBLE.language(language));
  if (store === '') throw badArgument(ARGUMENT_TROUBLE.noValue('--store'));
  return {
    help,
    once,
    port: parsePort(port),
    storeDir: store,
    samples: sample ?? allSamples(),
    language: asked.data,
  };
}
