import {
  deletedLine,
  HOME_REFUSALS,
  HOME_WORDS,
  restoredLine,
} from '../../../../domain/messages/home-messages.ts';
import { type Asked, type Handler, type Route, seeOther } from '../exchange.ts';
import { filePath } from '../google-as.ts';
import { htmlAnswer } from '../html-answer.ts';
import { accountOf, assertMayMake, googleOf, type PageContext, personOf } from '../page-context.ts';
import { noticeHtml } from '../page-shell.ts';
import { type HomePage, homeHtml } from './home-page.ts';
import { workbookLister } from './list-workbooks.ts';
import { newWorkbooks } from './new-workbooks.ts';

const LONGEST_TITLE = 200;

async function formOf({ body }: Asked): Promise<URLSearchParams> {
  return new URLSearchParams((await body()).toString('utf8'));
}

/** What was done just before, as the address of the page says. */
function newsOf({ query }: Asked, { workspace }: PageContext): Pick<HomePage, 'news'> {
  const id = query.get('deleted') ?? query.get('restored');
  const title = id === null ? undefined : workspace.stored(id)?.file.name;
  if (id === null || title === undefined) return {};
  if (query.has('restored')) return { news: { sentence: restoredLine(title) } };
  return { news: { sentence: deletedLine(title), undo: id } };
}

function trashRoute(context: PageContext): Handler {
  return async (asked) => {
    const [id = ''] = asked.parts;
    const trashed = (await formOf(asked)).get('trashed') === 'true';
    const google = googleOf(accountOf(asked, context), context);
    const answer = await google(filePath(id), { method: 'PATCH', body: { trashed } });
    const told = `${trashed ? 'deleted' : 'restored'}=${encodeURIComponent(id)}`;
    if (answer.status === 200) return seeOther(`/?as=${personOf(asked)}&${told}`);
    const { language } = asked;
    const shell = { title: HOME_WORDS.title[language], language, assets: context.assets };
    return htmlAnswer(noticeHtml(shell, HOME_REFUSALS.notYours), answer.status);
  };
}

/** The list of workbooks, and what is done with a workbook as a whole. */
export function homeRoutes(context: PageContext): readonly Route[] {
  const { assets } = context;
  const list = workbookLister(context);
  const makers = newWorkbooks(context.workspace);

  const home: Handler = async (asked) => {
    const person = accountOf(asked, context);
    const [workbooks, patterns] = await Promise.all([
      list(person, googleOf(person, context)),
      makers.patterns(),
    ]);
    const { language } = asked;
    const news = newsOf(asked, context);
    return htmlAnswer(homeHtml({ as: personOf(asked), language, assets, workbooks, patterns, ...news }));
  };

  const make: Handler = async (asked) => {
    assertMayMake(asked);
    const person = accountOf(asked, context);
    const form = await formOf(asked);
    const wanted = {
      pattern: form.get('pattern') ?? '',
      isEmpty: form.get('content') === 'frame',
      title: (form.get('title') ?? '').trim().slice(0, LONGEST_TITLE),
    };
    const id = await makers.make(wanted, person, googleOf(person, context));
    return seeOther(`/workbook/${encodeURIComponent(id)}?as=${personOf(asked)}`);
  };

  return [
    { method: 'GET', path: '/', handle: home },
    { method: 'POST', path: '/workbooks', handle: make },
    { method: 'POST', path: '/workbook/*/trash', handle: trashRoute(context) },
  ];
}
