import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type PageServerOptions, startPageServer } from '../../../../src/local/page/server/page-server.ts';
import { makePeople, type People } from '../../../../src/local/people.ts';
import { type StandIn, startStandIn } from '../../../../src/local/stand-in/stand-in.ts';
import { bearerAuth } from '../../../../src/sheets/google-auth.ts';
import { connectGoogle } from '../../../../src/sheets/google-connection.ts';
import { GoogleSpreadsheet } from '../../../../src/sheets/google-spreadsheet.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';
import { makeRichWorkbook } from '../rich-workbook.ts';

const HOUR_MS = 3_600_000;

export interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly bytes: Buffer;
}

export interface Call {
  readonly method?: string;
  /** Those of a browser that is on a page of the server, unless said otherwise; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Buffer;
}

/** A call of the functions, as it arrived. */
export interface Arrived {
  readonly path: string;
  readonly authorization: string | undefined;
}

/** The page's server beside a spreadsheet server, without the functions: they are a place that notes who calls. */
export interface House {
  readonly standIn: StandIn;
  readonly people: People;
  readonly url: string;
  readonly functionsUrl: string;
  readonly arrived: Arrived[];
  readonly reported: string[];
  /** A workbook of the editor's with everything in it; nobody else is let in. */
  readonly id: string;
  readonly ask: (path: string, call?: Call) => Promise<Reply>;
  readonly stop: () => Promise<void>;
}

/** Asks as a browser does that is on a page of the server. */
export async function send(
  url: string,
  path: string,
  { method = 'GET', headers = {}, body }: Call,
): Promise<Reply> {
  const { host, port, hostname } = new URL(url);
  const usual = { host, ...(method === 'GET' ? {} : { origin: `http://${host}` }) };
  const given = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== null);
  const asked = request({
    hostname,
    port,
    path,
    method,
    headers: Object.fromEntries(given) as Record<string, string>,
  });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  const { statusCode = 0 } = response;
  const bytes = Buffer.concat(pieces);
  return { status: statusCode, headers: response.headers, text: bytes.toString('utf8'), bytes };
}

/** Stands for a build: one small file for each entry. */
export async function smallBuild(): Promise<PageServerOptions['build']> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'small.js.gz'), gzipSync('export {};'));
  const entry = { script: 'small.js', styles: [] };
  const names = ['workbook', 'home', 'tables', 'menu-worker', 'style-nonce'];
  return {
    folder,
    manifest: { inputs: {}, entries: Object.fromEntries(names.map((name) => [name, entry])) },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function notInThisHouse(): never {
  throw new Error('not in this house');
}

export async function openHouse(options: Partial<PageServerOptions> = {}): Promise<House> {
  const people = makePeople();
  const accounts = [people.service, people.editor, people.publisher, people.reader, people.outsider];
  const storeDir = await temporaryFolder();
  const standIn = await startStandIn({ port: 0, storeDir, accounts });
  const arrived: Arrived[] = [];
  const functions = createServer(({ url = '', headers }, response) => {
    arrived.push({ path: url, authorization: headers.authorization });
    response.end('{"ok":true}');
  });
  const functionsUrl = await listen(functions);
  const reported: string[] = [];
  const server = await startPageServer({
    port: 0,
    host: '127.0.0.1',
    workspace: {
      sheetsUrl: standIn.rootUrl,
      functionsUrl,
      people,
      identityToken: (email) => `identity of ${email}`,
      stored: standIn.stored,
      makeWorkbook: notInThisHouse,
      spreadsheetOf: (spreadsheetId, { token }) => {
        const auth = bearerAuth(async () => ({ accessToken: token, expiresAt: Date.now() + HOUR_MS }));
        return new GoogleSpreadsheet({
          connection: connectGoogle({ auth, rootUrl: standIn.rootUrl }),
          spreadsheetId,
        });
      },
      createSpreadsheet: notInThisHouse,
    },
    storeDir: await temporaryFolder(),
    build: await smallBuild(),
    languages: { asked: undefined, usual: 'vi' },
    report: (sentence) => reported.push(sentence),
    ...options,
  });
  const id = await makeRichWorkbook(standIn.rootUrl, people.editor.token);
  return {
    standIn,
    people,
    url: server.url,
    functionsUrl,
    arrived,
    reported,
    id,
    ask: (path, call = {}) => send(server.url, path, call),
    stop: async () => {
      await server.stop();
      functions.close();
      await standIn.close();
    },
  };
}

export const jsonCall = (body: unknown, headers: Call['headers'] = {}): Call => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const formCall = (fields: Readonly<Record<string, string>>, headers: Call['headers'] = {}): Call => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: new URLSearchParams(fields).toString(),
});
