import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { type Bilingual, type Language, LanguageSchema } from '../domain/language.ts';
import { ARGUMENT_TROUBLE, WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { allSamples } from './all-samples.ts';
import { USUAL_PORT } from './ports.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

const DEFAULT_STORE = '.par-index';
/** The functions listen on the port after it, the page on the one after that. */
const LAST_PORT = 65_533;
const LOOPBACK = '127.0.0.1';
/** In the environment, because a command line can be read by everybody on the machine. */
const PASS_PHRASE = 'PAR_PASS_PHRASE';
const SHORTEST_PHRASE = 12;

export interface Arguments {
  readonly help: boolean;
  readonly once: boolean;
  readonly port: number;
  readonly storeDir: string;
  readonly samples: readonly string[];
  readonly language: Language;
  /** The address on which the page listens. */
  readonly host: string;
  /** What everybody who opens the page has to know; absent on this machine alone. */
  readonly passPhrase?: string;
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
        port: { type: 'string', default: String(USUAL_PORT) },
        store: { type: 'string', default: DEFAULT_STORE },
        sample: { type: 'string', multiple: true },
        language: { type: 'string' },
        host: { type: 'string', default: LOOPBACK },
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

/** The page is for this machine; other machines may reach it only if whoever opens it has to know something. */
function parseHost(host: string, phrase: string | undefined): Pick<Arguments, 'host' | 'passPhrase'> {
  if (isIP(host) === 0) throw badArgument(ARGUMENT_TROUBLE.host(host));
  if (phrase !== undefined && phrase.length < SHORTEST_PHRASE)
    throw badArgument(ARGUMENT_TROUBLE.phraseTooShort(PASS_PHRASE, SHORTEST_PHRASE));
  if (phrase !== undefined) return { host, passPhrase: phrase };
  if (host !== LOOPBACK) throw badArgument(ARGUMENT_TROUBLE.noPhrase(PASS_PHRASE, SHORTEST_PHRASE));
  return { host };
}

export function parseArguments(
  argv: readonly string[],
  fallback: Language,
  environment: Environment = {},
): Arguments {
  const { help, once, port, store, sample, host, language = fallback } = parseOptions(argv);
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
    ...parseHost(host, environment[PASS_PHRASE] || undefined),
  };
}
