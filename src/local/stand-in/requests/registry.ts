import { autoResizeRequests } from './auto-resize-requests.ts';
import { bandingRequests } from './banding-requests.ts';
import { borderRequests } from './border-requests.ts';
import { cellRequests } from './cell-requests.ts';
import { conditionalFormatRequests } from './conditional-format-requests.ts';
import { dimensionGroupRequests } from './dimension-group-requests.ts';
import { dimensionRequests } from './dimension-requests.ts';
import { embeddedObjectRequests } from './embedded-object-requests.ts';
import { filterRequests } from './filter-requests.ts';
import { findReplaceRequests } from './find-replace-requests.ts';
import type { RequestHandler } from './handler.ts';
import { mergeRequests } from './merge-requests.ts';
import { metadataRequests } from './metadata-requests.ts';
import { namedRangeRequests } from './named-range-requests.ts';
import { pasteRequests } from './paste-requests.ts';
import { protectionRequests } from './protection-requests.ts';
import { rangeRequests } from './range-requests.ts';
import { sheetRequests } from './sheet-requests.ts';
import { sortRequests } from './sort-requests.ts';
import { spreadsheetRequests } from './spreadsheet-requests.ts';
import { tableRequests } from './table-requests.ts';
import { textRequests } from './text-requests.ts';
import { validationRequests } from './validation-requests.ts';

const FAMILIES = [
  spreadsheetRequests,
  sheetRequests,
  cellRequests,
  borderRequests,
  dimensionRequests,
  mergeRequests,
  metadataRequests,
  conditionalFormatRequests,
  autoResizeRequests,
  dimensionGroupRequests,
  filterRequests,
  pasteRequests,
  sortRequests,
  bandingRequests,
  embeddedObjectRequests,
  textRequests,
  findReplaceRequests,
  rangeRequests,
  tableRequests,
  validationRequests,
  namedRangeRequests,
  protectionRequests,
];

/** Every kind of `:batchUpdate` request that this server applies, by the name it has in the request. */
export const REQUEST_KINDS: ReadonlyMap<string, RequestHandler> = new Map(FAMILIES.flatMap(Object.entries));
