/** Shapes of notes are drawn in an older markup that spreadsheet programs still want (ECMA-376 part 4, §19). */
const FRAME =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">';
const SHAPE_TYPE =
  '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

export const EMPTY_BOXES = `${FRAME}${SHAPE_TYPE}</xml>`;

/** Letters that fit into a line of a note, and the columns and rows that its box covers. */
const LETTERS_A_LINE = 44;
const COLUMNS = 3;
const LEAST_ROWS = 3;
const MOST_ROWS = 16;

export interface NoteBox {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Unique among the shapes of the tab. */
  readonly number: number;
}

function linesIn(text: string): number {
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 0);
}

/** The hidden box of one note, to the right of its cell, as high as its text needs. */
export function noteBox({ row, column, text, number }: NoteBox): string {
  const rows = Math.min(Math.max(linesIn(text) + 1, LEAST_ROWS), MOST_ROWS);
  const anchor = [column + 1, 12, row, 4, column + 1 + COLUMNS, 12, row + rows, 4].join(', ');
  const data = [
    '<x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column>`,
  ].join('');
  const shape = [
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/></v:textbox>',
    `<x:ClientData ObjectType="Note">${data}</x:ClientData></v:shape>`,
  ].join('');
  return `${FRAME}${shape}</xml>`;
}
