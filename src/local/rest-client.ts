import * as z from 'zod';
import type { Cell } from '../domain/grid.ts';
import { USUAL_LOCALE } from '../domain/usual-locale.ts';
import { quoteTitle } from '../sheets/a1-range.ts';

/** Plain calls to the stand-in as a person would make them with an access token, beside the product's own. */
export interface RestClient {
  /** Gives back its id. The locale is such as vi_VN, that of the workbook's language. */
  readonly createSpreadsheet: (title: string, firstTab: string, locale?: string) => Promise<string>;
  readonly share: (spreadsheetId: string, email: string, role?: string) => Promise<void>;
  /** The id of the newest spreadsheet with this title; undefined when there is none. */
  readonly findSpreadsheet: (title: string) => Promise<string | undefined>;
  /** The tabs with the product's note on them, by tab key. */
  readonly tabTitles: (spreadsheetId: string) => Promise<ReadonlyMap<string, string>>;
  /** The ids of the same tabs, by tab key. */
  readonly tabIds: (spreadsheetId: string) => Promise<ReadonlyMap<string, number>>;
  /** Puts a value into a cell, such as 'Thẩm định – huyen'!C11, as a person types it. */
  readonly typeCell: (spreadsheetId: string, cell: string, value: string | number) => Promise<void>;
  /** What was typed into a cell: a formula as its text. */
  readonly typedValue: (spreadsheetId: string, cell: string) => Promise<Cell>;
  /** A tab as its readers see it: figures with the workbook's comma or point. */
  readonly shownValues: (spreadsheetId: string, title: string) => Promise<readonly (readonly string[])[]>;
}

const CreatedSchema = z.object({ spreadsheetId: z.string() });
const FilesSchema = z.object({ files: z.array(z.object({ id: z.string() })).default([]) });
const ValuesSchema = z.object({ values: z.array(z.array(z.string())).default([]) });
const TypedSchema = z.object({
  values: z.array(z.array(z.union([z.string(), z.number(), z.boolean()]))).default([]),
});
const NotesSchema = z.object({
  sheets: z.array(
    z.object({
      properties: z.object({ title: z.string(), sheetId: z.int().default(0) }),
      developerMetadata: z
        .array(z.object({ metadataKey: z.string(), metadataValue: z.string().default('') }))
        .default([]),
    }),
  ),
});

const FIRST_SHEET_FIELDS = 'sheets(properties(title,sheetId),developerMetadata(metadataKey,metadataValue))';

export function makeRestClient(rootUrl: string, token: string, noteKey: string): RestClient {
  async function call<T>(path: string, schema: z.ZodType<T>, body?: unknown, method = 'POST'): Promise<T> {
    const response = await fetch(new URL(path, rootUrl), {
      method: body === undefined ? 'GET' : method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return schema.parse(await response.json());
  }
  const sheet = (spreadsheetId: string) => `v4/spreadsheets/${encodeURIComponent(spreadsheetId)}`;
  async function notedTabs(spreadsheetId: string) {
    const path = `${sheet(spreadsheetId)}?fields=${encodeURIComponent(FIRST_SHEET_FIELDS)}`;
    const { sheets } = await call(path, NotesSchema);
    return sheets.flatMap(({ properties, developerMetadata }) => {
      const note = developerMetadata.find(({ metadataKey }) => metadataKey === noteKey);
      return note === undefined ? [] : [[note.metadataValue, properties] as const];
    });
  }

  return {
    createSpreadsheet: async (title, firstTab, locale = USUAL_LOCALE.vi) => {
      const properties = { title, locale, timeZone: 'Asia/Ho_Chi_Minh' };
      const sheets = [{ properties: { title: firstTab } }];
      const { spreadsheetId } = await call('v4/spreadsheets', CreatedSchema, { properties, sheets });
      return spreadsheetId;
    },
    share: async (spreadsheetId, email, role = 'writer') => {
      const permission = { type: 'user', role, emailAddress: email };
      const path = `drive/v3/files/${encodeURIComponent(spreadsheetId)}/permissions`;
      await call(`${path}?sendNotificationEmail=false`, z.unknown(), permission);
    },
    findSpreadsheet: async (title) => {
      const quoted = title.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
      const q = encodeURIComponent(`name = '${quoted}' and trashed = false`);
      const { files } = await call(`drive/v3/files?orderBy=createdTime%20desc&q=${q}`, FilesSchema);
      return files[0]?.id;
    },
    tabTitles: async (spreadsheetId) =>
      new Map((await notedTabs(spreadsheetId)).map(([key, { title }]) => [key, title] as const)),
    tabIds: async (spreadsheetId) =>
      new Map((await notedTabs(spreadsheetId)).map(([key, { sheetId }]) => [key, sheetId] as const)),
    typeCell: async (spreadsheetId, cell, value) => {
      const path = `${sheet(spreadsheetId)}/values/${encodeURIComponent(cell)}?valueInputOption=USER_ENTERED`;
      await call(path, z.unknown(), { values: [[value]] }, 'PUT');
    },
    typedValue: async (spreadsheetId, cell) => {
      const path = `${sheet(spreadsheetId)}/values/${encodeURIComponent(cell)}?valueRenderOption=FORMULA`;
      const { values } = await call(path, TypedSchema);
      return values[0]?.[0] ?? null;
    },
    shownValues: async (spreadsheetId, title) => {
      const range = encodeURIComponent(quoteTitle(title));
      const { values } = await call(`${sheet(spreadsheetId)}/values/${range}`, ValuesSchema);
      return values;
    },
  };
}
