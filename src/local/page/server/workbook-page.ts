import type { Language } from '../../../domain/language.ts';
import { PAGE_WORDS } from '../../../domain/messages/page-messages.ts';
import type { Assets } from './assets.ts';
import { html } from './html.ts';
import { languageForm, type PersonName, pageHtml, personForm } from './page-shell.ts';

export interface WorkbookPage {
  readonly id: string;
  readonly title: string;
  readonly as: PersonName;
  readonly language: Language;
  readonly assets: Assets;
  readonly nonce: string;
}

function headOf({ id, title, as, language }: WorkbookPage) {
  const words = (name: keyof typeof PAGE_WORDS) => PAGE_WORDS[name][language];
  const here = `/workbook/${encodeURIComponent(id)}`;
  return html`<header id="head" class="head">
<a class="home" href="/?as=${as}">${words('product')}</a>
<h1>${title}</h1>
<p id="sync" role="status" aria-live="polite"></p>
<nav aria-label="${words('product')}">
<a href="${here}/tables?as=${as}">${words('asTables')}</a>
<a href="${here}/export.xlsx?as=${as}" download>${words('export')}</a>
</nav>
${personForm(as, language)}
${languageForm(language, `${here}?as=${as}`)}
</header>`;
}

/** The frame around the grid; what is in it comes by script. */
export function workbookHtml(page: WorkbookPage): string {
  const { id, title, as, language, assets, nonce } = page;
  const words = (name: keyof typeof PAGE_WORDS) => PAGE_WORDS[name][language];
  const body = html`<a class="skip" href="#grid">${words('skip')}</a>
${headOf(page)}
<div class="bar">
<div id="menu-bar" role="menubar" aria-label="${words('menuBar')}"></div>
<div><label for="tabs">${words('tab')}</label> <select id="tabs"></select></div>
</div>
<main class="desk">
<div class="sheet">
<p id="grid-keys" class="for-readers">${words('gridKeys')}</p>
<div id="before-grid" tabindex="-1"></div>
<div id="grid" role="region" aria-label="${words('gridLabel')}" aria-describedby="grid-keys" tabindex="-1"></div>
<div id="after-grid" tabindex="-1"></div>
<div id="over">
<div id="charts"></div>
<button id="options-button" type="button" hidden>▾</button>
<div id="options" hidden></div>
<div id="card" role="note" hidden></div>
</div>
<p id="here" class="for-readers" role="status" aria-live="polite"></p>
<p id="loading" role="status">${words('loading')}</p>
</div>
<aside id="sidebar" aria-labelledby="sidebar-title" hidden>
<header><h2 id="sidebar-title"></h2><button id="sidebar-close" class="button" type="button">${words('close')}</button></header>
<div id="sidebar-page"></div>
</aside>
</main>
<div id="toasts" role="status" aria-live="polite"></div>
<dialog id="script-dialog" aria-labelledby="script-dialog-title">
<header><h2 id="script-dialog-title"></h2><button id="script-dialog-close" class="button" type="button">${words('close')}</button></header>
<div id="script-dialog-page"></div>
</dialog>
<dialog id="message" aria-labelledby="message-title">
<h2 id="message-title"></h2><p id="message-text" class="text"></p>
<form method="dialog"><button class="button first" autofocus>${words('ok')}</button> <button id="message-offer" class="button" value="offer" hidden></button></form>
</dialog>`;
  return pageHtml({
    title: `${title} – ${words('product')}`,
    language,
    entry: 'workbook',
    assets,
    body,
    bodyClass: 'workbook',
    style: { nonce },
    data: {
      workbook: id,
      as,
      worker: `/assets/${assets.entry('menu-worker').script}`,
      code: '/menu/code.js',
    },
  });
}
