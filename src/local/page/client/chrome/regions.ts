import type { Grid } from '../grid.ts';
import { element } from './elements.ts';

/** A part of the page that F6 goes to. */
interface Region {
  readonly holds: (focused: Element | null) => boolean;
  /** Absent while there is nothing in it to go to. */
  readonly enter: (() => void) | undefined;
}

function within(selector: string, focused: Element | null): boolean {
  return focused?.closest(selector) != null;
}

function regionOf(selector: string, target: string): Region {
  const found = document.querySelector<HTMLElement>(target);
  const isThere = found !== null && found.getClientRects().length > 0;
  return { holds: (focused) => within(selector, focused), enter: isThere ? () => found.focus() : undefined };
}

/** In the order of F6, from the cells on: what is wanted most comes first. */
function regionsWith(grid: Grid): readonly Region[] {
  return [
    { holds: (focused) => within('.sheet', focused), enter: () => grid.focus() },
    regionOf('#menu-bar', '#menu-button'),
    regionOf('#tabs', '#tabs'),
    regionOf('.head', '.head .home'),
    regionOf('#sidebar', '#sidebar-close'),
  ];
}

function cycle(grid: Grid, step: 1 | -1): void {
  const regions = regionsWith(grid);
  const here = regions.findIndex(({ holds }) => holds(document.activeElement));
  const open = regions.filter(({ enter }, at) => enter !== undefined || at === here);
  const from = here === -1 ? 0 : open.indexOf(regions[here] as Region);
  open[(from + step + open.length) % open.length]?.enter?.();
}

function isModalOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** The browser goes on from beside the cells by itself; the grid is not told of the key. */
function leaveCells(event: KeyboardEvent): void {
  element(event.shiftKey ? 'before-grid' : 'after-grid').focus();
  event.stopImmediatePropagation();
}

/**
 * Ways out of the cells, where Tab goes from cell to cell: F6 goes on to the next part of the page and with Shift to the one before it; after
 * Escape, one Tab leaves the cells as it leaves any other control. To be called before the grid starts, which takes keys for itself.
 */
export function listenForRegionKeys(gridNow: () => Grid | undefined): void {
  let isLeaving = false;
  const goOn = (event: KeyboardEvent, grid: Grid): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isModalOpen()) cycle(grid, event.shiftKey ? -1 : 1);
  };
  const onKey = (event: KeyboardEvent): void => {
    const grid = gridNow();
    if (grid === undefined) return;
    if (event.key === 'F6') {
      goOn(event, grid);
      return;
    }
    const isInCells = within('#grid', document.activeElement);
    if (event.key === 'Tab' && isLeaving && isInCells) leaveCells(event);
    if (event.key !== 'Shift') isLeaving = event.key === 'Escape' && isInCells && !grid.isEditing();
  };
  window.addEventListener('keydown', onKey, { capture: true });
  document.querySelector('.skip')?.addEventListener('click', (event) => {
    event.preventDefault();
    gridNow()?.focus();
  });
}
