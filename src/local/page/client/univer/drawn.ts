import {
  IRenderManagerService,
  SHEET_VIEWPORT_KEY,
  SheetScrollManagerService,
  SheetSkeletonManagerService,
} from '@univerjs/preset-sheets-core';
import type { CellRect, GridView } from '../grid.ts';
import { type Sheets, tabOf } from './sheets.ts';

/** The left or upper edge of a line, from the running sums of the sizes of lines. */
function edgeBefore(sums: ArrayLike<number>, at: number): number {
  return at === 0 ? 0 : (sums[at - 1] ?? sums[sums.length - 1] ?? 0);
}

/** What the package draws of the workbook that is open. */
export class Drawn {
  readonly #sheets: Sheets;
  readonly #container: HTMLElement;

  constructor(sheets: Sheets, container: HTMLElement) {
    this.#sheets = sheets;
    this.#container = container;
  }

  get skeletons(): SheetSkeletonManagerService | undefined {
    return this.#render()?.with(SheetSkeletonManagerService);
  }

  get scroll(): object | undefined {
    return this.#render()?.with(SheetScrollManagerService).getCurrentScrollState();
  }

  get canvas(): HTMLCanvasElement | undefined {
    return this.#render()?.engine.getCanvasElement();
  }

  /** What draws a workbook comes a little later than the workbook. */
  whenThere(work: () => void): void {
    if (this.#render() !== undefined) return void work();
    const unitId = this.#sheets.workbook()?.getUnitId();
    const waiting = this.#sheets.injector.get(IRenderManagerService).created$.subscribe((render) => {
      if (render.unitId !== unitId) return;
      waiting.unsubscribe();
      work();
    });
  }

  onMove(moved: () => void): void {
    this.#render()?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN)?.onScrollAfter$.subscribeEvent(moved);
  }

  view(): GridView | undefined {
    const sheet = this.#sheets.active();
    const render = this.#render();
    const skeleton = this.skeletons?.getCurrentSkeleton();
    const viewport = render?.scene.getViewport(SHEET_VIEWPORT_KEY.VIEW_MAIN);
    if (sheet === undefined || !skeleton || !viewport) return undefined;
    const { rowHeightAccumulation, columnWidthAccumulation, rowHeaderWidth, columnHeaderHeight } = skeleton;
    const edgeOf = (row: number, column: number) => ({
      left: edgeBefore(columnWidthAccumulation, column),
      top: edgeBefore(rowHeightAccumulation, row),
    });
    const { xSplit, ySplit } = sheet.getFreeze();
    const frozen = edgeOf(ySplit, xSplit);
    return {
      tab: tabOf(sheet),
      area: this.#area(),
      edgeOf,
      heads: { width: rowHeaderWidth, height: columnHeaderHeight },
      frozen: { width: frozen.left, height: frozen.top },
      scrolled: { left: viewport.viewportScrollX, top: viewport.viewportScrollY },
      scale: render?.scene.scaleX ?? 1,
    };
  }

  #area(): CellRect {
    const canvas = this.canvas?.getBoundingClientRect();
    const holder = this.#container.getBoundingClientRect();
    const { left = 0, top = 0, width = 0, height = 0 } = canvas ?? {};
    return { left: left - holder.left, top: top - holder.top, width, height };
  }

  #render() {
    const unitId = this.#sheets.workbook()?.getUnitId();
    const renders = this.#sheets.injector.get(IRenderManagerService);
    return unitId === undefined ? undefined : (renders.getRenderById(unitId) ?? undefined);
  }
}
