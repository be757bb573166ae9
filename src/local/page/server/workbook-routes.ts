import { EditBatchSchema } from '../model/cell-edit.ts';
import { type Asked, type Handler, jsonAnswer, Refused, type Route } from './exchange.ts';
import { htmlAnswer } from './html-answer.ts';
import { accountOf, googleOf, jsonOf, type PageContext, personOf } from './page-context.ts';
import { newNonce, policyWithStyle } from './safe-headers.ts';
import { workbookHtml } from './workbook-page.ts';
import type { ChangeSince } from './workbook-reader.ts';
import { writeEdits } from './write-edits.ts';

function idOf({ parts }: Asked): string {
  return parts[0] ?? '';
}

function versionOf({ query }: Asked): number {
  const version = Number(query.get('version'));
  if (!Number.isSafeInteger(version)) throw new Refused(400, 'a version is wanted');
  return version;
}

/** The pages and calls of one workbook in the grid. */
export function workbookRoutes(context: PageContext): readonly Route[] {
  const { reader } = context;

  const page: Handler = (asked) => {
    const workbook = reader.read(idOf(asked), accountOf(asked, context));
    if (workbook === undefined) throw new Refused(404, 'no such workbook');
    const { id, title } = workbook;
    const { assets } = context;
    const nonce = newNonce();
    const shown = { id, title, as: personOf(asked), language: asked.language, assets, nonce };
    return htmlAnswer(workbookHtml(shown), 200, { 'content-security-policy': policyWithStyle(nonce) });
  };

  const read: Handler = (asked) => {
    const workbook = reader.read(idOf(asked), accountOf(asked, context));
    if (workbook === undefined) throw new Refused(404, 'no such workbook');
    return jsonAnswer(workbook);
  };

  const changesFor = (asked: Asked, version: number): ChangeSince =>
    reader.changeSince(idOf(asked), accountOf(asked, context), version);

  const edits: Handler = async (asked) => {
    const batch = EditBatchSchema.safeParse(await jsonOf(asked));
    if (!batch.success) throw new Refused(400, 'these are no edits');
    const person = accountOf(asked, context);
    const written = await writeEdits(reader, {
      id: idOf(asked),
      person,
      google: googleOf(person, context),
      edits: batch.data.edits,
      year: context.now().getFullYear(),
    });
    return jsonAnswer({ ...written, changes: changesFor(asked, batch.data.version) });
  };

  return [
    { method: 'GET', path: '/workbook/*', handle: page },
    { method: 'GET', path: '/api/workbooks/*', handle: read },
    {
      method: 'GET',
      path: '/api/workbooks/*/changes',
      handle: (asked) => jsonAnswer(changesFor(asked, versionOf(asked))),
    },
    { method: 'POST', path: '/api/workbooks/*/edits', handle: edits },
  ];
}
