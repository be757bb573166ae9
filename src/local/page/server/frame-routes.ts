import { LanguageSchema } from '../../../domain/language.ts';
import { type Handler, Refused, type Route, seeOther } from './exchange.ts';
import type { PageContext } from './page-context.ts';

const LANGUAGE_COOKIE = 'par-index-language';

const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1e3a5f"/><path d="M7 25V15h4v10zm7 0V7h4v18zm7 0v-7h4v7z" fill="#fff"/></svg>`;

const HERE = 'http://here';

/** A path of this server and nothing else, read as a browser reads it: never an address that leads away. */
function ownPath(text: string): string {
  if (!text.startsWith('/') || !URL.canParse(text, HERE)) return '/';
  const { origin, pathname, search } = new URL(text, HERE);
  return origin === HERE ? `${pathname}${search}` : '/';
}

/** What all pages have in common. */
export function frameRoutes({ assets }: PageContext): readonly Route[] {
  const asset: Handler = ({ parts }) => {
    const found = assets.find(parts[0] ?? '');
    if (found === undefined) throw new Refused(404, 'no such file');
    return found;
  };

  const language: Handler = async ({ body }) => {
    const form = new URLSearchParams((await body()).toString('utf8'));
    const chosen = LanguageSchema.safeParse(form.get('language'));
    if (!chosen.success) throw new Refused(400, 'no such language');
    const cookie = `${LANGUAGE_COOKIE}=${chosen.data}; Path=/; Max-Age=31536000; SameSite=Strict; HttpOnly`;
    return seeOther(ownPath(form.get('back') ?? '/'), { 'set-cookie': cookie });
  };

  return [
    { method: 'GET', path: '/assets/*', handle: asset },
    { method: 'POST', path: '/language', handle: language },
    {
      method: 'GET',
      path: '/icon.svg',
      handle: () => ({
        status: 200,
        headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' },
        body: ICON,
      }),
    },
  ];
}
