import { isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { argumentTrouble } from '../domain/argument-trouble.ts';
import { type Bilingual, type Language, LanguageSchema } from '../domain/language.ts';
import { ARGUMENT_MESSAGES, badArgument } from '../domain/messages/argument-messages.ts';
import { WORKSPACE_ARGUMENTS } from '../domain/messages/workspace-messages.ts';
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
  /** The language where it was named on the command line; it then comes before what a browser prefers. */
  readonly askedLanguage: Language | undefined;
  /** The address on which the page listens. */
  readonly host: string;
  /** What everybody who opens the page has to know; absent on this machine alone. */
  readonly passPhrase?: string;
}

function refused(detail: Bilingual): WorkspaceFailure {
  return new WorkspaceFailure(badArgument('npm start --', detail));
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
    throw refused(argumentTrouble(error));
  }
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LAST_PORT) throw refused(WORKSPACE_ARGUMENTS.port(text));
  return port;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The page is for this machine; other machines may reach it only if whoever opens it has to know something. */
function parseHost(host: string, phrase: string | undefined): Pick<Arguments, 'host' | 'passPhrase'> {
  if (isIP(host) === 0) throw refused(WORKSPACE_ARGUMENTS.host(host));
  if (phrase !== undefined && phrase.length < SHORTEST_PHRASE)
    throw refused(WORKSPACE_ARGUMENTS.phraseTooShort(PASS_PHRASE, SHORTEST_PHRASE));
  if (phrase !== undefined) return { host, passPhrase: phrase };
  if (host !== LOOPBACK) throw refused(WORKSPACE_ARGUMENTS.noPhrase(PASS_PHRASE, SHORTEST_PHRASE));
  return { host };
}

export function parseArguments(
  argv: readonly string[],
  fallback: Language,
  environment: Environment = {},
): Arguments {
  const { help, once, port, store, sample, host, language } = parseOptions(argv);
  const asked = LanguageSchema.safeParse((language ?? fallback).toLowerCase());
  if (!asked.success) throw refused(ARGUMENT_MESSAGES.language(language ?? fallback));
  if (store === '') throw refused(ARGUMENT_MESSAGES.noValue('--store'));
  return {
    help,
    once,
    port: parsePort(port),
    storeDir: store,
    samples: sample ?? allSamples(),
    language: asked.data,
    askedLanguage: language === undefined ? undefined : asked.data,
    ...parseHost(host, environment[PASS_PHRASE] || undefined),
  };
}
