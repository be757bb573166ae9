import type { Cell, Grid } from '../../domain/grid.ts';
import { OUTPUT_HEADERS } from '../../domain/messages/output-messages.ts';
import type { Unit } from '../../domain/unit.ts';
import type { InputTab } from '../input-tab.ts';
import { foldLabel, isLabel } from '../label.ts';
import { type ContactTexts, contactText, isContact } from './leak-texts.ts';

/** Headers of columns in which offices keep whom to ask in a unit. */
const CONTACT_HEADER =
  /liên hệ|đầu mối|phụ trách|lãnh đạo|cán bộ|họ tên|họ và tên|người|điện thoại|di động|zalo|thư|địa chỉ|contact|person|officer|head|phone|mobile|mail|address/i;

/** Shorter texts would be found in words that mean something else. */
const SHORTEST = 4;

function headerRowOf(grid: Grid): number {
  const isUnitCode = (cell: Cell) =>
    typeof cell === 'string' && isLabel(foldLabel(cell), OUTPUT_HEADERS.unitCode);
  return grid.findIndex((row) => row.some(isUnitCode));
}

/** What is told of units publicly: none of it is a contact, wherever else it stands. */
function publicTexts(units: readonly Unit[]): ReadonlySet<string> {
  return new Set(
    units.flatMap(({ id, name, nameEn = '', level, parent = '', groupId }) =>
      [id, name, nameEn, level, parent, groupId].map(contactText),
    ),
  );
}

/**
 * Whom to ask in a unit, from the columns that the office added to its Units tab: texts that must never be
 * published. A text that is also a unit's name, code, level or parent is public.
 */
export function contactTexts(tab: InputTab | undefined, units: readonly Unit[]): ContactTexts {
  const grid = tab?.grid ?? [];
  const headerRow = headerRowOf(grid);
  const headers = headerRow === -1 ? [] : (grid[headerRow] ?? []);
  const known = publicTexts(units);
  const found = grid.slice(headerRow + 1).flatMap((row) =>
    row.flatMap((value, column) => {
      const text = value === null ? '' : String(value);
      const header = headers[column] ?? null;
      const isPersonal = typeof header === 'string' && CONTACT_HEADER.test(header);
      const folded = contactText(text);
      const counts = (isPersonal && typeof value !== 'boolean') || isContact(text);
      return counts && folded.length >= SHORTEST && !known.has(folded) ? [folded] : [];
    }),
  );
  return [...new Set(found)];
}
