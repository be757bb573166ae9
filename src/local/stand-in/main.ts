import { parseArgs } from 'node:util';
import { GOOGLE_LIMITS } from './faults/quotas.ts';
import { startStandIn } from './stand-in.ts';

const USAGE = `usage: npm run stand-in -- [--port N] [--store DIR] [--strict] [--quotas]
                            [--locale L] [--time-zone Z]

A local Google Sheets v4 and Drive v3 on 127.0.0.1. Point a client's rootUrl here.

  --port N     port to listen on (default 9099; 0 takes a free one)
  --store DIR  where the spreadsheets are kept (default ./stand-in-store)
  --strict     refuse tokens that belong to no seeded account; without it an
               unknown token stands for an account of its own
  --quotas     refuse with 429 beyond Google's limits (60 reads and 60 writes a
               minute and person, 300 a project)
  --locale L, --time-zone Z
               what a new spreadsheet has when nobody says
               (default en_US and Etc/GMT)
  --help       this text
`;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
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
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

function reasonFor(error: unknown, port: number): string {
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EADDRINUSE') return `Port ${port} is already in use; choose another with --port.`;
    if (error.code === 'EACCES') return `Not allowed: ${error.message}.`;
  }
  return `The stand-in could not start: ${error instanceof Error ? error.message : String(error)}.`;
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
    process.stdout.write(USAGE);
    return;
  }
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535)
    fail(`--port ${values.port} is not a port number (0 to 65535).`);
  try {
    const standIn = await startStandIn({
      port,
      storeDir: values.store,
      strictValidation: values['strict-validation'],
      unknownTokens: values.strict ? 'refuse' : 'own-account',
      defaults: { locale: values.locale, timeZone: values['time-zone'] },
      ...(values.quotas ? { quotas: GOOGLE_LIMITS } : {}),
    });
    process.stdout.write(`Sheets and Drive stand-in ready at ${standIn.rootUrl} (store: ${values.store})\n`);
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
