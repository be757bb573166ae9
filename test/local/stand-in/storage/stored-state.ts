import type { JsonObject } from '../../../../src/local/stand-in/contract/json.ts';
import { newDriveFile, withWorkbook } from '../../../../src/local/stand-in/drive/file-record.ts';
import type { StoredFile } from '../../../../src/local/stand-in/model/drive-file.ts';
import { newWorkbook } from '../../../../src/local/stand-in/model/new-workbook.ts';
import { entriesOf, type SparseList } from '../../../../src/local/stand-in/model/sparse-list.ts';
import { applyBatch } from '../../../../src/local/stand-in/requests/apply-batch.ts';

const owner = { email: 'an@stand-in.test', displayName: 'An', kind: 'person', token: 't' } as const;
const stamp = { time: '2026-01-01T00:00:00.000Z', by: owner.email };

export function storedSpreadsheet(id: string): StoredFile {
  const mimeType = 'application/vnd.google-apps.spreadsheet';
  const workbook = newWorkbook({
    spreadsheetId: id,
    title: 'T',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
  });
  return { file: newDriveFile({ id, name: 'T', mimeType }, owner, stamp), workbook };
}

/** The state after a batch; a refused batch leaves it as it was. */
export function afterBatch(stored: StoredFile, requests: readonly JsonObject[], firstId: number): StoredFile {
  if (stored.workbook === undefined) return stored;
  let next = firstId;
  const newId = (): number => {
    next += 1;
    return next;
  };
  const editor = { email: owner.email, isOwner: true, ownerEmail: owner.email };
  const evaluator = { evaluate: () => undefined };
  try {
    const context = {
      editor,
      newId,
      evaluator,
      year: 2026,
      today: 46_000,
      isLate: () => false,
      checkInput: () => undefined,
    };
    const { workbook } = applyBatch(stored.workbook, requests, context);
    return withWorkbook(stored, workbook, stamp);
  } catch {
    return stored;
  }
}

const flat = <T>(list: SparseList<T>) => [...entriesOf(list)];

/** The state without its sharing: what two equal states have in common. */
export function plainState({ file, workbook }: StoredFile): unknown {
  const sheets = workbook?.sheets.map((sheet) => ({
    ...sheet,
    rows: flat(sheet.rows),
    rowMetadata: flat(sheet.rowMetadata),
    columnMetadata: flat(sheet.columnMetadata),
  }));
  return { file, workbook: { ...workbook, sheets } };
}
