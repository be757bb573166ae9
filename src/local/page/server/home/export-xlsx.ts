import { randomUUID } from 'node:crypto';
import type { CellStyle } from '../../../../domain/cell-style.ts';
import type { Change } from '../../../../domain/change.ts';
import type { CellLink, ContentCell } from '../../../../domain/content.ts';
import type { Metadata, Structure } from '../../../../domain/spreadsheet.ts';
import { versionOf } from '../../../../domain/version.ts';
import { blankWorkbook } from '../../../../offline/xlsx/blank-workbook.ts';
import { excelTitle } from '../../../../offline/xlsx/sheet-title.ts';
import { xlsxFormat } from '../../../../offline/xlsx/xlsx-format.ts';
import { pack } from '../../../../offline/xlsx/zip.ts';
import { nameTabs } from '../../../../workbook/output/name-tabs.ts';
import { TAB_METADATA_KEY } from '../../../../workbook/tab-key.ts';
import type { Sheet } from '../../../stand-in/model/workbook.ts';
import type { Look } from '../../model/look.ts';
import type { PageCell, PageTab, PageWorkbook } from '../../model/page-workbook.ts';
import { exportedLayout } from './export-layout.ts';

const USUAL_WIDTH = 100;

function styleOf(look: Look | undefined): CellStyle | undefined {
  if (look === undefined) return undefined;
  const { bold, italic, fontSize, color, background, align, wrap, pattern, borders } = look;
  return {
    ...(bold === undefined ? {} : { bold }),
    ...(italic === undefined ? {} : { italic }),
    ...(fontSize === undefined ? {} : { fontSize }),
    ...(color === undefined ? {} : { foreground: color }),
    ...(background === undefined ? {} : { background }),
    ...(align === undefined ? {} : { align }),
    ...(wrap === 'wrap' ? { wrap: true } : {}),
    ...(pattern === undefined ? {} : { numberFormat: pattern }),
    ...(borders === undefined ? {} : { borders: true }),
  };
}

/** A link within the workbook goes along; one that leads out of it stays behind with its text in the cell. */
function linkOf({ link }: PageCell): CellLink | undefined {
  const [, sheetId, cell] = /^#gid=(\d+)(?:&range=([A-Z]+\d+))?$/.exec(link ?? '') ?? [];
  if (sheetId === undefined) return undefined;
  return { sheetId: Number(sheetId), ...(cell === undefined ? {} : { cell }) };
}

function contentCell(cell: PageCell | null, looks: PageWorkbook['looks']): ContentCell {
  const style = styleOf(cell?.look === undefined ? undefined : looks[cell.look]);
  const link = cell === null ? undefined : linkOf(cell);
  return {
    value: cell?.value ?? (cell?.formula === undefined ? null : (cell.shown ?? null)),
    ...(style === undefined ? {} : { style }),
    ...(link === undefined ? {} : { link }),
    ...(cell?.note === undefined ? {} : { note: cell.note }),
  };
}

/** Rows of one length, as a written block wants them. */
function blockOf({ rows }: PageTab, looks: PageWorkbook['looks']): readonly (readonly ContentCell[])[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return rows.map((cells) =>
    Array.from({ length: width }, (_, column) => contentCell(cells[column] ?? null, looks)),
  );
}

function notesOf(notes: readonly Metadata[], sheetId: number): readonly Change[] {
  return notes.map(({ key, value }) => ({ kind: 'set-metadata', sheetId, key, value }));
}

interface Exported {
  readonly workbook: PageWorkbook;
  readonly notes: readonly Metadata[];
  /** As it is kept, with what hangs on it; absent where only what is shown is known. */
  readonly sheet: Sheet | undefined;
}

function changesFor(tab: PageTab, at: number, { workbook, notes, sheet }: Exported): readonly Change[] {
  const sheetId = at + 1;
  const rows = blockOf(tab, workbook.looks);
  const widths = Array.from(
    { length: rows[0]?.length ?? 0 },
    (_, column) => tab.columnWidths[column] ?? USUAL_WIDTH,
  );
  return [
    ...notesOf(notes, sheetId),
    {
      kind: 'lay-out',
      sheetId,
      ...exportedLayout(tab, sheet, widths, workbook.locale),
    },
    { kind: 'write-cells', sheetId, row: 0, column: 0, rows },
  ];
}

/** All tabs but the first, which a new file has: before anything is laid over them, because that may need a tab for its lists. */
function addedTabs({ tabs }: PageWorkbook): readonly Change[] {
  return tabs.slice(1).map(({ title, rowCount, columnCount, hidden }, at) => ({
    kind: 'add-sheet',
    sheetId: at + 2,
    title,
    rowCount,
    columnCount,
    hidden,
  }));
}

/** The tabs are numbered anew in the file; links within it follow. */
function renumbered(workbook: PageWorkbook): PageWorkbook {
  const places = new Map(workbook.tabs.map(({ id }, at) => [String(id), at + 1]));
  const relinked = (cell: PageCell | null): PageCell | null => {
    const place = places.get(/^#gid=(\d+)/.exec(cell?.link ?? '')?.[1] ?? '');
    return cell?.link === undefined || place === undefined
      ? cell
      : { ...cell, link: cell.link.replace(/^#gid=\d+/, `#gid=${place}`) };
  };
  const tabs = workbook.tabs.map((tab) => ({ ...tab, rows: tab.rows.map((cells) => cells.map(relinked)) }));
  return { ...workbook, tabs };
}

/**
 * A workbook as an .xlsx file: values, looks as they are shown, widths, frozen rows and columns, charts, lists and bounds, notes, protected parts,
 * filters, what is hidden, how it is printed, and the product's marks, so that it is read again here and by the offline command. Formulas become
 * their values, and looks that a rule gives stay as they are now.
 */
export function writeExport(
  workbook: PageWorkbook,
  structure: Structure,
  sheets: readonly Sheet[],
): Uint8Array {
  const shown = renumbered(workbook);
  const notesOn = (id: number) => structure.sheets.find(({ sheetId }) => sheetId === id)?.metadata ?? [];
  const keys = workbook.tabs.flatMap(({ id }, at) => {
    const note = notesOn(id).find(({ key }) => key === TAB_METADATA_KEY);
    return note === undefined ? [] : [{ key: note.value, sheetId: at + 1 }];
  });
  const changes = [
    ...addedTabs(shown),
    ...shown.tabs.flatMap((tab, at) =>
      changesFor(tab, at, {
        workbook: shown,
        notes: notesOn(tab.id),
        sheet: sheets.find(({ sheetId }) => sheetId === tab.id),
      }),
    ),
    ...nameTabs({ ...structure, namedRanges: [] }, keys),
  ];
  const version = Math.max(1, versionOf(structure));
  const files = blankWorkbook(excelTitle(shown.tabs[0]?.title ?? shown.title, []));
  return pack(xlsxFormat(shown.title).apply(files, { version, runId: randomUUID(), changes }));
}
