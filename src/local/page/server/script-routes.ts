import * as z from 'zod';
import { bundleMenu } from '../../script-host/menu-session.ts';
import type { Alerts } from './alerts.ts';
import { type Handler, jsonAnswer, Refused, type Route } from './exchange.ts';
import { htmlAnswer } from './html-answer.ts';
import { accountOf, jsonOf, type PageContext } from './page-context.ts';
import { SCRIPT_PAGE_POLICY } from './safe-headers.ts';
import type { ScriptDesk } from './script-desk.ts';
import type { ScriptPages } from './script-pages.ts';

const PageSchema = z.object({ html: z.string() });

export interface ScriptParts {
  readonly desk: ScriptDesk;
  readonly alerts: Alerts;
  readonly pages: ScriptPages;
}

/** The bound script for the browser: its text, its services, its alerts, its sidebar and dialogs. */
export function scriptRoutes(context: PageContext, { desk, alerts, pages }: ScriptParts): readonly Route[] {
  let code: Promise<string> | undefined;

  const codeText: Handler = async () => {
    code ??= bundleMenu(context.workspace.functionsUrl);
    const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' };
    return { status: 200, headers, body: await code };
  };

  const ask: Handler = async (asked) => {
    const workbook = asked.parts[0] ?? '';
    const person = accountOf(asked, context);
    if (context.reader.read(workbook, person) === undefined) throw new Refused(404, 'no such workbook');
    return jsonAnswer(await desk.answer(await jsonOf(asked), { workbook, person }));
  };

  const waitForAlert: Handler = async ({ parts, gone }) => {
    await alerts.wait(parts[0] ?? '', gone);
    return jsonAnswer({});
  };

  const closeAlert: Handler = ({ parts }) => {
    alerts.close(parts[0] ?? '');
    return jsonAnswer({});
  };

  const keepPage: Handler = async (asked) => {
    const parsed = PageSchema.safeParse(await jsonOf(asked));
    if (!parsed.success) throw new Refused(400, 'a page is wanted');
    return jsonAnswer({ path: `/script-page/${pages.keep(parsed.data.html)}` });
  };

  const scriptPage: Handler = ({ parts }) => {
    const page = pages.find(parts[0] ?? '');
    if (page === undefined) throw new Refused(404, 'no such page of the script');
    return htmlAnswer(page, 200, { 'content-security-policy': SCRIPT_PAGE_POLICY });
  };

  return [
    { method: 'GET', path: '/menu/code.js', handle: codeText },
    { method: 'POST', path: '/api/script/workbooks/*/ask', handle: ask },
    { method: 'GET', path: '/api/script/alerts/*', handle: waitForAlert },
    { method: 'POST', path: '/api/script/alerts/*', handle: closeAlert },
    { method: 'POST', path: '/api/script/pages', handle: keepPage },
    { method: 'GET', path: '/script-page/*', handle: scriptPage },
  ];
}
