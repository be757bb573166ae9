import type { Account } from '../../stand-in/identity/accounts.ts';
import { SHEETS_OF_WORKBOOK } from '../model/script-addresses.ts';

/** Whose script asks, about which workbook. */
export interface ScriptOf {
  readonly workbook: string;
  readonly person: Account;
}

/** Where a call of the script goes, and the token to go with it. */
export interface Target {
  readonly url: URL;
  readonly token: string;
  /** Whether it makes a file in Drive. */
  readonly makesFile: boolean;
}

interface Places {
  readonly sheetsUrl: string;
  readonly functionsUrl: string;
  readonly identityToken: (email: string) => string;
  /** Whether the script made this file for this person: it has a right to those files and no others. */
  readonly isMade: (fileId: string, email: string) => boolean;
}

const FILES = '/drive/v3/files';
const PERMISSIONS = /^\/drive\/v3\/files\/([^/]+)\/permissions$/;

function isOfWorkbook({ pathname }: URL, own: URL): boolean {
  const further = pathname.slice(own.pathname.length, own.pathname.length + 1);
  return pathname.startsWith(own.pathname) && ['', '/', ':'].includes(further);
}

function isOfFiles({ pathname }: URL, method: string, mayShare: (fileId: string) => boolean): boolean {
  if (method !== 'POST') return false;
  const [, shared] = PERMISSIONS.exec(pathname) ?? [];
  return pathname === FILES || (shared !== undefined && mayShare(shared));
}

/**
 * The real address of a call, and its token: the functions, the script's own workbook, and of Drive what the script's right to files covers,
 * which is to make files and to share those that it made. Undefined for a place that the script has no business with.
 */
export function targetOf(
  asked: { readonly url: string; readonly method: string },
  { workbook, person }: ScriptOf,
  places: Places,
): Target | undefined {
  if (!URL.canParse(asked.url)) return undefined;
  if (!asked.url.startsWith(SHEETS_OF_WORKBOOK)) {
    const url = new URL(asked.url);
    const isOurs = url.origin === new URL(places.functionsUrl).origin && url.username === '';
    return isOurs ? { url, token: places.identityToken(person.email), makesFile: false } : undefined;
  }
  const rest = asked.url.slice(SHEETS_OF_WORKBOOK.length);
  // Read first, so that no dots lead from this workbook to another.
  const url = new URL(rest, places.sheetsUrl);
  const own = new URL(`v4/spreadsheets/${encodeURIComponent(workbook)}`, places.sheetsUrl);
  if (url.origin !== own.origin) return undefined;
  const mayShare = (fileId: string) => places.isMade(decodeURIComponent(fileId), person.email);
  if (!isOfWorkbook(url, own) && !isOfFiles(url, asked.method, mayShare)) return undefined;
  return { url, token: person.token, makesFile: url.pathname === FILES };
}
