import type { JsonObject, JsonValue } from '../contract/json.ts';
import type { DriveFile, StoredFile } from '../model/drive-file.ts';
import type { SheetProperties } from '../model/wire.ts';
import { type Attachments, NO_ATTACHMENTS, type Sheet, type Workbook } from '../model/workbook.ts';
import { decodeRow, encodeRow, type SharedParts, sharedParts } from './cell-codec.ts';
import { decodeChange, encodeChange, type ListChange } from './list-codec.ts';

interface SheetRecord {
  readonly sheetId: number;
  readonly properties?: SheetProperties;
  readonly attachments?: Partial<Attachments>;
  readonly rows?: ListChange;
  readonly rowMetadata?: ListChange;
  readonly columnMetadata?: ListChange;
}

interface WorkbookRecord {
  readonly spreadsheetId?: string;
  readonly properties?: JsonObject;
  readonly namedRanges?: Workbook['namedRanges'];
  readonly developerMetadata?: Workbook['developerMetadata'];
  /** Sheet ids in the order of the tabs; a sheet that is missing here is gone. */
  readonly order?: readonly number[];
  readonly sheets?: readonly SheetRecord[];
  readonly parts?: readonly JsonObject[];
}

/** One line of a journal: the whole document, or what one commit changed in it. */
export interface JournalRecord {
  readonly kind: 'whole' | 'change';
  readonly file?: DriveFile;
  readonly workbook?: WorkbookRecord;
  /** In base64; it is never taken away, only replaced. */
  readonly content?: string;
}

const EMPTY_SHEET = {
  rows: { chunks: [] },
  rowMetadata: { chunks: [] },
  columnMetadata: { chunks: [] },
} as const;

export function encodeWhole({ file, workbook, content }: StoredFile): JournalRecord {
  return {
    kind: 'whole',
    file,
    ...(workbook === undefined ? {} : { workbook: workbookRecord(undefined, workbook) }),
    ...contentRecord(content),
  };
}

/** Costs by what changed: everything that both states share is skipped by identity. */
export function encodeFileChange(before: StoredFile, after: StoredFile): JournalRecord {
  const workbook =
    after.workbook === undefined || after.workbook === before.workbook
      ? undefined
      : workbookRecord(before.workbook, after.workbook);
  return {
    kind: 'change',
    ...(before.file === after.file ? {} : { file: after.file }),
    ...(workbook === undefined ? {} : { workbook }),
    ...(after.content === before.content ? {} : contentRecord(after.content)),
  };
}

function contentRecord(content: Buffer | undefined): Pick<JournalRecord, 'content'> {
  return content === undefined ? {} : { content: content.toString('base64') };
}

function workbookRecord(before: Workbook | undefined, after: Workbook): WorkbookRecord {
  const shared = sharedParts();
  const sheets = after.sheets.flatMap((sheet) => {
    const old = before?.sheets.find(({ sheetId }) => sheetId === sheet.sheetId);
    return old === sheet ? [] : [sheetRecord(old, sheet, shared)];
  });
  return {
    ...(before === undefined ? { spreadsheetId: after.spreadsheetId } : {}),
    ...changed('properties', before, after),
    ...changed('namedRanges', before, after),
    ...changed('developerMetadata', before, after),
    ...(before?.sheets === after.sheets ? {} : { order: after.sheets.map(({ sheetId }) => sheetId) }),
    ...(sheets.length === 0 ? {} : { sheets }),
    ...(shared.parts.length === 0 ? {} : { parts: shared.parts }),
  };
}

function sheetRecord(before: Sheet | undefined, after: Sheet, shared: SharedParts): SheetRecord {
  const old = before ?? EMPTY_SHEET;
  const asIs = (item: JsonObject): JsonValue => item;
  const attachments = Object.fromEntries(
    Object.entries(after.attachments).filter(([name, items]) => {
      const known = (before?.attachments ?? NO_ATTACHMENTS)[name as keyof Attachments];
      return known !== items && (before !== undefined || items.length > 0);
    }),
  );
  return {
    sheetId: after.sheetId,
    ...changed('properties', before, after),
    ...(Object.keys(attachments).length === 0 ? {} : { attachments }),
    ...present(
      'rows',
      encodeChange(old.rows, after.rows, (row) => encodeRow(row, shared)),
    ),
    ...present('rowMetadata', encodeChange(old.rowMetadata, after.rowMetadata, asIs)),
    ...present('columnMetadata', encodeChange(old.columnMetadata, after.columnMetadata, asIs)),
  };
}

function changed<T extends object, K extends keyof T>(
  name: K,
  before: T | undefined,
  after: T,
): Partial<Pick<T, K>> {
  return before?.[name] === after[name] ? {} : ({ [name]: after[name] } as unknown as Pick<T, K>);
}

function present<K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, V>);
}

export function applyRecord(before: StoredFile | undefined, record: JournalRecord): StoredFile {
  const file = record.file ?? before?.file;
  if (file === undefined) throw new Error('the journal begins with a change instead of a whole document');
  const base = record.kind === 'whole' ? undefined : before?.workbook;
  const workbook = record.workbook === undefined ? base : applyWorkbook(base, record.workbook);
  const content = record.content === undefined ? before?.content : Buffer.from(record.content, 'base64');
  return {
    file,
    ...(workbook === undefined ? {} : { workbook }),
    ...(content === undefined ? {} : { content }),
  };
}

function applyWorkbook(before: Workbook | undefined, record: WorkbookRecord): Workbook {
  const known = new Map<number, Sheet>((before?.sheets ?? []).map((sheet) => [sheet.sheetId, sheet]));
  for (const change of record.sheets ?? []) {
    known.set(change.sheetId, applySheet(known.get(change.sheetId), change, record.parts ?? []));
  }
  const order = record.order ?? (before?.sheets ?? []).map(({ sheetId }) => sheetId);
  return {
    spreadsheetId: record.spreadsheetId ?? before?.spreadsheetId ?? '',
    properties: record.properties ?? before?.properties ?? {},
    namedRanges: record.namedRanges ?? before?.namedRanges ?? [],
    developerMetadata: record.developerMetadata ?? before?.developerMetadata ?? [],
    sheets: order.map((sheetId) => {
      const sheet = known.get(sheetId);
      if (sheet === undefined) throw new Error(`the journal names a sheet that it does not hold: ${sheetId}`);
      return sheet;
    }),
  };
}

function applySheet(before: Sheet | undefined, record: SheetRecord, parts: readonly JsonObject[]): Sheet {
  const base = before ?? { ...EMPTY_SHEET, properties: {}, attachments: NO_ATTACHMENTS };
  const asIs = (item: JsonValue): JsonObject => item as JsonObject;
  const none: ListChange = { runs: [] };
  return {
    sheetId: record.sheetId,
    properties: record.properties ?? base.properties,
    attachments: { ...base.attachments, ...record.attachments },
    rows: decodeChange(base.rows, record.rows ?? none, (row) => decodeRow(row, parts)),
    rowMetadata: decodeChange(base.rowMetadata, record.rowMetadata ?? none, asIs),
    columnMetadata: decodeChange(base.columnMetadata, record.columnMetadata ?? none, asIs),
  };
}
