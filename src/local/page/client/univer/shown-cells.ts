import { InterceptorEffectEnum } from '@univerjs/core';
import { INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core';
import type { PageCell } from '../../model/page-workbook.ts';
import { pageCellIn } from './cell-data.ts';
import { drawArrow } from './drop-down-arrow.ts';
import { type Sheets, tabOf } from './sheets.ts';

/** Where numbers would be formatted, were the grid to do it. */
const AS_FORMATTED = 10;
const NOTE = { color: '#b45309', size: 6 };
const WRONG = { color: '#b91c1c', size: 6 };
const LINK_STYLE = { cl: { rgb: '#1155cc' }, ul: { s: 1 } };

/** What the page knows of a cell beside its contents. */
export interface CellSigns {
  /** Whether what stands in the cell is not what its rule allows. */
  readonly isWrong: boolean;
  readonly hasOptions: boolean;
}

export type SignsAt = (tab: number, row: number, column: number) => CellSigns | undefined;

/** The text of a cell in the place of its value, and the look of one that leads somewhere. */
function drawnAs(page: PageCell | undefined) {
  return {
    ...(page?.shown === undefined ? {} : { v: page.shown }),
    ...(page?.link === undefined ? {} : { interceptorStyle: LINK_STYLE }),
  };
}

function signedAs(page: PageCell | undefined, signs: CellSigns | undefined) {
  const markers = {
    ...(page?.note === undefined ? {} : { tr: NOTE }),
    ...(signs?.isWrong === true ? { tl: WRONG } : {}),
  };
  return {
    ...(Object.keys(markers).length === 0 ? {} : { markers }),
    ...(signs?.hasOptions === true ? { customRender: [drawArrow] } : {}),
  };
}

/** Cells show what the server shows, with the signs of notes, links, rules and lists. */
export function showCells(sheets: Sheets, signsAt: SignsAt): void {
  sheets.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: AS_FORMATTED,
    effect: InterceptorEffectEnum.Value | InterceptorEffectEnum.Style,
    handler: (cell, location, next) => {
      const page = pageCellIn(cell);
      const signs = signsAt(tabOf(location.worksheet), location.row, location.col);
      if (page === undefined && signs === undefined) return next(cell);
      return next({ ...cell, ...drawnAs(page), ...signedAs(page, signs) });
    },
  });
}
