import { badRequest, notFound, notImplemented } from '../contract/google-error.ts';
import { withWorkbook } from '../drive/file-record.ts';
import type { Call } from '../http/call.ts';
import { param } from '../http/call.ts';
import { editorOf, type OpenedWorkbook, openedForSheets } from '../identity/access.ts';
import type { StoredFile } from '../model/drive-file.ts';
import type { Editor } from '../model/protection.ts';
import type { Workbook } from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';

export function readWorkbook(call: Call): OpenedWorkbook & { readonly editor: Editor } {
  const opened = openedForSheets(call.service.store.get(param(call, 'spreadsheetId')), call.caller, 'reader');
  return { ...opened, editor: editorOf(opened.file, call.caller) };
}

/** What an edit made of a spreadsheet, and what the caller is told once its formulas are computed. */
export interface Edited<T> {
  readonly workbook: Workbook;
  readonly answer: (calculated: Workbook) => T;
}

/**
 * One change of a spreadsheet: looked at alone, committed whole, on the disk before the answer. A refusal leaves it as it
 * was.
 */
export async function editWorkbook<T>(
  call: Call,
  edit: (workbook: Workbook, editor: Editor) => Edited<T>,
): Promise<T> {
  const { store, calculator } = call.service;
  const id = param(call, 'spreadsheetId');
  openedForSheets(store.get(id), call.caller, 'writer');
  const outcome = await store.update(id, async (stored) => {
    const { file, workbook } = openedForSheets(stored, call.caller, 'writer');
    const edited = refusedAsBadRequest(() => edit(workbook, editorOf(file, call.caller)));
    const after = await calculator.recalculated(workbook, edited.workbook);
    const next: StoredFile = after === workbook ? stored : withWorkbook(stored, after, stampOf(call));
    return { next, result: { value: refusedAsBadRequest(() => edited.answer(after)) } };
  });
  if (outcome === undefined) throw notFound();
  return outcome.value;
}

export function stampOf(call: Call): { readonly time: string; readonly by: string } {
  return { time: call.service.now().toISOString(), by: call.caller.email };
}

export function refusedAsBadRequest<T>(run: () => T, place = ''): T {
  try {
    return run();
  } catch (error) {
    if (error instanceof Refusal) throw badRequest(`${place}${error.message}`);
    if (error instanceof NotBuilt) throw notImplemented(error.message);
    throw error;
  }
}
