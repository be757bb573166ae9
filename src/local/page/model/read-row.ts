import type { CellData } from '../../stand-in/model/wire.ts';
import type { Row } from '../../stand-in/model/workbook.ts';
import { type Look, PLAIN } from './look.ts';
import type { PageMemory, ReadRow, RowFrame } from './page-memory.ts';
import { readCell } from './read-cell.ts';

function lookIn(cell: CellData | undefined, frame: RowFrame, memory: PageMemory): Look {
  const format = cell?.userEnteredFormat;
  return format === undefined ? PLAIN : memory.looks.read(format, frame.palette);
}

export function readRow(row: Row, frame: RowFrame, memory: PageMemory): ReadRow {
  const known = memory.read.get(row);
  if (known?.frame === frame) return known;
  const read: ReadRow = {
    frame,
    cells: row.map((cell) => (cell === undefined ? undefined : readCell(cell, frame.locale))),
    looks: row.map((cell) => lookIn(cell, frame, memory)),
    rules: row.map((cell) => cell?.dataValidation),
  };
  memory.read.set(row, read);
  return read;
}
