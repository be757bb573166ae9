import type { JsonObject } from '../contract/json.ts';
import { normalizeColors } from './color.ts';
import { assertGridSize } from './limits.ts';
import { emptyList } from './sparse-list.ts';
import type { GridProperties, SheetProperties } from './wire.ts';
import { NO_ATTACHMENTS, type Sheet } from './workbook.ts';

/** The size of a tab that nobody sized (recorded). */
const DEFAULT_ROWS = 1000;
const DEFAULT_COLUMNS = 26;

export function newSheet(sheetId: number, title: string, wanted: SheetProperties): Sheet {
  const { rowCount = DEFAULT_ROWS, columnCount = DEFAULT_COLUMNS, ...grid } = wanted.gridProperties ?? {};
  assertGridSize(rowCount, columnCount);
  const { index: _place, ...rest } = wanted;
  return {
    sheetId,
    properties: tidyProperties({
      ...rest,
      sheetId,
      title,
      sheetType: wanted.sheetType ?? 'GRID',
      gridProperties: { rowCount, columnCount, ...grid },
    }),
    rows: emptyList(),
    rowMetadata: emptyList(),
    columnMetadata: emptyList(),
    attachments: NO_ATTACHMENTS,
  };
}

/** A tab for one chart: it has no grid (reported by clients that met one). */
export function objectSheet(sheetId: number, title: string): Sheet {
  return {
    sheetId,
    properties: { sheetId, title, sheetType: 'OBJECT' },
    rows: emptyList(),
    rowMetadata: emptyList(),
    columnMetadata: emptyList(),
    attachments: NO_ATTACHMENTS,
  };
}

/** As Google keeps them: colours normalised, nothing that is false or 0 (recorded: `hidden: false` is never echoed). */
export function tidyProperties(properties: SheetProperties): SheetProperties {
  const { sheetId, gridProperties, ...rest } = normalizeColors(properties);
  return {
    sheetId,
    ...withoutDefaults(rest as JsonObject),
    ...(rest['sheetType'] === 'OBJECT'
      ? {}
      : { gridProperties: withoutDefaults((gridProperties ?? {}) as JsonObject) as GridProperties }),
  } as SheetProperties;
}

function withoutDefaults(message: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== false && value !== 0));
}
