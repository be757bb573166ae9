import { parseArgs } from 'node:util';
import { argumentTrouble } from '../../domain/argument-trouble.ts';
import { type Bilingual, type Language, LanguageSchema } from '../../domain/language.ts';
import { languageOfCommand } from '../../domain/language-of-command.ts';
import { ARGUMENT_MESSAGES, badArgument } from '../../domain/messages/argument-messages.ts';
import { DOCTOR_COMMAND } from '../../domain/messages/doctor-command-messages.ts';
import { describeFinding } from '../../domain/messages/doctor-messages.ts';
import { makeReadPermissions } from '../drive-permissions.ts';
import { applicationDefaultAuth, bearerAuth, type SheetsAuth } from '../google-auth.ts';
import { GOOGLE_ROOT_URL } from '../root-url.ts';
import { makeAsk } from './ask.ts';
import { examine } from './examine.ts';
import { parseSpreadsheetId } from './spreadsheet-id.ts';

const argv = process.argv.slice(2);
const language: Language = languageOfCommand(argv, process.env);

function fail(detail: Bilingual): never {
  process.stderr.write(`${badArgument('npm run doctor --', detail)[language]}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        language: { type: 'string' },
        account: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(argumentTrouble(error));
  }
}

function authOf(token: string | undefined): SheetsAuth {
  if (token === undefined) return applicationDefaultAuth();
  return bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${DOCTOR_COMMAND.help[language]}\n`);
    return;
  }
  const asked = values.language?.toLowerCase() ?? language;
  if (!LanguageSchema.safeParse(asked).success) fail(ARGUMENT_MESSAGES.language(asked));
  const spreadsheetId = parseSpreadsheetId(positionals[0] ?? '');
  if (spreadsheetId === undefined || positionals.length !== 1) fail(DOCTOR_COMMAND.oneLink);
  const { PAR_SHEETS_ROOT_URL: rootUrl, PAR_ACCESS_TOKEN: token } = process.env;
  const auth = authOf(token);
  const ask = makeAsk({ auth, rootUrl: rootUrl ?? GOOGLE_ROOT_URL, now: Date.now });
  const readPermissions = makeReadPermissions({ auth, ...(rootUrl === undefined ? {} : { rootUrl }) });
  const context = values.account === undefined ? {} : { account: values.account };
  const options = { ask, readPermissions, spreadsheetId, now: Date.now, random: Math.random, ...context };
  const findings = await examine(options);
  for (const finding of findings) process.stdout.write(`${describeFinding(finding, language, context)}\n`);
  process.exitCode = findings.every(({ kind }) => kind === 'holds') ? 0 : 1;
}

await main();
