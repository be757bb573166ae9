import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Area } from '../../domain/layout.ts';
import { gridRange } from './grid-range.ts';
import { isSameArea, type StandingFilter } from './sheet-features.ts';

/**
 * The filter over a table. One that stands keeps what people chose to see and only follows the table as it grows
 * or moves; the order in which they sorted is not applied to it again.
 */
export function filterRequests(
  filter: Area | undefined,
  sheetId: number,
  standing: StandingFilter | undefined,
): readonly sheets_v4.Schema$Request[] {
  if (filter === undefined || (standing !== undefined && isSameArea(standing.range, filter))) return [];
  const chosen = standing?.chosen ?? {};
  return [{ setBasicFilter: { filter: { ...chosen, range: gridRange(sheetId, filter) } } }];
}
