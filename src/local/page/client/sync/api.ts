import type { CellEdit, EditOutcome } from '../../model/cell-edit.ts';
import type { PageChange } from '../../model/page-change.ts';
import type { PageWorkbook } from '../../model/page-workbook.ts';

/** What the server says to a window that shows a version. */
export interface Changes {
  readonly kind: 'none' | 'gone' | 'changed';
  readonly change?: PageChange;
}

export interface EditsAnswer {
  readonly outcomes: readonly EditOutcome[];
  readonly changes: Changes;
}

/** The workbook of this page on its server, as the person who sits here. Every call fails when the server cannot be reached. */
export interface WorkbookApi {
  readonly read: () => Promise<PageWorkbook>;
  readonly changes: (version: number) => Promise<Changes>;
  readonly send: (version: number, edits: readonly CellEdit[]) => Promise<EditsAnswer>;
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
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
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
