import type { Area } from '../../../domain/layout.ts';
import { childOf, ensureChild } from '../xml.ts';
import { areaName } from './area-name.ts';
import type { OpenTab } from './open-tab.ts';
import { SHEET_ORDER } from './sheet-order.ts';

/** The name by which Excel knows the rows that a filter is over. */
const FILTERED = '_xlnm._FilterDatabase';

/**
 * The filter over a table; one that stands follows the table and keeps what people chose to see. A tab with tables of
 * staff's own gets none: theirs bring filters, and two may not overlap.
 */
export function writeFilter({ root, sheetId, workbook }: OpenTab, filter: Area | undefined): void {
  if (filter === undefined || childOf(root, 'tableParts') !== undefined) return;
  ensureChild(root, 'autoFilter', SHEET_ORDER).setAttribute('ref', areaName(filter));
  workbook.setTabName(sheetId, { name: FILTERED, areas: [filter], isHidden: true });
}
