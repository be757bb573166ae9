import type { PageTab, PageWorkbook } from '../../../src/local/page/model/page-workbook.ts';
import { readPageWorkbook } from '../../../src/local/page/model/read-workbook.ts';
import type { StandIn } from '../../../src/local/stand-in/stand-in.ts';

/** A workbook as its owner sees it, freshly read. */
export function pageOf(standIn: StandIn, id: string, canEdit = true): PageWorkbook {
  const stored = standIn.stored(id);
  if (stored?.workbook === undefined) throw new Error(`no workbook ${id}`);
  const reader = { email: 'an@stand-in.test', owns: false, canEdit, version: stored.file.version };
  return readPageWorkbook(stored.workbook, reader);
}

const EMPTY_TAB: PageTab = {
  id: 1,
  title: 'Trang',
  hidden: false,
  rowCount: 20,
  columnCount: 10,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  rowHeights: {},
  columnWidths: {},
  merges: [],
  protections: [],
  validations: [],
  charts: [],
  rows: [],
};

export function aTab(named: Partial<PageTab> = {}): PageTab {
  return { ...EMPTY_TAB, ...named };
}

export function aPage(named: Partial<PageWorkbook> = {}): PageWorkbook {
  return {
    id: 'one',
    title: 'Sổ',
    locale: 'vi_VN',
    version: 1,
    canEdit: true,
    tabs: [aTab()],
    looks: {},
    ...named,
  };
}
