import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PAGE_WORDS } from '../../../domain/messages/page-messages.ts';
import type { PageManifest } from '../build/build-page.ts';
import { makeAlerts } from './alerts.ts';
import { type Assets, loadAssets } from './assets.ts';
import { type Answered, type Asked, findRoute, jsonAnswer, Refused, type Route } from './exchange.ts';
import { frameRoutes } from './frame-routes.ts';
import { fileRoutes } from './home/file-routes.ts';
import { homeRoutes } from './home/home-routes.ts';
import { htmlAnswer } from './html-answer.ts';
import { languageOfRequest, type WorkspaceLanguages } from './language-of-request.ts';
import type { PageContext, PageWorkspace } from './page-context.ts';
import { noticeHtml } from './page-shell.ts';
import { passPhrase } from './pass-phrase.ts';
import { readRequestBody } from './read-request-body.ts';
import { bracketed, isFromHere, type Origins, originsOf } from './same-origin.ts';
import { makeScriptDesk } from './script-desk.ts';
import { makeScriptPages } from './script-pages.ts';
import { scriptRoutes } from './script-routes.ts';
import { sendPage } from './send-page.ts';
import { makeSignIn, OPEN_HOUSE, type SignIn } from './sign-in.ts';
import { viewRoutes } from './view-routes.ts';
import { makeWorkbookReader } from './workbook-reader.ts';
import { workbookRoutes } from './workbook-routes.ts';

export interface PageServerOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** 127.0.0.1 unless the page is to be reached from other machines. */
  readonly host: string;
  /** Asked of whoever opens the page; needed where other machines can reach it. */
  readonly passPhrase?: string;
  readonly workspace: PageWorkspace;
  /** Where the workbooks are kept; the page keeps the documents' properties beside them. */
  readonly storeDir: string;
  readonly build: { readonly folder: string; readonly manifest: PageManifest };
  readonly languages: WorkspaceLanguages;
  /** Told of bugs: what should never happen is not hidden behind a 500. */
  readonly report: (sentence: string) => void;
  readonly now?: () => Date;
}

export interface PageServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Site {
  readonly signIn: SignIn;
  readonly assets: Assets;
  readonly routes: readonly Route[];
  readonly origins: Origins;
  readonly languages: WorkspaceLanguages;
  readonly report: (sentence: string) => void;
}

function askedBy(
  request: IncomingMessage,
  response: ServerResponse,
  languages: WorkspaceLanguages,
): Omit<Asked, 'parts'> {
  const target = request.url ?? '/';
  // As a whole address, which only a proxy is asked for.
  if (!target.startsWith('/')) throw new Refused(400, 'no address here');
  // Joined, not resolved: two slashes would begin the name of another host.
  const url = new URL(`http://here${target}`);
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    language: languageOfRequest(request, languages),
    gone: gone.signal,
    body: () => readRequestBody(request),
  };
}

async function answerFor(site: Site, request: IncomingMessage, response: ServerResponse): Promise<Answered> {
  if (!isFromHere(request, site.origins)) throw new Refused(403, 'not from here');
  const asked = askedBy(request, response, site.languages);
  const inTheWay = site.signIn.inTheWay(asked);
  if (inTheWay !== undefined) return inTheWay;
  const found = findRoute(site.routes, asked.method, asked.path);
  if (found === 'no-such-path') throw new Refused(404, 'no such page');
  if (found === 'no-such-method') throw new Refused(405, 'not in this way');
  return await found.route.handle({ ...asked, parts: found.parts });
}

/** A person who opens an address reads a sentence; a program gets the problem as it is. */
function refusal({ assets, languages }: Site, request: IncomingMessage, error: Refused): Answered {
  const isOpened = request.method === 'GET' && request.headers.accept?.includes('text/html') === true;
  if (!isOpened || error.status !== 404) return jsonAnswer({ problem: error.message }, error.status);
  const language = languageOfRequest(request, languages);
  return htmlAnswer(
    noticeHtml({ title: PAGE_WORDS.product[language], language, assets }, PAGE_WORDS.nothingHere),
    404,
  );
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await sendPage(request, response, await answerFor(site, request, response));
  } catch (error) {
    if (response.headersSent || response.destroyed) return void response.destroy();
    if (error instanceof Refused) return await sendPage(request, response, refusal(site, request, error));
    site.report(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
    await sendPage(request, response, jsonAnswer({ problem: 'unexpected' }, 500));
  }
}

async function listening(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}

const EVERYWHERE = '0.0.0.0';
const LOOPBACK = '127.0.0.1';

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

/** The local page: workbooks, their menu and their results in a browser, for people on this machine. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { workspace, build, host } = options;
  const context: PageContext = {
    workspace,
    reader: makeWorkbookReader(workspace.stored),
    assets: await loadAssets(build.folder, build.manifest),
    now: options.now ?? (() => new Date()),
  };
  const desk = await makeScriptDesk({ ...workspace, folder: options.storeDir });
  const parts = { desk, alerts: makeAlerts(), pages: makeScriptPages() };
  const server = createServer((request, response) => void respond(site, request, response));
  const { passPhrase: phrase } = options;
  const signIn =
    phrase === undefined ? OPEN_HOUSE : makeSignIn(context.assets, passPhrase(phrase), context.now);
  const site: Site = {
    signIn,
    assets: context.assets,
    routes: [
      ...signIn.routes,
      ...frameRoutes(context),
      ...homeRoutes(context),
      ...fileRoutes(context),
      ...workbookRoutes(context),
      ...viewRoutes(context),
      ...scriptRoutes(context, parts),
    ],
    origins: originsOf(host, () => portOf(server)),
    languages: options.languages,
    report: options.report,
  };
  await listening(server, options.port, host);
  return {
    url: `http://${host === EVERYWHERE ? LOOPBACK : bracketed(host)}:${portOf(server)}/`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
