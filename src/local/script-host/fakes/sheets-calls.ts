import * as z from 'zod';
import { type AskAndWait, fetched } from './protocol.ts';

/** The workbook that a script is bound to, called as the person who clicks. */
export interface BoundWorkbook {
  readonly id: string;
  /** Where people open it. */
  readonly address: () => string;
  readonly locale: () => string;
  /** The tab with this title; undefined when there is none. */
  readonly findSheet: (title: string) => number | undefined;
  readonly notes: () => readonly Note[];
  readonly setNote: (id: number, value: string) => void;
  /** The first cell of a tab that holds just this text, row by row; undefined when none does. */
  readonly findCell: (sheetId: number, text: string) => CellPlace | undefined;
  /** Writes one cell: a text, or a look. */
  readonly writeCell: (cell: CellPlace, data: Readonly<Record<string, unknown>>, fields: string) => void;
  /** Makes a file of the person's own in Drive. */
  readonly createFile: (file: object) => { readonly id: string };
  readonly shareFile: (fileId: string, permission: object, notify: boolean) => void;
}

export interface CellPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

export interface Note {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  readonly sheetId: number;
}

const SpreadsheetSchema = z.object({
  spreadsheetUrl: z.string(),
  properties: z.object({ locale: z.string() }),
  sheets: z.array(
    z.object({
      properties: z.object({ sheetId: z.number().default(0), title: z.string() }),
      developerMetadata: z
        .array(
          z.object({
            metadataId: z.number(),
            metadataKey: z.string(),
            metadataValue: z.string().default(''),
          }),
        )
        .default([]),
    }),
  ),
});

const ValuesSchema = z.object({
  valueRanges: z.array(
    z.object({ valueRange: z.object({ values: z.array(z.array(z.unknown())).default([]) }) }),
  ),
});

const FIELDS =
  'spreadsheetUrl,properties(locale),sheets(properties(sheetId,title),developerMetadata(metadataId,metadataKey,metadataValue))';

const FileSchema = z.object({ id: z.string() });

interface Access {
  readonly sheetsUrl: string;
  readonly accessToken: string;
  readonly spreadsheetId: string;
}

export function bindWorkbook(ask: AskAndWait, access: Access): BoundWorkbook {
  const address = `${access.sheetsUrl}v4/spreadsheets/${encodeURIComponent(access.spreadsheetId)}`;

  function call(url: string, body?: unknown): unknown {
    const { status, text } = fetched(
      ask({
        kind: 'fetch',
        url,
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${access.accessToken}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (status >= 300) throw new Error(`the workbook answered ${status}`);
    return JSON.parse(text);
  }

  const read = () => SpreadsheetSchema.parse(call(`${address}?fields=${encodeURIComponent(FIELDS)}`));
  const batch = (request: unknown) => call(`${address}:batchUpdate`, { requests: [request] });
  return {
    id: access.spreadsheetId,
    address: () => read().spreadsheetUrl,
    locale: () => read().properties.locale,
    findSheet: (title) =>
      read().sheets.find(({ properties }) => properties.title === title)?.properties.sheetId,
    notes: () =>
      read().sheets.flatMap(({ properties, developerMetadata }) =>
        developerMetadata.map(({ metadataId, metadataKey, metadataValue }) => ({
          id: metadataId,
          key: metadataKey,
          value: metadataValue,
          sheetId: properties.sheetId,
        })),
      ),
    setNote: (id, value) => {
      batch({
        updateDeveloperMetadata: {
          dataFilters: [{ developerMetadataLookup: { metadataId: id } }],
          developerMetadata: { metadataValue: value },
          fields: 'metadataValue',
        },
      });
    },
    createFile: (file) => FileSchema.parse(call(`${access.sheetsUrl}drive/v3/files?fields=id`, file)),
    shareFile: (fileId, permission, notify) => {
      const path = `drive/v3/files/${encodeURIComponent(fileId)}/permissions`;
      call(`${access.sheetsUrl}${path}?fields=id&sendNotificationEmail=${notify}`, permission);
    },
    findCell: (sheetId, text) => {
      const filters = { dataFilters: [{ gridRange: { sheetId } }] };
      const [found] = ValuesSchema.parse(call(`${address}/values:batchGetByDataFilter`, filters)).valueRanges;
      const rows = found?.valueRange.values ?? [];
      const row = rows.findIndex((cells) => cells.includes(text));
      return row === -1 ? undefined : { sheetId, row, column: rows[row]?.indexOf(text) ?? 0 };
    },
    writeCell: ({ sheetId, row, column }, data, fields) => {
      const start = { sheetId, rowIndex: row, columnIndex: column };
      batch({ updateCells: { start, rows: [{ values: [data] }], fields } });
    },
  };
}
