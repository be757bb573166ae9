import type { JsonObject } from '../contract/json.ts';
import { masksField, mergeByMask } from '../model/masked-merge.ts';
import { checkedProperties } from '../model/spreadsheet-properties.ts';
import type { Workbook } from '../model/workbook.ts';
import { Refusal } from '../refusal.ts';
import { type Applied, handler, type RequestFamily } from './handler.ts';
import { maskOf } from './update-mask.ts';

function updateSpreadsheetProperties(
  workbook: Workbook,
  { properties = {}, fields }: { readonly properties?: JsonObject; readonly fields?: string },
): Applied {
  const paths = maskOf('SpreadsheetProperties', fields);
  if (masksField(paths, 'title') && !properties['title']) {
    throw new Refusal('The spreadsheet title cannot be empty.');
  }
  const merged = mergeByMask(workbook.properties, checkedProperties(properties), paths);
  // What a spreadsheet must always have cannot be cleared by a mask that names it.
  return { workbook: { ...workbook, properties: { ...alwaysThere(workbook.properties), ...merged } } };
}

function alwaysThere(properties: JsonObject): JsonObject {
  const names = ['title', 'locale', 'autoRecalc', 'timeZone', 'defaultFormat', 'spreadsheetTheme'];
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

export const spreadsheetRequests: RequestFamily = {
  updateSpreadsheetProperties: handler(updateSpreadsheetProperties),
};
