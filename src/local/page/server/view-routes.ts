import type { Bilingual } from '../../../domain/language.ts';
import { PAGE_WORDS, VIEW_WORDS } from '../../../domain/messages/page-messages.ts';
import { drawChart } from '../chart/draw-chart.ts';
import type { PageWorkbook } from '../model/page-workbook.ts';
import { type Answered, type Asked, Refused, type Route, seeOther } from './exchange.ts';
import { type Html, html } from './html.ts';
import { htmlAnswer } from './html-answer.ts';
import { accountOf, type PageContext, personOf } from './page-context.ts';
import { noticeHtml } from './page-shell.ts';
import { newNonce, PICTURE_POLICY, policyWithStyle } from './safe-headers.ts';
import { tablesHtml } from './tables-page.ts';

function tabOf({ query }: Asked): number | undefined {
  const tab = Number(query.get('tab') ?? 'NaN');
  return Number.isInteger(tab) ? tab : undefined;
}

function pictureOf(workbook: PageWorkbook | undefined, id: string): Answered {
  const charts = (workbook?.tabs ?? []).filter(({ hidden }) => !hidden).flatMap((tab) => tab.charts);
  const placed = charts.find((chart) => String(chart.id) === id);
  if (placed === undefined) throw new Refused(404, 'no such chart');
  return {
    status: 200,
    headers: {
      'content-type': 'image/svg+xml',
      'content-security-policy': PICTURE_POLICY,
      'cache-control': 'private, max-age=3600',
    },
    body: drawChart(placed.chart, placed),
  };
}

interface Shown {
  readonly workbook: PageWorkbook;
  readonly path: string;
  readonly query: string;
  readonly head: Html;
}

/** Workbooks as tables: for the people of the workspace, and, of what is open to all, for whoever has the link. */
export function viewRoutes(context: PageContext): readonly Route[] {
  const { reader, assets } = context;
  const { outsider } = context.workspace.people;

  const answer = (asked: Asked, shown: Shown): Answered => {
    const nonce = newNonce();
    const page = tablesHtml({ ...shown, tab: tabOf(asked), language: asked.language, assets, nonce });
    return htmlAnswer(page, 200, { 'content-security-policy': policyWithStyle(nonce) });
  };

  const notOpen = ({ language }: Asked, sentence: Bilingual): Answered =>
    htmlAnswer(noticeHtml({ title: PAGE_WORDS.product[language], language, assets }, sentence), 404);

  const tables = (asked: Asked): Answered => {
    const { language, parts } = asked;
    const workbook = reader.read(parts[0] ?? '', accountOf(asked, context));
    if (workbook === undefined) return notOpen(asked, PAGE_WORDS.gone);
    const as = personOf(asked);
    const here = `/workbook/${encodeURIComponent(workbook.id)}`;
    const head = html`<nav><a href="/?as=${as}">${PAGE_WORDS.home[language]}</a> <a href="${here}?as=${as}">${PAGE_WORDS.asSheet[language]}</a></nav>`;
    return answer(asked, { workbook, path: `${here}/tables`, query: `as=${as}`, head });
  };

  const view = (asked: Asked): Answered => {
    const workbook = reader.read(asked.parts[0] ?? '', outsider);
    if (workbook === undefined) return notOpen(asked, VIEW_WORDS.notOpen);
    const path = `/view/${encodeURIComponent(workbook.id)}`;
    const head = html`<p class="quiet">${VIEW_WORDS.viewOnly[asked.language]}</p>`;
    return answer(asked, { workbook, path, query: '', head });
  };

  /** Where a link to a spreadsheet leads: to what everybody may see, else to the workbook of who is let in. */
  const open = (asked: Asked): Answered => {
    const [id = ''] = asked.parts;
    const isOpenToAll = reader.read(id, outsider) !== undefined;
    if (isOpenToAll) return seeOther(`/view/${encodeURIComponent(id)}`);
    const workbook = reader.read(id, accountOf(asked, context));
    if (workbook === undefined) return notOpen(asked, PAGE_WORDS.gone);
    return seeOther(`/workbook/${encodeURIComponent(id)}?as=${personOf(asked)}`);
  };

  return [
    { method: 'GET', path: '/spreadsheets/d/*/edit', handle: open },
    { method: 'GET', path: '/workbook/*/tables', handle: tables },
    {
      method: 'GET',
      path: '/workbook/*/tables/charts/*',
      handle: (asked) =>
        pictureOf(reader.read(asked.parts[0] ?? '', accountOf(asked, context)), asked.parts[1] ?? ''),
    },
    { method: 'GET', path: '/view/*', handle: view },
    {
      method: 'GET',
      path: '/view/*/charts/*',
      handle: ({ parts }) => pictureOf(reader.read(parts[0] ?? '', outsider), parts[1] ?? ''),
    },
  ];
}
