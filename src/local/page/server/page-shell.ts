import type { Bilingual, Language } from '../../../domain/language.ts';
import { PAGE_WORDS, PERSON_WORDS } from '../../../domain/messages/page-messages.ts';
import type { Assets } from './assets.ts';
import { flag, type Html, html } from './html.ts';

/** Those who may sit at the page, by the name in its address. */
export const PERSON_NAMES = ['editor', 'publisher', 'reader'] as const;
export type PersonName = (typeof PERSON_NAMES)[number];

export interface Shell {
  readonly title: string;
  readonly language: Language;
  /** Which script and styles, of those that were built. */
  readonly entry: string;
  readonly assets: Assets;
  readonly body: Html;
  readonly bodyClass: string;
  /** Settings for the script. */
  readonly data?: Readonly<Record<string, string>>;
  /** What the page's policy lets style sheets in by, and one that stands in the page itself. */
  readonly style?: { readonly nonce: string; readonly text?: string };
}

function dataAttributes(data: Readonly<Record<string, string>>): Html {
  return {
    html: Object.entries(data)
      .map(([name, value]) => html` data-${{ html: name }}="${value}"`.html)
      .join(''),
  };
}

/** A sheet in the page, or the means for scripts of ours to add theirs. */
function ownStyles({ nonce, text }: NonNullable<Shell['style']>, assets: Assets): Html {
  if (text !== undefined) return html`<style nonce="${nonce}">${{ html: text }}</style>`;
  const { script } = assets.entry('style-nonce');
  return html`<meta name="style-nonce" content="${nonce}"><script src="/assets/${script}"></script>`;
}

/** A whole page. */
export function pageHtml(shell: Shell): string {
  const { title, language, entry, assets, body, bodyClass, data = {}, style } = shell;
  const { script, styles } = assets.entry(entry);
  const sheets = styles.map((file) => html`<link rel="stylesheet" href="/assets/${file}">`);
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${sheets}${style === undefined ? undefined : ownStyles(style, assets)}
<script type="module" src="/assets/${script}"></script>
</head>
<body class="${bodyClass}"${dataAttributes({ language, ...data })}>
${body}
</body>
</html>
`.html;
}

/** Choosing who one is: works without a script as well. */
export function personForm(as: PersonName, language: Language): Html {
  const options = PERSON_NAMES.map(
    (name) =>
      html`<option value="${name}"${flag('selected', name === as)}>${PERSON_WORDS[name][language]}</option>`,
  );
  return html`<form method="get" data-submit-on-change>
<label for="person">${PAGE_WORDS.actingAs[language]}</label>
<select id="person" name="as">${options}</select>
<noscript><button class="button">${PAGE_WORDS.ok[language]}</button></noscript>
</form>`;
}

/** The other language, one click away; the page is shown again in it. */
export function languageForm(language: Language, back: string): Html {
  const other: Language = language === 'vi' ? 'en' : 'vi';
  return html`<form method="post" action="/language">
<input type="hidden" name="back" value="${back}">
<button class="link-button" name="language" value="${other}" lang="${other}">${PAGE_WORDS.otherLanguage[language]}</button>
</form>`;
}

/** A page that says one thing, such as that there is nothing here. */
export function noticeHtml(shell: Omit<Shell, 'body' | 'bodyClass' | 'entry'>, sentence: Bilingual): string {
  const { language, title } = shell;
  const body = html`<main class="notice"><h1>${title}</h1><p>${sentence[language]}</p>
<p><a class="button" href="/">${PAGE_WORDS.home[language]}</a></p></main>`;
  return pageHtml({ ...shell, entry: 'tables', bodyClass: 'plain', body });
}
