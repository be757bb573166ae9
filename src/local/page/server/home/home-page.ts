import type { Bilingual, Language } from '../../../../domain/language.ts';
import {
  HOME_WORDS,
  issueCount,
  RESULT_STATES,
  resultsOf,
} from '../../../../domain/messages/home-messages.ts';
import { PAGE_WORDS } from '../../../../domain/messages/page-messages.ts';
import { LOCALE_TAG } from '../../../../domain/usual-locale.ts';
import type { Assets } from '../assets.ts';
import { flag, type Html, html } from '../html.ts';
import { languageForm, type PersonName, pageHtml, personForm } from '../page-shell.ts';
import type { ListedWorkbook } from './list-workbooks.ts';
import type { Pattern } from './new-workbooks.ts';
import type { ControlState } from './workbook-card.ts';

export interface HomePage {
  readonly as: PersonName;
  readonly language: Language;
  readonly assets: Assets;
  readonly workbooks: readonly ListedWorkbook[];
  readonly patterns: readonly Pattern[];
  /** What was just done, and what undoes it. */
  readonly news?: { readonly sentence: Bilingual; readonly undo?: string };
}

/** Moments as people of the office write them. */
const ZONE = 'Asia/Ho_Chi_Minh';

function momentText(moment: Date, language: Language): string {
  const parts = {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  } as const;
  return new Intl.DateTimeFormat(LOCALE_TAG[language], { timeZone: ZONE, ...parts }).format(moment);
}

function fact(term: string, description: Html | string): Html {
  return html`<div><dt>${term}</dt><dd>${description}</dd></div>`;
}

function controlFacts(
  { province, period, results, lastRun, resultsId }: ControlState,
  language: Language,
): Html {
  const words = (name: keyof typeof HOME_WORDS) => HOME_WORDS[name][language];
  const run =
    lastRun === undefined ? words('never') : `${lastRun.when} · ${lastRun.who} · ${lastRun.outcome}`;
  const published =
    resultsId === undefined
      ? html`${words('notPublished')}`
      : html`<a href="/view/${encodeURIComponent(resultsId)}">${words('openPublished')}</a>`;
  return html`${fact(words('period'), `${province} ${period}`.trim())}
${fact(words('results'), html`<span class="state ${results}">${RESULT_STATES[results][language]}</span>`)}
${fact(words('lastRun'), run)}
${lastRun === undefined ? undefined : fact(words('issues'), issueCount(lastRun.errors, lastRun.warnings)[language])}
${fact(words('published'), published)}`;
}

function trashForm(id: string, trashed: boolean, as: PersonName, label: string, look: string): Html {
  return html`<form method="post" action="/workbook/${encodeURIComponent(id)}/trash?as=${as}">
<input type="hidden" name="trashed" value="${String(trashed)}">
<button class="${look}">${label}</button></form>`;
}

/** What a workbook is that is no control workbook: the results of one, or something of staff's. */
function kindFact({ id, openToAll }: ListedWorkbook, { workbooks, language }: HomePage): Html {
  const kind = HOME_WORDS.kind[language];
  const owner = workbooks.find(({ control }) => control?.resultsFile === id);
  if (owner === undefined) return fact(kind, HOME_WORDS.other[language]);
  return fact(kind, resultsOf(owner.title, openToAll)[language]);
}

function cardHtml(workbook: ListedWorkbook, page: HomePage): Html {
  const { as, language } = page;
  const { id, title, control, owned, openToAll, modified } = workbook;
  const words = (name: keyof typeof HOME_WORDS) => HOME_WORDS[name][language];
  const path = `/workbook/${encodeURIComponent(id)}`;
  const heading = `workbook-${id}`;
  return html`<li><article aria-labelledby="${heading}">
<h3 id="${heading}"><a href="${path}?as=${as}">${title}</a></h3>
<dl>
${control === undefined ? kindFact(workbook, page) : controlFacts(control, language)}
${openToAll ? fact(words('openToAll'), html`<a href="/view/${encodeURIComponent(id)}">${words('openPublished')}</a>`) : undefined}
${fact(words('modified'), momentText(modified, language))}
</dl>
<div class="actions">
<a class="button first" href="${path}?as=${as}" aria-label="${words('open')} ${title}">${words('open')}</a>
<a class="button" href="${path}/tables?as=${as}">${PAGE_WORDS.asTables[language]}</a>
<a class="button" href="${path}/export.xlsx?as=${as}" download>${PAGE_WORDS.export[language]}</a>
${owned ? trashForm(id, true, as, words('remove'), 'button grave') : undefined}
</div>
</article></li>
`;
}

function newForms({ as, language, patterns }: HomePage): Html {
  const words = (name: keyof typeof HOME_WORDS) => HOME_WORDS[name][language];
  if (as === 'reader') return html`<p class="quiet">${words('mayNotMake')}</p>`;
  const options = patterns.map(
    ({ name, province, period }, at) =>
      html`<option value="${name}"${flag('selected', at === 0)}>${`${province} ${period} (${name})`}</option>`,
  );
  return html`<div class="makers">
<section aria-labelledby="create"><h2 id="create">${words('create')}</h2>
<form method="post" action="/workbooks?as=${as}">
<p><label for="pattern">${words('from')}</label><select id="pattern" name="pattern">${options}</select></p>
<fieldset><legend>${words('howMuch')}</legend>
<label><input type="radio" name="content" value="whole" checked> ${words('withMarks')}</label>
<label><input type="radio" name="content" value="frame"> ${words('frameOnly')}</label></fieldset>
<p><label for="title">${words('name')}</label><input id="title" name="title" maxlength="200" autocomplete="off"></p>
<button class="button first">${words('make')}</button>
</form></section>
<section aria-labelledby="import"><h2 id="import">${words('import')}</h2>
<p>${words('importLead')}</p>
<form id="import-form" data-action="/workbooks/import?as=${as}" data-sending="${words('sending')}" data-failed="${words('sendFailed')}">
<p><label for="file">${words('file')}</label><input id="file" type="file" accept=".xlsx" required></p>
<button class="button first">${words('send')}</button>
<p id="import-said" role="status" aria-live="polite"></p>
<noscript><p>${words('needsScript')}</p></noscript>
</form></section>
</div>`;
}

function trashHtml(gone: readonly ListedWorkbook[], { as, language }: HomePage): Html | undefined {
  if (gone.length === 0) return undefined;
  const items = gone.map(
    ({ id, title, owned }) =>
      html`<li>${title} ${owned ? trashForm(id, false, as, HOME_WORDS.restore[language], 'button') : undefined}</li>`,
  );
  return html`<details><summary>${HOME_WORDS.trash[language]} (${gone.length})</summary><ul class="trash">${items}</ul></details>`;
}

function newsHtml({ news, as, language }: HomePage): Html | undefined {
  if (news === undefined) return undefined;
  const { sentence, undo } = news;
  const form =
    undo === undefined ? undefined : trashForm(undo, false, as, HOME_WORDS.undo[language], 'button');
  return html`<div class="news" role="status"><p>${sentence[language]}</p>${form}</div>`;
}

/** The workbooks of this machine with their state, and how to make another. */
export function homeHtml(page: HomePage): string {
  const { as, language, assets, workbooks } = page;
  const words = (name: keyof typeof HOME_WORDS) => HOME_WORDS[name][language];
  const standing = workbooks.filter(({ trashed }) => !trashed);
  // Those of an assessment come first; whatever else people keep comes after them.
  const isControl = ({ control }: ListedWorkbook) => control !== undefined;
  const here = [...standing.filter(isControl), ...standing.filter((each) => !isControl(each))];
  const body = html`<a class="skip" href="#workbooks">${words('skip')}</a>
<header class="head">
<h1>${words('title')}</h1>
${personForm(as, language)}
${languageForm(language, `/?as=${as}`)}
</header>
<main class="home">
${newsHtml(page)}
<p>${words('lead')}</p>
<h2 id="workbooks">${words('workbooks')}</h2>
${here.length === 0 ? html`<p>${words('none')}</p>` : html`<ul class="cards">${here.map((each) => cardHtml(each, page))}</ul>`}
${trashHtml(
  workbooks.filter(({ trashed }) => trashed),
  page,
)}
${newForms(page)}
</main>`;
  return pageHtml({
    title: words('title'),
    language,
    entry: 'home',
    assets,
    body,
    bodyClass: 'home',
    data: { as },
  });
}
