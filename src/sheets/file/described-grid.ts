import * as z from 'zod';
import type { DescribedCell } from '../../domain/file-description.ts';
import type { Metadata } from '../../domain/spreadsheet.ts';
import { CELL_FIELDS, readCell } from './described-cell.ts';

const LINE_FIELDS = 'hiddenByUser,hiddenByFilter,developerMetadata(metadataId,metadataKey,metadataValue)';

export const GRID_FIELDS = [
  'sheets(properties(sheetId)',
  'data(startRow,startColumn',
  `rowData(values(${CELL_FIELDS}))`,
  `rowMetadata(${LINE_FIELDS})`,
  `columnMetadata(${LINE_FIELDS})))`,
].join(',');

const metadataSchema = z.object({
  metadataId: z.int(),
  metadataKey: z.string(),
  metadataValue: z.string().default(''),
});

const lineSchema = z.object({
  hiddenByUser: z.boolean().default(false),
  hiddenByFilter: z.boolean().default(false),
  developerMetadata: z.array(metadataSchema).default([]),
});

/** Cells are read one by one: a schema over all of them would cost more than reading them. */
const dataSchema = z.object({
  startRow: z.int().default(0),
  startColumn: z.int().default(0),
  rowData: z.array(z.object({ values: z.custom<readonly unknown[]>(Array.isArray).default([]) })).default([]),
  rowMetadata: z.array(lineSchema).default([]),
  columnMetadata: z.array(lineSchema).default([]),
});

const answerSchema = z.object({
  sheets: z
    .array(
      z.object({
        properties: z.object({ sheetId: z.int().default(0) }),
        data: z.array(dataSchema).default([]),
      }),
    )
    .default([]),
});

/** What one part of a tab's grid holds. */
export interface GridPart {
  readonly sheetId: number;
  readonly cells: readonly DescribedCell[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly lineMetadata: readonly Metadata[];
  readonly objects: readonly string[];
}

type Line = z.infer<typeof lineSchema>;

function hiddenIn(lines: readonly Line[], start: number): readonly number[] {
  return lines.flatMap(({ hiddenByUser, hiddenByFilter }, offset) =>
    hiddenByUser || hiddenByFilter ? [start + offset] : [],
  );
}

function metadataIn(lines: readonly Line[]): readonly Metadata[] {
  return lines.flatMap(({ developerMetadata }) =>
    developerMetadata.map(({ metadataId, metadataKey, metadataValue }) => ({
      id: metadataId,
      key: metadataKey,
      value: metadataValue,
    })),
  );
}

function readPart(sheetId: number, data: z.infer<typeof dataSchema>): GridPart {
  const { startRow, startColumn, rowData, rowMetadata, columnMetadata } = data;
  const read = rowData.flatMap(({ values }, row) =>
    values.map((value, column) => readCell(value, startRow + row, startColumn + column)),
  );
  return {
    sheetId,
    cells: read.flatMap(({ cell }) => cell ?? []),
    hiddenRows: hiddenIn(rowMetadata, startRow),
    hiddenColumns: hiddenIn(columnMetadata, startColumn),
    lineMetadata: [...metadataIn(rowMetadata), ...metadataIn(columnMetadata)],
    objects: read.flatMap(({ objects }) => objects),
  };
}

/** The parts of Google's answer to one call for cells. */
export function parseGridParts(answer: unknown): readonly GridPart[] {
  const { sheets } = answerSchema.parse(answer);
  return sheets.flatMap(({ properties, data }) => data.map((part) => readPart(properties.sheetId, part)));
}
