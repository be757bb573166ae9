import { parseArgs } from 'node:util';
import { GOOGLE_LIMITS } from './faults/quotas.ts';
import { COMMAND_SENTENCES, USAGE } from './messages/command-sentences.ts';
import { type Language, languageOf, type Sentence } from './messages/sentence.ts';
import { isLocale, isTimeZone } from './model/spreadsheet-properties.ts';
import { startStandIn } from './stand-in.ts';
import { StoreInUse } from './storage/store-lock.ts';

/** The language of even a refused command line: asked for, else the terminal's. */
function languageOfCommand(argv: readonly string[]): Language {
  const asked = argv[argv.indexOf('--language') + 1]?.toLowerCase();
  return argv.includes('--language') && (asked === 'vi' || asked === 'en') ? asked : languageOf(process.env);
}

const language = languageOfCommand(process.argv.slice(2));

function tell(sentence: Sentence): void {
  process.stderr.write(`${sentence[language]}\n`);
}

function fail(sentence: Sentence): never {
  tell(sentence);
  process.exit(1);
}

/** Node's refusals are in English only; its codes and the option that it names are enough to say it in both languages. */
function argumentTrouble(error: unknown): Sentence {
  const message = error instanceof Error ? error.message : String(error);
  const [, named = ''] = /'([^'\s]+)/.exec(message) ?? [];
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return COMMAND_SENTENCES.unknownOption(named);
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return COMMAND_SENTENCES.notAnOption(named);
  return COMMAND_SENTENCES.badValue(named);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '9099' },
        store: { type: 'string', default: 'stand-in-store' },
        strict: { type: 'boolean', default: false },
        quotas: { type: 'boolean', default: false },
        'strict-validation': { type: 'boolean', default: false },
        locale: { type: 'string', default: 'en_US' },
        'time-zone': { type: 'string', default: 'Etc/GMT' },
        language: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(argumentTrouble(error));
  }
}

type Values = ReturnType<typeof readArguments>;

/** The port, once everything that was given has been found right. */
function checkedPort({ port, locale, language: asked, 'time-zone': timeZone }: Values): number {
  if (asked !== undefined && !/^(vi|en)$/i.test(asked)) fail(COMMAND_SENTENCES.badLanguage(asked));
  if (!isLocale(locale)) fail(COMMAND_SENTENCES.badLocale(locale));
  if (!isTimeZone(timeZone)) fail(COMMAND_SENTENCES.badTimeZone(timeZone));
  if (!/^\d+$/.test(port) || Number(port) > 65_535) fail(COMMAND_SENTENCES.badPort(port));
  return Number(port);
}

function reasonFor(error: unknown, port: number): Sentence {
  if (error instanceof StoreInUse) return error.sentence;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return COMMAND_SENTENCES.portInUse(port);
  if (code === 'EACCES') return COMMAND_SENTENCES.notAllowed(message);
  return COMMAND_SENTENCES.notStarted(message);
}

const PARENT_CHECK_MILLISECONDS = 500;

/** A signal to `npm run` ends npm and its shell and does not always reach the program they started (tried with npm 11). */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MILLISECONDS);
  timer.unref();
}

async function main(): Promise<void> {
  const values = readArguments();
  if (values.help) {
    process.stdout.write(USAGE[language]);
    return;
  }
  const port = checkedPort(values);
  try {
    const standIn = await startStandIn({
      port,
      storeDir: values.store,
      report: tell,
      strictValidation: values['strict-validation'],
      unknownTokens: values.strict ? 'refuse' : 'own-account',
      defaults: { locale: values.locale, timeZone: values['time-zone'] },
      ...(values.quotas ? { quotas: GOOGLE_LIMITS } : {}),
    });
    process.stdout.write(`${COMMAND_SENTENCES.ready(standIn.rootUrl, values.store)[language]}\n`);
    const stop = (): void => {
      void standIn.close().then(() => process.exit(0));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    if (process.env['npm_lifecycle_event'] === 'stand-in') stopWithParent(stop);
  } catch (error) {
    fail(reasonFor(error, port));
  }
}

await main();
