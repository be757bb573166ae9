import type { Bilingual, Language } from '../../../domain/language.ts';
import { PAGE_WORDS, SIGN_IN_WORDS } from '../../../domain/messages/page-messages.ts';
import type { Assets } from './assets.ts';
import { type Answered, type Asked, jsonAnswer, type Route, seeOther } from './exchange.ts';
import { html } from './html.ts';
import { htmlAnswer } from './html-answer.ts';
import { pageHtml } from './page-shell.ts';
import type { PassPhrase } from './pass-phrase.ts';

const SIGN_IN = '/sign-in';
/** What the page of the pass phrase itself needs. */
const OPEN = /^\/(sign-in|language|icon\.svg|assets\/[^/]+)$/;

/** Guesses in a minute, all machines together: a person mistypes less often, a program guesses more. */
const GUESSES = 10;
const MINUTE_MS = 60_000;

function pageOf(assets: Assets, language: Language, problem: Bilingual | undefined): string {
  const words = (name: keyof typeof SIGN_IN_WORDS) => SIGN_IN_WORDS[name][language];
  const trouble =
    problem === undefined ? undefined : html`<p role="alert" class="trouble">${problem[language]}</p>`;
  const body = html`<main class="notice"><h1>${PAGE_WORDS.product[language]}</h1>
${trouble}
<form method="post" action="${SIGN_IN}">
<p><label for="phrase">${words('phrase')}</label><br>
<input id="phrase" name="phrase" type="password" autocomplete="current-password" required autofocus></p>
<button class="button first">${words('enter')}</button>
</form></main>`;
  return pageHtml({ title: words('title'), language, entry: 'tables', assets, bodyClass: 'plain', body });
}

export interface SignIn {
  readonly routes: readonly Route[];
  /** What a request gets in the place of its answer, as long as nobody has shown the pass phrase. */
  readonly inTheWay: (asked: Pick<Asked, 'path' | 'headers'>) => Answered | undefined;
}

/** Asks for the pass phrase before anything else is shown. */
export function makeSignIn(
  assets: Assets,
  { isRight, isShown, cookie }: PassPhrase,
  now: () => Date,
): SignIn {
  let guesses: readonly number[] = [];

  const tooMany = (): boolean => {
    const time = now().getTime();
    guesses = [...guesses.filter((at) => time - at < MINUTE_MS), time];
    return guesses.length > GUESSES;
  };

  return {
    routes: [
      {
        method: 'GET',
        path: SIGN_IN,
        handle: ({ language }) => htmlAnswer(pageOf(assets, language, undefined)),
      },
      {
        method: 'POST',
        path: SIGN_IN,
        handle: async ({ body, language }) => {
          if (tooMany()) return htmlAnswer(pageOf(assets, language, SIGN_IN_WORDS.tooMany), 429);
          const phrase = new URLSearchParams((await body()).toString('utf8')).get('phrase') ?? '';
          if (isRight(phrase)) {
            guesses = [];
            return seeOther('/', { 'set-cookie': cookie });
          }
          return htmlAnswer(pageOf(assets, language, SIGN_IN_WORDS.wrong), 403);
        },
      },
    ],
    inTheWay: ({ path, headers }) => {
      if (OPEN.test(path) || isShown(headers.cookie)) return undefined;
      if (path.startsWith('/api/')) return jsonAnswer({ problem: 'sign in' }, 401);
      return seeOther(SIGN_IN);
    },
  };
}

/** Without a pass phrase nothing is in the way. */
export const OPEN_HOUSE: SignIn = { routes: [], inTheWay: () => undefined };
