import * as z from 'zod';
import { FEATURE_FIELDS, featuresSchema, type GoogleStructure } from './layout/sheet-features.ts';
import { METADATA_FIELDS, metadataSchema } from './metadata-schema.ts';

/** Everything that a run has to know about a spreadsheet but its cells, and nothing more. */
export const STRUCTURE_FIELDS = [
  'properties(title,locale,timeZone)',
  'sheets(properties(sheetId,title,hidden,gridProperties(rowCount,columnCount))',
  METADATA_FIELDS,
  `${FEATURE_FIELDS})`,
  METADATA_FIELDS,
  'namedRanges(name,range(sheetId))',
  'spreadsheetUrl',
].join(',');

/** Where a named range of a tab that people deleted is: its name is still taken. */
const NO_SHEET = -1;

/** Google leaves out what is zero, false or empty (as recorded: docs/stand-in.md). */
const sheetSchema = z.looseObject({
  properties: z.object({
    sheetId: z.int().default(0),
    title: z.string(),
    hidden: z.boolean().default(false),
    /** Absent for a tab that is one big chart: it has no cells. */
    gridProperties: z.object({ rowCount: z.int().default(0), columnCount: z.int().default(0) }).optional(),
  }),
  developerMetadata: z.array(metadataSchema).default([]),
});

const spreadsheetSchema = z.object({
  spreadsheetUrl: z.string().optional(),
  properties: z.object({
    title: z.string().default(''),
    locale: z.string().default(''),
    timeZone: z.string().default(''),
  }),
  sheets: z.array(sheetSchema).default([]),
  developerMetadata: z.array(metadataSchema).default([]),
  namedRanges: z
    .array(z.object({ name: z.string(), range: z.object({ sheetId: z.int().default(0) }).optional() }))
    .default([]),
});

/** Google's description of a spreadsheet as ours. */
export function parseStructure(answer: unknown): GoogleStructure {
  const { properties, sheets, developerMetadata, namedRanges, spreadsheetUrl } =
    spreadsheetSchema.parse(answer);
  return {
    ...properties,
    ...(spreadsheetUrl === undefined ? {} : { address: spreadsheetUrl }),
    sheets: sheets.map((sheet) => ({
      sheetId: sheet.properties.sheetId,
      title: sheet.properties.title,
      hidden: sheet.properties.hidden,
      rowCount: sheet.properties.gridProperties?.rowCount ?? 0,
      columnCount: sheet.properties.gridProperties?.columnCount ?? 0,
      metadata: sheet.developerMetadata,
    })),
    namedRanges: namedRanges.map(({ name, range }) => ({ name, sheetId: range?.sheetId ?? NO_SHEET })),
    metadata: developerMetadata,
    features: new Map(sheets.map((sheet) => [sheet.properties.sheetId, featuresSchema.parse(sheet)])),
  };
}
