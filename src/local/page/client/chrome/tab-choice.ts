import type { PageTab } from '../../model/page-workbook.ts';
import { element } from './elements.ts';

/** The tabs of the workbook as a list to choose from: for the keyboard, for readers of the screen, and where there is little room. */
export class TabChoice {
  readonly #list = element<HTMLSelectElement>('tabs');

  constructor(choose: (tab: number) => void) {
    this.#list.addEventListener('change', () => choose(Number(this.#list.value)));
  }

  show(tabs: readonly PageTab[], current: number | undefined): void {
    const shown = tabs.filter(({ hidden }) => !hidden);
    this.#list.replaceChildren(...shown.map(({ id, title }) => new Option(title, String(id))));
    if (current !== undefined) this.choose(current);
  }

  choose(tab: number): void {
    this.#list.value = String(tab);
  }
}
