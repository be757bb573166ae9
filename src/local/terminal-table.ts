import stringWidth from 'string-width';

const GAP = '  ';
const NUMBER = /^-?[\d.,]+$/;

/** A table for a fixed-width terminal: figures to the right, words to the left, by the width that they show. */
export function terminalTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widthOf = (column: number) =>
    Math.max(...[headers, ...rows].map((row) => stringWidth(row[column] ?? '')));
  const widths = headers.map((_, column) => widthOf(column));
  const isFigures = headers.map((_, column) =>
    rows.every((row) => row[column] === undefined || row[column] === '' || NUMBER.test(row[column])),
  );
  const line = (cells: readonly string[]) =>
    widths
      .map((width, column) => {
        const text = cells[column] ?? '';
        const space = ' '.repeat(width - stringWidth(text));
        return isFigures[column] === true ? space + text : text + space;
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(headers), rule, ...rows.map(line)];
}
