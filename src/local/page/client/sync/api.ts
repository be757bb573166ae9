import type { CellEdit, EditOutcome } from '../../model/cell-edit.ts';
import type { PageChange } from '../../model/page-change.ts';
import type { PageWorkbook } from '../../model/page-workbook.ts';

/** What the server says to a window that shows a version. */
export interface Changes {
  readonly kind: 'none' | 'gone' | 'changed';
  readonly change?: PageChange;
}

export interface EditsAnswer {
  /** Of the first edits; the others are to be sent again. */
  readonly outcomes: readonly EditOutcome[];
  /** Whether the spreadsheet server could not take more just now. */
  readonly isBusy: boolean;
  readonly changes: Changes;
}

/** The workbook of this page on its server, as the person who sits here. Every call fails when the server cannot be reached, or does not answer it. */
export interface WorkbookApi {
  readonly read: () => Promise<PageWorkbook>;
  readonly changes: (version: number) => Promise<Changes>;
  readonly send: (version: number, edits: readonly CellEdit[]) => Promise<EditsAnswer>;
}

/** Whoever asks has to show the pass phrase first. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** The server does not take what was sent, however often it is sent. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
}

/** Too slow, too early, too many: the next try may do. */
const PASSING = [408, 425, 429];
const UNAUTHORIZED = 401;

function failureOf(path: string, status: number): Error {
  const words = `${path}: ${status}`;
  if (status === UNAUTHORIZED) return new SignedOut(words);
  const isOurs = status >= 400 && status < 500 && !PASSING.includes(status);
  return isOurs ? new NotTaken(words) : new Error(words);
}

/** A server that is busy answers late; one that was cut off does not answer at all. */
const PATIENCE_MS = 30_000;

async function call<T>(path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    ...(body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!response.ok) throw failureOf(path, response.status);
  return (await response.json()) as T;
}

export function workbookApi(id: string, as: string): WorkbookApi {
  const base = `/api/workbooks/${encodeURIComponent(id)}`;
  const who = `as=${encodeURIComponent(as)}`;
  return {
    read: () => call(`${base}?${who}`),
    changes: (version) => call(`${base}/changes?${who}&version=${version}`),
    send: (version, edits) => call(`${base}/edits?${who}`, { version, edits }),
  };
}
