import { parseArgs } from 'node:util';
import { type Language, LanguageSchema } from '../domain/language.ts';
import { WORKSPACE_FAILURES } from '../domain/messages/workspace-messages.ts';
import { WorkspaceFailure } from './workspace-failure.ts';

const SAMPLES_FOLDER = 'sheets-templates/samples';
const DEFAULT_SAMPLES = ['binh-duong-2017', 'tay-ninh-2023'];
const DEFAULT_PORT = '9098';
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

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        help: { type: 'boolean', default: false },
        once: { type: 'boolean', default: false },
        port: { type: 'string', default: DEFAULT_PORT },
        store: { type: 'string', default: '.par-index' },
        sample: { type: 'string', multiple: true },
        language: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw badArgument(error instanceof Error ? error.message : String(error));
  }
}

function badArgument(detail: string): WorkspaceFailure {
  return new WorkspaceFailure(WORKSPACE_FAILURES.badArgument(detail.replace(/\.$/, '')));
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LAST_PORT) throw badArgument(`--port ${text}`);
  return port;
}

/** The language of the terminal when nothing else is asked for. */
export function languageOfTerminal(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return locale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export function parseArguments(argv: readonly string[], terminalLanguage: Language): Arguments {
  const { help, once, port, store, sample, language } = parseOptions(argv);
  const asked = LanguageSchema.safeParse(language ?? terminalLanguage);
  if (!asked.success) throw badArgument(`--language ${language}`);
  return {
    help,
    once,
    port: parsePort(port),
    storeDir: store,
    samples: sample ?? DEFAULT_SAMPLES.map((name) => `${SAMPLES_FOLDER}/${name}`),
    language: asked.data,
  };
}
