import { join } from 'node:path';
import * as z from 'zod';
import type { Fetched, Told } from '../../script-host/fakes/protocol.ts';
import { IDENTITY_OF_PERSON } from '../model/script-addresses.ts';
import { keptJson } from './kept-json.ts';
import { type ScriptOf, targetOf } from './script-targets.ts';

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
  /** Where the documents' properties are kept, and which files the script made. */
  readonly folder: string;
}

/** Answers what the bound script in a browser asks of Apps Script's services. Tokens stay here. */
export interface ScriptDesk {
  readonly answer: (ask: unknown, of: ScriptOf) => Promise<Told>;
}

const PropertiesSchema = z.record(z.string(), z.record(z.string(), z.string()));
const PROPERTIES_FILE = 'document-properties.json';

/** Ids of the files that the script made, by the e-mail address of who had it make them. */
const MadeSchema = z.record(z.string(), z.array(z.string()));
const MADE_FILE = 'files-of-the-script.json';

const NewFileSchema = z.object({ id: z.string() });

export async function makeScriptDesk(options: ScriptDeskOptions): Promise<ScriptDesk> {
  const { folder } = options;
  const properties = await keptJson(join(folder, PROPERTIES_FILE), PropertiesSchema, {});
  const made = await keptJson(join(folder, MADE_FILE), MadeSchema, {});
  const places = {
    ...options,
    isMade: (fileId: string, email: string) => made.get()[email]?.includes(fileId) === true,
  };

  async function remember(text: string, email: string): Promise<void> {
    const { id } = NewFileSchema.parse(JSON.parse(text));
    await made.set({ ...made.get(), [email]: [...(made.get()[email] ?? []), id] });
  }

  async function fetchFor(ask: Extract<ScriptAsk, { kind: 'fetch' }>, of: ScriptOf): Promise<Fetched> {
    const { url, method, headers, body } = ask;
    const target = targetOf(ask, of, places);
    if (target === undefined) throw new Error(`the script may not call ${url}`);
    const { authorization: _given, Authorization: _also, ...rest } = headers;
    const response = await fetch(target.url, {
      method,
      headers: { ...rest, authorization: `Bearer ${target.token}` },
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
    });
    const text = await response.text();
    if (target.makesFile && response.ok) await remember(text, of.person.email);
    return { status: response.status, text };
  }

  async function valueFor(ask: ScriptAsk, of: ScriptOf): Promise<unknown> {
    const own = properties.get()[of.workbook] ?? {};
    switch (ask.kind) {
      case 'fetch':
        return fetchFor(ask, of);
      case 'get-property':
        return own[ask.name] ?? null;
      case 'set-property':
        await properties.set({ ...properties.get(), [of.workbook]: { ...own, [ask.name]: ask.value } });
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
