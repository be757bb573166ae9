import { parseArgs } from 'node:util';
import { LanguageSchema } from '../../domain/language.ts';
import { describeFinding } from '../../domain/messages/doctor-messages.ts';
import { makeReadPermissions } from '../drive-permissions.ts';
import { applicationDefaultAuth, bearerAuth, type SheetsAuth } from '../google-auth.ts';
import { GOOGLE_ROOT_URL } from '../root-url.ts';
import { makeAsk } from './ask.ts';
import { examine } from './examine.ts';
import { parseSpreadsheetId } from './spreadsheet-id.ts';

const USAGE = `usage: npm run doctor -- [--lang vi|en] [--account ADDRESS] SPREADSHEET_URL

Examines a spreadsheet and the account that would recompute it, on a hidden tab that it removes.
Signs in with the machine's default Google credentials, or with the access token in PAR_ACCESS_TOKEN.
`;

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        lang: { type: 'string', default: 'vi' },
        account: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

function authOf(token: string | undefined): SheetsAuth {
  if (token === undefined) return applicationDefaultAuth();
  return bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + 3_600_000 }));
}

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const language = LanguageSchema.safeParse(values.lang);
  if (!language.success) fail(`--lang ${values.lang} is neither vi nor en.`);
  const spreadsheetId = parseSpreadsheetId(positionals[0] ?? '');
  if (spreadsheetId === undefined || positionals.length !== 1) fail(USAGE);
  const { PAR_SHEETS_ROOT_URL: rootUrl, PAR_ACCESS_TOKEN: token } = process.env;
  const auth = authOf(token);
  const ask = makeAsk({ auth, rootUrl: rootUrl ?? GOOGLE_ROOT_URL, now: Date.now });
  const readPermissions = makeReadPermissions({ auth, ...(rootUrl === undefined ? {} : { rootUrl }) });
  const context = values.account === undefined ? {} : { account: values.account };
  const options = { ask, readPermissions, spreadsheetId, now: Date.now, random: Math.random, ...context };
  const findings = await examine(options);
  for (const finding of findings)
    process.stdout.write(`${describeFinding(finding, language.data, context)}\n`);
  process.exitCode = findings.every(({ kind }) => kind === 'holds') ? 0 : 1;
}

await main();
