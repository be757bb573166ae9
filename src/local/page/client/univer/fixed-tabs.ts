import { GRID_WORDS } from '../../../../domain/messages/page-messages.ts';
import type { GridEvents } from '../grid.ts';

/** Longer than what the package takes for a double click. */
const DOUBLE_CLICK_MS = 500;

/**
 * Tabs keep their names here. A double click would open the name for writing, and what was written would stand over the tab as if it held:
 * the package puts it there before it asks whether it may be changed.
 */
export function keepTabNames(container: HTMLElement, notDone: GridEvents['notDone']): void {
  let last: { readonly tab: Element | null; readonly at: number } = { tab: null, at: 0 };
  const tabAt = ({ target }: MouseEvent) => (target as Element).closest('[data-u-comp=slide-tab-item]');
  const onPress = (event: PointerEvent): void => {
    const tab = tabAt(event);
    const isAgain = tab !== null && tab === last.tab && event.timeStamp - last.at < DOUBLE_CLICK_MS;
    last = { tab, at: event.timeStamp };
    if (isAgain) event.stopPropagation();
  };
  container.addEventListener('pointerdown', onPress, { capture: true });
  container.addEventListener('dblclick', (event) => {
    if (tabAt(event) !== null) notDone(GRID_WORDS.tabsAreFixed);
  });
}
