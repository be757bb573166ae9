import type { Workbook } from '../../stand-in/model/workbook.ts';
import { paletteOf } from './color.ts';
import { PageMemory, type RowFrame } from './page-memory.ts';
import type { PageWorkbook } from './page-workbook.ts';
import { textsShownBy } from './read-rules.ts';
import { readTab } from './read-tab.ts';
import { gridOf } from './sheet-grid.ts';
import { objectIn, textIn } from './wire-json.ts';

/** For whom the workbook is read. */
export interface Reader {
  readonly email: string;
  readonly owns: boolean;
  readonly canEdit: boolean;
  /** Drive's count of changes. */
  readonly version: number;
}

/** The same frame for the same properties, so that rows read with it before are known. */
const FRAMES = new WeakMap<Workbook['properties'], RowFrame>();

function rowFrameOf({ properties }: Workbook): RowFrame {
  const known = FRAMES.get(properties);
  if (known !== undefined) return known;
  const frame = {
    locale: textIn(properties, 'locale') ?? '',
    palette: paletteOf(objectIn(properties, 'spreadsheetTheme') ?? {}),
  };
  FRAMES.set(properties, frame);
  return frame;
}

/**
 * A spreadsheet as one person sees it: bands and conditional formats are worked out into the looks of cells, charts are resolved to their
 * figures, rules and protections to rectangles.
 */
export function readPageWorkbook(
  workbook: Workbook,
  reader: Reader,
  memory: PageMemory = new PageMemory(),
): PageWorkbook {
  const row = rowFrameOf(workbook);
  const sheets = workbook.sheets.filter(({ properties }) => properties.sheetType !== 'OBJECT');
  const grids = sheets.map((sheet) => gridOf(sheet, row, memory));
  const byId = new Map(grids.map((grid) => [grid.id, grid]));
  const frame = {
    reader,
    workbook,
    row,
    memory,
    gridWith: (id: number) => byId.get(id),
    gridTitled: (title: string) => grids.find((grid) => grid.title.toLowerCase() === title.toLowerCase()),
    shownTexts: textsShownBy(
      grids.map(({ id, title, rowCount, columnCount }) => ({ sheetId: id, title, rowCount, columnCount })),
      (id, at, column) => byId.get(id)?.shownAt(at, column) ?? '',
    ),
  };
  const tabs = grids.map((grid) => readTab(grid, frame));
  return {
    id: workbook.spreadsheetId,
    title: textIn(workbook.properties, 'title') ?? '',
    locale: row.locale,
    version: reader.version,
    canEdit: reader.canEdit,
    tabs,
    looks: memory.looks.all(),
  };
}
