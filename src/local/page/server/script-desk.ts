import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../../../offline/files/replace-file.ts';
import type { Fetched, Told } from '../../script-host/fakes/protocol.ts';
import type { Account } from '../../stand-in/identity/accounts.ts';
import { IDENTITY_OF_PERSON, SHEETS_OF_WORKBOOK } from '../model/script-addresses.ts';

const AskSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fetch'),
    url: z.string(),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    headers: z.record(z.string(), z.string()),
    body: z.string().optional(),
  }),
  z.object({ kind: z.literal('get-property'), name: z.string() }),
  z.object({ kind: z.literal('set-property'), name: z.string(), value: z.string() }),
  z.object({ kind: z.literal('identity-token') }),
]);
type ScriptAsk = z.infer<typeof AskSchema>;

export interface ScriptDeskOptions {
  readonly sheetsUrl: string;
  readonly functionsUrl: string;
  readonly identityToken: (email: string) => string;
  /** Where the documents' properties are kept. */
  readonly folder: string;
}

/** Whose script asks, about which workbook. */
export interface ScriptOf {
  readonly workbook: string;
  readonly person: Account;
}

/** Answers what the bound script in a browser asks of Apps Script's services. Tokens stay here. */
export interface ScriptDesk {
  readonly answer: (ask: unknown, of: ScriptOf) => Promise<Told>;
}

const PropertiesSchema = z.record(z.string(), z.record(z.string(), z.string()));
type Properties = z.infer<typeof PropertiesSchema>;

const FILE = 'document-properties.json';

async function readProperties(path: string): Promise<Properties> {
  try {
    return PropertiesSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return {};
  }
}

/** The real address, and the token to go with it; undefined for a place that the script has no business with. */
function targetOf(asked: string, { workbook, person }: ScriptOf, options: ScriptDeskOptions) {
  if (!URL.canParse(asked)) return undefined;
  if (!asked.startsWith(SHEETS_OF_WORKBOOK)) {
    const url = new URL(asked);
    const isOurs = url.origin === new URL(options.functionsUrl).origin && url.username === '';
    return isOurs ? { url, token: options.identityToken(person.email) } : undefined;
  }
  // Read first, so that no dots lead from this workbook to another.
  const url = new URL(asked.slice(SHEETS_OF_WORKBOOK.length), options.sheetsUrl);
  const own = new URL(`v4/spreadsheets/${encodeURIComponent(workbook)}`, options.sheetsUrl);
  const further = url.pathname.slice(own.pathname.length, own.pathname.length + 1);
  const isOwn = url.origin === own.origin && url.pathname.startsWith(own.pathname);
  return isOwn && ['', '/', ':'].includes(further) ? { url, token: person.token } : undefined;
}

async function fetchFor(
  { url, method, headers, body }: Extract<ScriptAsk, { kind: 'fetch' }>,
  of: ScriptOf,
  options: ScriptDeskOptions,
): Promise<Fetched> {
  const target = targetOf(url, of, options);
  if (target === undefined) throw new Error(`the script may not call ${url}`);
  const { authorization: _given, Authorization: _also, ...rest } = headers;
  const response = await fetch(target.url, {
    method,
    headers: { ...rest, authorization: `Bearer ${target.token}` },
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
  });
  return { status: response.status, text: await response.text() };
}

export async function makeScriptDesk(options: ScriptDeskOptions): Promise<ScriptDesk> {
  const path = join(options.folder, FILE);
  let properties = await readProperties(path);

  async function valueFor(ask: ScriptAsk, of: ScriptOf): Promise<unknown> {
    switch (ask.kind) {
      case 'fetch':
        return fetchFor(ask, of, options);
      case 'get-property':
        return properties[of.workbook]?.[ask.name] ?? null;
      case 'set-property':
        properties = { ...properties, [of.workbook]: { ...properties[of.workbook], [ask.name]: ask.value } };
        await replaceFile(path, Buffer.from(JSON.stringify(properties)));
        return null;
      default:
        return IDENTITY_OF_PERSON;
    }
  }

  return {
    answer: async (ask, of) => {
      try {
        return { ok: true, value: await valueFor(AskSchema.parse(ask), of) };
      } catch (error) {
        return { ok: false, message: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
