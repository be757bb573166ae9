/** A cell between quotes, which may hold tabs and line ends, or a plain one; and what parts it from the next. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;
/** A text that only begins like a quoted one. */
const PLAIN = /()([^\t\n]*)(\t|\n|$)/y;

interface Cell {
  readonly text: string;
  readonly parted: string;
  readonly end: number;
}

function cellAt(source: string, at: number): Cell {
  CELL.lastIndex = at;
  PLAIN.lastIndex = at;
  const [whole = '', quoted, plain = '', parted = ''] = CELL.exec(source) ?? PLAIN.exec(source) ?? [];
  const text = quoted === undefined || quoted === '' ? plain : quoted.replaceAll('""', '"');
  return { text, parted, end: at + whole.length };
}

/** A table as spreadsheets put it on the clipboard: tabs between cells, quotes around cells of several lines. */
export function parseTable(text: string): readonly (readonly string[])[] {
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (source === '') return [];
  const rows: string[][] = [[]];
  for (let at = 0; ; ) {
    const { text: cell, parted, end } = cellAt(source, at);
    rows.at(-1)?.push(cell);
    if (parted === '') return rows;
    if (parted === '\n') rows.push([]);
    at = end;
  }
}
