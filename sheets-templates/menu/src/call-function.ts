/// <reference types="google-apps-script" />
import { MENU_WORDS } from '../../../src/domain/messages/menu-messages.ts';
import { parseJson } from '../../../src/domain/parse-json.ts';
import { addressOfFile } from './address-of-file.ts';
import { menuLanguage, say } from './language.ts';

/** Put in when the script is bundled: where the functions answer, with a slash at its end. */
declare const PAR_FUNCTIONS_URL: string;

/** What a person is told when a call came to nothing: a title, and what to do. */
export interface Trouble {
  readonly title: string;
  readonly detail: string;
  /** The stable code of the refusal; absent when no answer came. */
  readonly code?: string;
  /** What it is about, place by place. */
  readonly lines?: readonly string[];
}

export type Called<T> =
  | { readonly ok: true; readonly status: number; readonly body: T }
  | { readonly ok: false; readonly trouble: Trouble };

function trouble(title: string, detail: string): Extract<Called<never>, { readonly ok: false }> {
  return { ok: false, trouble: { title, detail } };
}

function textIn(body: unknown, name: string): string | undefined {
  const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

function listIn(body: unknown, name: string): readonly unknown[] {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return Array.isArray(value) ? value : [];
}

/** A finding with its place, where it has one: Tiêu chí – so!D3: … */
function findingLine(found: unknown): string {
  const [tab, cell] = [textIn(found, 'tab'), textIn(found, 'cell')];
  const place = [tab, cell].filter((part) => part !== undefined).join('!');
  return `${place === '' ? '' : `${place}: `}${textIn(found, 'text') ?? ''}`;
}

/** A field that the function does not take, which the form let through. */
function violationLine(violation: unknown): string {
  return `${textIn(violation, 'field') ?? ''}: ${textIn(violation, 'message') ?? ''}`;
}

/** The places and the file that a refusal names. */
function linesIn(body: unknown): readonly string[] {
  const named = textIn(body, 'named');
  return [
    ...listIn(body, 'leaks').map((leak) => textIn(leak, 'text') ?? ''),
    ...listIn(body, 'found').map(findingLine),
    ...listIn(body, 'violations').map(violationLine),
    ...(named === undefined ? [] : [addressOfFile(named)]),
  ];
}

/** A call that Apps Script gave up on, after sixty seconds at most (docs/adr/0045), or that never arrived. */
function fetchQuietly(url: string, options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions) {
  try {
    return UrlFetchApp.fetch(url, options);
  } catch {
    return undefined;
  }
}

/** Calls a function about this workbook as the person who clicks. Never throws: what went wrong is told in words. */
export function callFunction<T>(name: string, more: Readonly<Record<string, unknown>> = {}): Called<T> {
  const title = say(MENU_WORDS.menu);
  if (PAR_FUNCTIONS_URL === '') return trouble(title, say(MENU_WORDS.notConfigured));
  const token = ScriptApp.getIdentityToken();
  if (!token) return trouble(title, say(MENU_WORDS.noIdentity));
  const spreadsheetId = SpreadsheetApp.getActiveSpreadsheet().getId();
  const response = fetchQuietly(`${PAR_FUNCTIONS_URL}${name}`, {
    method: 'post',
    contentType: 'application/json',
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': menuLanguage() },
    payload: JSON.stringify({ spreadsheetId, ...more }),
    muteHttpExceptions: true,
  });
  if (response === undefined) return trouble(title, say(MENU_WORDS.noAnswer));
  const status = response.getResponseCode();
  const body = parseJson(response.getContentText());
  if (status < 300 && body !== undefined) return { ok: true, status, body: body as T };
  const code = textIn(body, 'code');
  const told = trouble(textIn(body, 'title') ?? title, textIn(body, 'detail') ?? say(MENU_WORDS.noAnswer));
  return {
    ...told,
    trouble: { ...told.trouble, lines: linesIn(body), ...(code === undefined ? {} : { code }) },
  };
}
