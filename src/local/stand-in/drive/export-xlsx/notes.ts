import type { Sheet } from '../../model/workbook.ts';
import { cellName } from './area.ts';
import { usedCells } from './used-cells.ts';
import { DECLARATION, xml, xmlText } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The two parts that keep the notes of a tab: their texts, and the hidden boxes in which programs show them. */
export interface NoteParts {
  readonly comments: string;
  readonly boxes: string;
}

/** Undefined where no cell has a note. */
export function noteParts(sheet: Sheet): NoteParts | undefined {
  const notes: Note[] = [];
  for (const { row, column, cell } of usedCells(sheet))
    if (cell.note !== undefined && cell.note !== '') notes.push({ row, column, text: cell.note });
  if (notes.length === 0) return undefined;
  const list = notes.map(({ row, column, text }) =>
    xml(
      'comment',
      { ref: cellName(row, column), authorId: 0 },
      xml('text', {}, xml('t', { 'xml:space': 'preserve' }, xmlText(text))),
    ),
  );
  const authors = '<authors><author></author></authors>';
  const comments = xml('comments', { xmlns: MAIN }, authors, xml('commentList', {}, ...list));
  return { comments: `${DECLARATION}${comments}`, boxes: boxesOf(notes) };
}

/** Names as every program gives them. */
const SHAPE_TYPE = '_x0000_t202';
const FIRST_SHAPE = 1025;

const BOX_TYPE = xml(
  'v:shapetype',
  { id: SHAPE_TYPE, coordsize: '21600,21600', 'o:spt': 202, path: 'm,l,21600r21600,l21600,xe' },
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/>',
);

/** An older markup, which programs want for notes to this day (ECMA-376 part 4, §19). */
function boxesOf(notes: readonly Note[]): string {
  const spaces = {
    'xmlns:v': 'urn:schemas-microsoft-com:vml',
    'xmlns:o': 'urn:schemas-microsoft-com:office:office',
    'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
  };
  return xml('xml', spaces, BOX_TYPE, ...notes.map(boxXml));
}

/** Two columns wide and four rows high, beside its cell. */
function boxXml({ row, column }: Note, index: number): string {
  const data = xml(
    'x:ClientData',
    { ObjectType: 'Note' },
    '<x:MoveWithCells/><x:SizeWithCells/>',
    xml('x:Anchor', {}, [column + 1, 15, row, 2, column + 3, 15, row + 4, 4].join(', ')),
    '<x:AutoFill>False</x:AutoFill>',
    xml('x:Row', {}, String(row)),
    xml('x:Column', {}, String(column)),
  );
  const style = `position:absolute;z-index:${index + 1};visibility:hidden`;
  const shape = {
    id: `_x0000_s${FIRST_SHAPE + index}`,
    type: `#${SHAPE_TYPE}`,
    style,
    fillcolor: '#ffffe1',
    'o:insetmode': 'auto',
  };
  return xml('v:shape', shape, '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>', data);
}
