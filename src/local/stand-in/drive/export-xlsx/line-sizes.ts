import type { JsonObject } from '../../contract/json.ts';
import { extentOf, getAt } from '../../model/sparse-list.ts';
import type { DimensionGroup } from '../../model/wire.ts';
import { columnCountOf, type Sheet } from '../../model/workbook.ts';
import { MOST_COLUMNS } from './area.ts';
import { xml } from './xml.ts';

/** Letters are as wide as a digit of Arial in 10 points: 7 pixels. */
const PIXELS_A_LETTER = 7;
const MOST_LETTERS = 255;
const POINTS_A_PIXEL = 0.75;
const MOST_POINTS = 409;
const MOST_LEVELS = 7;

const USUAL_COLUMN = 100;
const USUAL_ROW = 21;

/** The sizes of lines that nobody sized, and how deep groups of lines lie in one another. */
export function usualSizes({ attachments }: Sheet): string {
  return xml('sheetFormatPr', {
    customHeight: true,
    defaultColWidth: letters(USUAL_COLUMN),
    defaultRowHeight: points(USUAL_ROW),
    outlineLevelRow: deepest(attachments.rowGroups),
    outlineLevelCol: deepest(attachments.columnGroups),
  });
}

function deepest(groups: readonly DimensionGroup[]): number | undefined {
  const levels = groups.map(({ range }) => levelOf(groups, range?.startIndex ?? 0));
  return levels.length === 0 ? undefined : Math.max(...levels);
}

function letters(pixels: number): number {
  return Math.min(MOST_LETTERS, Math.round((pixels / PIXELS_A_LETTER) * 100) / 100);
}

function points(pixels: number): number {
  return Math.min(MOST_POINTS, pixels * POINTS_A_PIXEL);
}

/** The columns that are not as usual, stretches of equal ones together; empty where there are none. */
export function columnsXml(sheet: Sheet): string {
  const end = Math.min(lastColumn(sheet), columnCountOf(sheet), MOST_COLUMNS);
  const stretches: { readonly look: ReturnType<typeof columnLook>; readonly from: number; to: number }[] = [];
  for (let column = 0; column < end; column += 1) {
    const look = columnLook(sheet, column);
    const last = stretches.at(-1);
    if (last !== undefined && last.look.key === look.key) last.to = column + 1;
    else stretches.push({ look, from: column, to: column + 1 });
  }
  const items = stretches
    .filter(({ look }) => look.key !== USUAL_KEY)
    .map(({ look, from, to }) => xml('col', { min: from + 1, max: to, ...look.attributes }));
  return items.length === 0 ? '' : xml('cols', {}, ...items);
}

function lastColumn({ columnMetadata, attachments }: Sheet): number {
  return Math.max(
    extentOf(columnMetadata),
    ...attachments.columnGroups.map(({ range }) => range?.endIndex ?? 0),
  );
}

const USUAL_KEY = [USUAL_COLUMN, false, 0].join();

function columnLook(sheet: Sheet, column: number) {
  const own = getAt(sheet.columnMetadata, column) ?? {};
  const pixels = pixelsOf(own, USUAL_COLUMN);
  const hidden = own['hiddenByUser'] === true;
  const outlineLevel = levelOf(sheet.attachments.columnGroups, column);
  return {
    key: [pixels, hidden, outlineLevel].join(),
    attributes: {
      width: letters(pixels),
      customWidth: true,
      hidden: hidden || undefined,
      outlineLevel: outlineLevel || undefined,
    },
  };
}

/** What a row says of itself; empty where it is as usual. */
export function rowAttributes(sheet: Sheet, row: number, isFiltered: boolean) {
  const own = getAt(sheet.rowMetadata, row) ?? {};
  const pixels = pixelsOf(own, USUAL_ROW);
  const level = levelOf(sheet.attachments.rowGroups, row);
  return {
    ...(pixels === USUAL_ROW ? {} : { ht: points(pixels), customHeight: true }),
    ...(own['hiddenByUser'] === true || isFiltered ? { hidden: true } : {}),
    ...(level === 0 ? {} : { outlineLevel: level }),
  };
}

function pixelsOf({ pixelSize }: JsonObject, usual: number): number {
  return typeof pixelSize === 'number' ? pixelSize : usual;
}

/** How many groups lie around the line. */
function levelOf(groups: readonly DimensionGroup[], line: number): number {
  const around = groups.filter(
    ({ range }) => (range?.startIndex ?? 0) <= line && line < (range?.endIndex ?? Number.POSITIVE_INFINITY),
  );
  return Math.min(MOST_LEVELS, around.length);
}
