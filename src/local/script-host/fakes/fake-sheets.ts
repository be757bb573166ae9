import type { AskAndWait } from './protocol.ts';
import type { BoundWorkbook, Note } from './sheets-calls.ts';
import { strict } from './strict.ts';

/** #rrggbb as Google’s API has it. */
function colorOf(hex: string) {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { rgbColor: { red: part(1), green: part(3), blue: part(5) } };
}

function fakeRange(workbook: BoundWorkbook, sheetId: number, row: number, column: number) {
  const place = { sheetId, row: row - 1, column: column - 1 };
  const range = strict('Range', {
    getSheet: () => fakeSheet(workbook, sheetId),
    setValue: (value: string) => {
      workbook.writeCell(place, { userEnteredValue: { stringValue: value } }, 'userEnteredValue');
      return range;
    },
    setFontColor: (hex: string) => {
      const look = { userEnteredFormat: { textFormat: { foregroundColorStyle: colorOf(hex) } } };
      workbook.writeCell(place, look, 'userEnteredFormat.textFormat.foregroundColorStyle');
      return range;
    },
  });
  return range;
}

function fakeNote(workbook: BoundWorkbook, note: Note) {
  let { value } = note;
  return strict('DeveloperMetadata', {
    getKey: () => note.key,
    getValue: () => value,
    getLocation: () =>
      strict('DeveloperMetadataLocation', { getSheet: () => fakeSheet(workbook, note.sheetId) }),
    setValue: (text: string) => {
      workbook.setNote(note.id, text);
      value = text;
    },
  });
}

function notesWith(workbook: BoundWorkbook, keeps: (note: Note) => boolean) {
  return workbook
    .notes()
    .filter(keeps)
    .map((note) => fakeNote(workbook, note));
}

function fakeTextFinder(workbook: BoundWorkbook, sheetId: number, text: string) {
  const findNext = () => {
    const found = workbook.findCell(sheetId, text);
    return found === undefined ? null : fakeRange(workbook, sheetId, found.row + 1, found.column + 1);
  };
  return strict('TextFinder', {
    // Parts of cells are not looked for here.
    matchEntireCell: (isEntire: true) => strict('TextFinder', isEntire ? { findNext } : {}),
  });
}

function fakeSheet(workbook: BoundWorkbook, sheetId: number) {
  return strict('Sheet', {
    createTextFinder: (text: string) => fakeTextFinder(workbook, sheetId, text),
    getDeveloperMetadata: () => notesWith(workbook, (note) => note.sheetId === sheetId),
  });
}

/** The spreadsheet that the script is bound to. */
export function fakeSpreadsheet(workbook: BoundWorkbook, ask: AskAndWait) {
  return strict('Spreadsheet', {
    getId: () => workbook.id,
    getUrl: () => workbook.address(),
    getSpreadsheetLocale: () => workbook.locale(),
    getSheetByName: (title: string) => {
      const sheetId = workbook.findSheet(title);
      return sheetId === undefined ? null : fakeSheet(workbook, sheetId);
    },
    toast: (text: string, title: string, seconds: number) => {
      ask({ kind: 'show', shown: { kind: 'toast', text, title, seconds } });
    },
    createDeveloperMetadataFinder: () =>
      strict('DeveloperMetadataFinder', {
        withKey: (key: string) =>
          strict('DeveloperMetadataFinder', { find: () => notesWith(workbook, (note) => note.key === key) }),
      }),
  });
}

/** The event of a simple trigger onEdit. */
export function editEvent(workbook: BoundWorkbook, edited: { sheetId: number; row: number; column: number }) {
  return strict('SheetsOnEdit', { range: fakeRange(workbook, edited.sheetId, edited.row, edited.column) });
}
