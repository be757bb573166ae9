import type { Element } from '@xmldom/xmldom';
import type { Change } from '../../../domain/change.ts';
import type { ContentCell } from '../../../domain/content.ts';
import { childOf, childrenOf } from '../xml.ts';

type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;

/** Points of a row of one line in the usual size, and the highest row that Excel takes. */
const LINE_HEIGHT = 15;
const MAX_HEIGHT = 409;
const USUAL_SIZE = 11;

/** Pixels of an average letter in the usual size, measured over Vietnamese text, and what bold letters take more. */
const LETTER_PIXELS = 5.9;
const BOLD = 1.07;
const DIGIT_PIXELS = 7;
const DEFAULT_WIDTH = 64;

/** Widths of the columns in pixels, by their 0-based place. */
function widthsIn(root: Element): (column: number) => number {
  const list = childOf(root, 'cols');
  const stretches = (list === undefined ? [] : childrenOf(list, 'col')).map((column) => ({
    min: Number(column.getAttribute('min')),
    max: Number(column.getAttribute('max')),
    pixels: Number(column.getAttribute('width')) * DIGIT_PIXELS,
  }));
  return (column) =>
    stretches.find(({ min, max }) => column + 1 >= min && column + 1 <= max)?.pixels ?? DEFAULT_WIDTH;
}

/** Lines that a text takes when it is broken between words; a word that is longer than a line is broken too. */
function linesOf(text: string, letters: number): number {
  return text.split('\n').reduce((lines, paragraph) => {
    let [count, left] = [1, letters];
    for (const word of paragraph.split(/\s+/)) {
      const length = word.length + 1;
      if (length > left && left < letters) [count, left] = [count + 1, letters];
      count += Math.floor(Math.max(length - 1, 0) / letters);
      left -= length % letters;
    }
    return lines + count;
  }, 0);
}

function heightOf({ value, style }: ContentCell, pixels: number): number {
  const size = style?.fontSize ?? USUAL_SIZE;
  const line = Math.max(LINE_HEIGHT * (size / USUAL_SIZE), LINE_HEIGHT);
  if (style?.wrap !== true || typeof value !== 'string') return line;
  const letter = LETTER_PIXELS * (size / USUAL_SIZE) * (style.bold === true ? BOLD : 1);
  return line * linesOf(value, Math.max(Math.floor(pixels / letter), 1));
}

/**
 * Heights of written rows whose text is wrapped or large. Programs fit rows to their text themselves as soon as
 * somebody types there; until then some of them, and whatever prints the file, go by what it says. A height that staff
 * set stays.
 */
export function writeRowHeights(root: Element, { row: top, column: left, rows }: WriteCells): void {
  const widthOf = widthsIn(root);
  const data = childOf(root, 'sheetData');
  const standing = new Map(
    (data === undefined ? [] : childrenOf(data, 'row')).map((element) => [
      Number(element.getAttribute('r')),
      element,
    ]),
  );
  for (const [index, cells] of rows.entries()) {
    const element = standing.get(top + index + 1);
    const isFixed = element?.getAttribute('customHeight');
    if (element === undefined || isFixed === '1' || isFixed === 'true') continue;
    const height = Math.max(...cells.map((cell, offset) => heightOf(cell, widthOf(left + offset))));
    if (height > LINE_HEIGHT) element.setAttribute('ht', Math.min(height, MAX_HEIGHT).toFixed(2));
    else element.removeAttribute('ht');
  }
}
