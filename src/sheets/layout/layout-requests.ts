import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Change } from '../../domain/change.ts';
import { colorOf } from '../cell-format.ts';
import { chartRequests } from './chart-requests.ts';
import { filterRequests } from './filter-requests.ts';
import { protectionRequests } from './protection-requests.ts';
import { addRules, removeRules } from './rule-requests.ts';
import { type GoogleStructure, NO_FEATURES } from './sheet-features.ts';
import { validationRequests } from './validation-requests.ts';

type Request = sheets_v4.Schema$Request;
type LayOut = Extract<Change, { readonly kind: 'lay-out' }>;

/** One request for each stretch of columns of the same width; none for those that keep theirs. */
function columnWidths(sheetId: number, widths: LayOut['columnWidths']): readonly Request[] {
  const starts = widths.flatMap((width, column) => (width === widths[column - 1] ? [] : [column]));
  return starts.flatMap((startIndex, position) => {
    const pixelSize = widths[startIndex] ?? null;
    if (pixelSize === null) return [];
    const endIndex = starts[position + 1] ?? widths.length;
    return [
      {
        updateDimensionProperties: {
          range: { sheetId, dimension: 'COLUMNS', startIndex, endIndex },
          properties: { pixelSize },
          fields: 'pixelSize',
        },
      },
    ];
  });
}

/** What is frozen, where that is not left as it is, and the colour of the tab where it has one of ours. */
function tabProperties({ sheetId, frozenRows, frozenColumns, tabColour }: LayOut): readonly Request[] {
  const isFrozen = frozenRows !== undefined && frozenColumns !== undefined;
  const properties = {
    sheetId,
    ...(isFrozen ? { gridProperties: { frozenRowCount: frozenRows, frozenColumnCount: frozenColumns } } : {}),
    ...(tabColour === undefined ? {} : { tabColorStyle: colorOf(tabColour) }),
  };
  const fields = [
    ...(isFrozen ? ['gridProperties.frozenRowCount', 'gridProperties.frozenColumnCount'] : []),
    ...(tabColour === undefined ? [] : ['tabColorStyle']),
  ];
  return fields.length === 0 ? [] : [{ updateSheetProperties: { properties, fields: fields.join(',') } }];
}

/**
 * How a tab is laid out. Paper is not among it: Google keeps no setting for it. Figures of charts come last,
 * because a chart may show cells that rows added before it made room for.
 */
export function layoutRequests(change: LayOut, structure: GoogleStructure): readonly Request[] {
  const { sheetId, scales = [], highlights = [], validations = [], charts = [], filter } = change;
  const { ruledBefore = [], chartedBefore = [] } = change;
  const { rules, chartIds, filter: standing } = structure.features?.get(sheetId) ?? NO_FEATURES;
  const titleOf = (id: number) => structure.sheets.find((sheet) => sheet.sheetId === id)?.title;
  const frame = { sheetId, locale: structure.locale, titleOf };
  return [
    ...tabProperties(change),
    ...columnWidths(sheetId, change.columnWidths),
    ...removeRules(sheetId, ruledBefore, rules),
    ...addRules(highlights, scales, frame),
    ...validationRequests(validations, frame),
    ...filterRequests(filter, sheetId, standing),
    ...chartRequests(charts, sheetId, { chartIds, chartedBefore }),
    ...protectionRequests(change, structure),
  ];
}
