import { holds } from '../model/box.ts';
import type { Look } from '../model/look.ts';
import type { PageCell, PageTab } from '../model/page-workbook.ts';
import { shownText } from '../model/read-cell.ts';
import { USUAL_WIDTH } from './table-css.ts';

const PIXELS_PER_POINT = 4 / 3;
const USUAL_SIZE = 10;
/** Width of a letter as a share of the font's size, rather too much than too little. */
const LETTER = 0.56;
const BOLD_LETTER = 0.62;

type Looks = Readonly<Record<string, Look>>;

interface Place {
  readonly tab: PageTab;
  readonly looks: Looks;
  readonly row: number;
}

function lookOf(cell: PageCell | null, looks: Looks): Look {
  return (cell?.look === undefined ? undefined : looks[cell.look]) ?? {};
}

function widthOfText(text: string, { fontSize = USUAL_SIZE, bold }: Look): number {
  const longest = Math.max(...text.split('\n').map((line) => line.length));
  return longest * fontSize * PIXELS_PER_POINT * (bold ? BOLD_LETTER : LETTER);
}

/** Whether a cell has text that runs on over blank neighbours to its right, as spreadsheets let it. */
function runsOn(cell: PageCell | null, { wrap, align }: Look): boolean {
  return typeof cell?.value === 'string' && wrap === undefined && (align === undefined || align === 'left');
}

function isFree({ tab, looks, row }: Place, column: number, background: string | undefined): boolean {
  if (tab.merges.some((box) => holds(box, row, column))) return false;
  const cell = tab.rows[row]?.[column] ?? null;
  const isBlank = cell === null || (shownText(cell) === '' && cell.note === undefined);
  return isBlank && lookOf(cell, looks).background === background;
}

/** The column at which the text of a cell ends: the next one, or, of text that is too long for its cell, one further to the right. */
export function endOfText(place: Place, column: number, columns: number): number {
  const { tab, looks, row } = place;
  const cell = tab.rows[row]?.[column] ?? null;
  const look = lookOf(cell, looks);
  const isMerged = tab.merges.some((box) => holds(box, row, column));
  if (isMerged || !runsOn(cell, look)) return column + 1;
  const needed = widthOfText(cell === null ? '' : shownText(cell), look);
  const widthAt = (at: number) => tab.columnWidths[at] ?? USUAL_WIDTH;
  let end = column + 1;
  let width = widthAt(column);
  while (width < needed && end < columns && isFree(place, end, look.background)) {
    width += widthAt(end);
    end += 1;
  }
  return end;
}
