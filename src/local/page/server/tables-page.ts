import type { Language } from '../../../domain/language.ts';
import { PAGE_WORDS, VIEW_WORDS } from '../../../domain/messages/page-messages.ts';
import { describeChart } from '../chart/describe-chart.ts';
import type { PageTab, PageWorkbook, PlacedChart } from '../model/page-workbook.ts';
import type { Assets } from './assets.ts';
import { type Html, html } from './html.ts';
import { looksCss } from './look-css.ts';
import { languageForm, pageHtml } from './page-shell.ts';
import { tableHtml } from './table-html.ts';

export interface TablesPage {
  readonly workbook: PageWorkbook;
  /** The path of this page, without what is asked of it. */
  readonly path: string;
  /** Who looks, to go along with every link; empty for whoever has the link only. */
  readonly query: string;
  /** One tab alone, of a workbook that is too large to be shown at once. */
  readonly tab: number | undefined;
  readonly language: Language;
  readonly assets: Assets;
  readonly nonce: string;
  /** What stands at the head, beside the title. */
  readonly head: Html;
}

/** More cells than this on one page are slow to read and to print. */
const MOST_CELLS = 30_000;

function cellCount({ rows }: PageTab): number {
  return rows.reduce((sum, cells) => sum + cells.length, 0);
}

function shownTabs({ workbook, tab }: TablesPage): {
  readonly all: readonly PageTab[];
  readonly here: readonly PageTab[];
} {
  const all = workbook.tabs.filter(({ hidden }) => !hidden);
  const fits = all.reduce((sum, each) => sum + cellCount(each), 0) <= MOST_CELLS;
  if (fits) return { all, here: all };
  const chosen = all.find(({ id }) => id === tab) ?? all[0];
  return { all, here: chosen === undefined ? [] : [chosen] };
}

function withQuery(path: string, ...parts: readonly string[]): string {
  const query = parts.filter((part) => part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

function figureHtml({ id, chart, width, height }: PlacedChart, page: TablesPage): Html {
  const { workbook, path, query, language } = page;
  const picture = withQuery(`${path}/charts/${id}`, query, `version=${workbook.version}`);
  const description = describeChart(chart)[language];
  return html`<figure><img src="${picture}" alt="${description}" width="${width}" height="${height}"></figure>`;
}

/** Where a tab is found: further down, or on a page of its own. */
function addressOfTab(id: number, { path, query }: TablesPage, isOneByOne: boolean): string {
  return isOneByOne ? withQuery(path, query, `tab=${id}`) : `#tab-${id}`;
}

function sectionHtml(tab: PageTab, page: TablesPage, isOneByOne: boolean): Html {
  const heading = `heading-${tab.id}`;
  const { language, workbook } = page;
  const reading = {
    language,
    looks: workbook.looks,
    addressOfTab: (id: number) => addressOfTab(id, page, isOneByOne),
    figure: (chart: PlacedChart) => figureHtml(chart, page),
  };
  return html`<section id="tab-${tab.id}" aria-labelledby="${heading}">
<h2 id="${heading}">${tab.title}</h2>
<div class="wide" role="group" aria-labelledby="${heading}" tabindex="0">${tableHtml(tab, reading)}</div>
</section>
`;
}

interface Tabs {
  readonly isOneByOne: boolean;
  /** Those on this page. */
  readonly here: readonly PageTab[];
}

function tabLink({ id, title }: PageTab, page: TablesPage, { isOneByOne, here }: Tabs): Html {
  const isCurrent = isOneByOne && here.some((tab) => tab.id === id);
  const current = isCurrent ? html` aria-current="page"` : undefined;
  return html`<li><a href="${addressOfTab(id, page, isOneByOne)}"${current}>${title}</a></li>`;
}

/** The tabs of a workbook as tables, with their charts: read by any browser, screen reader and printer, without a script. */
export function tablesHtml(page: TablesPage): string {
  const { workbook, language, assets, nonce, path, query } = page;
  const { all, here } = shownTabs(page);
  const isOneByOne = here.length < all.length;
  const body = html`<a class="skip" href="#tables">${VIEW_WORDS.skip[language]}</a>
<header class="head">
<h1>${workbook.title}</h1>
${page.head}
${languageForm(language, withQuery(path, query))}
</header>
<nav class="tabs" aria-label="${VIEW_WORDS.tabs[language]}"><ul>${all.map((tab) => tabLink(tab, page, { isOneByOne, here }))}</ul></nav>
<main id="tables">
${here.map((tab) => sectionHtml(tab, page, isOneByOne))}
${here.length === 0 ? html`<p>${VIEW_WORDS.empty[language]}</p>` : undefined}
</main>`;
  return pageHtml({
    title: `${workbook.title} – ${PAGE_WORDS.product[language]}`,
    language,
    entry: 'tables',
    assets,
    body,
    bodyClass: 'tables',
    style: { nonce, text: looksCss(workbook) },
  });
}
