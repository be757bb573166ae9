import type { Account } from '../../stand-in/identity/accounts.ts';
import type { Workspace } from '../../workspace.ts';
import type { Assets } from './assets.ts';
import type { Asked } from './exchange.ts';
import { Refused } from './exchange.ts';
import { type GoogleAs, googleAs } from './google-as.ts';
import { PERSON_NAMES, type PersonName } from './page-shell.ts';
import type { WorkbookReader } from './workbook-reader.ts';

/** The workspace around the page. */
export type PageWorkspace = Pick<
  Workspace,
  | 'sheetsUrl'
  | 'functionsUrl'
  | 'people'
  | 'identityToken'
  | 'stored'
  | 'makeWorkbook'
  | 'spreadsheetOf'
  | 'createSpreadsheet'
>;

/** What every handler of the page's server may use. */
export interface PageContext {
  readonly workspace: PageWorkspace;
  readonly reader: WorkbookReader;
  readonly assets: Assets;
  readonly now: () => Date;
}

/** Who sits at the page that asks: named in its address, the officer when nobody is. */
export function personOf({ query }: Asked): PersonName {
  const named = query.get('as') ?? 'editor';
  const found = PERSON_NAMES.find((name) => name === named);
  if (found === undefined) throw new Refused(400, 'nobody here has that name');
  return found;
}

export function accountOf(asked: Asked, { workspace }: PageContext): Account {
  return workspace.people[personOf(asked)];
}

/** Readers look; who may edit may make workbooks of their own. */
export function assertMayMake(asked: Asked): void {
  if (personOf(asked) === 'reader') throw new Refused(403, 'a reader makes no workbooks');
}

export function googleOf(account: Account, { workspace }: PageContext): GoogleAs {
  return googleAs(workspace.sheetsUrl, account.token);
}

/** The body of a request as JSON. */
export async function jsonOf(asked: Asked): Promise<unknown> {
  if (!/^application\/json\b/.test(asked.headers['content-type'] ?? ''))
    throw new Refused(415, 'JSON is wanted');
  try {
    return JSON.parse((await asked.body()).toString('utf8'));
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(400, 'this is no JSON');
  }
}
