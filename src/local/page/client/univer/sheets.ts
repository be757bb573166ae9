import {
  ICommandService,
  type Injector,
  IUniverInstanceService,
  type Univer,
  UniverInstanceType,
  type Workbook,
  type Worksheet,
} from '@univerjs/core';
import type { Look } from '../../model/look.ts';
import type { PageCell } from '../../model/page-workbook.ts';
import type { CellPlace } from '../grid.ts';
import { pageCellIn } from './cell-data.ts';

/** The grid as the parts of its adapter see it. */
export interface Sheets {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: () => Workbook | undefined;
  readonly sheet: (tab: number) => Worksheet | undefined;
  readonly active: () => Worksheet | undefined;
  /** How numbers are typed and shown in the workbook. */
  readonly typing: () => { readonly locale: string; readonly year: number };
  readonly lookOf: (cell: PageCell | null) => Look | undefined;
  readonly cellAt: (place: CellPlace) => PageCell | null;
}

/** What the sheets are read with; it changes with the workbook that is shown. */
export interface Shown {
  locale: string;
  looks: Readonly<Record<string, Look>>;
}

export function sheetsOf(univer: Univer, shown: Shown): Sheets {
  const injector = univer.__getInjector();
  const instances = injector.get(IUniverInstanceService);
  const workbook = (): Workbook | undefined =>
    instances.getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET) ?? undefined;
  const sheet = (tab: number) => workbook()?.getSheetBySheetId(String(tab)) ?? undefined;
  return {
    injector,
    commands: injector.get(ICommandService),
    workbook,
    sheet,
    active: () => workbook()?.getActiveSheet() ?? undefined,
    typing: () => ({ locale: shown.locale, year: new Date().getFullYear() }),
    lookOf: (cell) => (cell?.look === undefined ? undefined : shown.looks[cell.look]),
    cellAt: ({ tab, row, column }) => pageCellIn(sheet(tab)?.getCellRaw(row, column)) ?? null,
  };
}

/** The number of a tab, which the grid keeps as text. */
export function tabOf(sheet: Pick<Worksheet, 'getSheetId'>): number {
  return Number(sheet.getSheetId());
}
