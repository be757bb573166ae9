import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Grid } from '../domain/grid.ts';
import { quoteTitle, rowsOfTab } from './a1-range.ts';
import type { Call } from './google-caller.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { parseNote } from './parse-note.ts';
import type { RowRange } from './plan-reads.ts';
import { PROTECTION_FIELDS, type ProtectedTab, parseProtections } from './protection/closed-ranges.ts';
import { parseGrids } from './read-grids.ts';
import { parseStructure, STRUCTURE_FIELDS } from './read-structure.ts';

/** The calls that one spreadsheet is read and written with, described apart from making them. */
export interface SheetsCalls {
  structure(): Call<GoogleStructure>;
  values(ranges: readonly RowRange[]): Call<readonly Grid[]>;
  /** Everything in the body takes effect together or not at all. */
  batch(body: string): Call<null>;
  /** What is protected in each tab. */
  protections(): Call<readonly ProtectedTab[]>;
  /** The value of the note with this id; refused as not found while there is none. */
  note(id: number): Call<string>;
}

/** A tab that is read at once is read to its end: what staff put in since its size was read must not push out its last row. */
function rangeOf({ sheet, from, to }: RowRange): string {
  const { title, rowCount, columnCount } = sheet;
  return from === 0 && to === rowCount ? quoteTitle(title) : rowsOfTab(title, from, to, columnCount);
}

export function makeSheetsCalls({ spreadsheets }: sheets_v4.Sheets, spreadsheetId: string): SheetsCalls {
  const common = { spreadsheetId, prettyPrint: false } as const;
  return {
    structure: () => ({
      kind: 'read',
      send: (options) => spreadsheets.get({ ...common, fields: STRUCTURE_FIELDS }, options),
      parse: parseStructure,
    }),
    values: (ranges) => {
      const params = {
        ...common,
        ranges: ranges.map(rangeOf),
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
        fields: 'valueRanges(values)',
      };
      return {
        kind: 'read',
        send: (options) => spreadsheets.values.batchGet(params, options),
        parse: (answer) => parseGrids(answer, ranges.length),
      };
    },
    batch: (body) => {
      const requestBody = body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
      const params = { ...common, requestBody, fields: 'spreadsheetId' };
      return {
        kind: 'write',
        body,
        send: (options) => spreadsheets.batchUpdate(params, options),
        parse: () => null,
      };
    },
    protections: () => ({
      kind: 'read',
      send: (options) => spreadsheets.get({ ...common, fields: PROTECTION_FIELDS }, options),
      parse: parseProtections,
    }),
    note: (metadataId) => {
      const params = { ...common, metadataId, fields: 'metadataValue' };
      return {
        kind: 'read',
        send: (options) => spreadsheets.developerMetadata.get(params, options),
        parse: parseNote,
      };
    },
  };
}
