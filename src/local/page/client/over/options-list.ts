import type { CellRect } from '../grid.ts';

export interface OptionsTo {
  readonly label: string;
  readonly choose: (option: string) => void;
  /** The list was left without a choice. */
  readonly left: () => void;
}

/** The values that a cell offers, as a list under it: with the arrow keys, by its first letters, or by a click. */
export class OptionsList {
  readonly #list: HTMLElement;
  #to: OptionsTo | undefined;

  constructor(list: HTMLElement) {
    this.#list = list;
    list.setAttribute('role', 'listbox');
    list.addEventListener('keydown', (event) => this.#onKey(event));
    list.addEventListener('focusout', (event) => {
      if (!list.contains(event.relatedTarget as Node | null)) this.close();
    });
  }

  get isOpen(): boolean {
    return !this.#list.hidden;
  }

  open(options: readonly string[], chosen: string, rect: CellRect, to: OptionsTo): void {
    this.#to = to;
    this.#list.setAttribute('aria-label', to.label);
    const items = options.map((option) => this.#item(option, option === chosen));
    this.#list.replaceChildren(...items);
    this.#list.hidden = false;
    this.#list.style.left = `${rect.left}px`;
    this.#list.style.minWidth = `${rect.width}px`;
    const below = rect.top + rect.height;
    const room = this.#list.parentElement?.clientHeight ?? 0;
    this.#list.style.top = `${Math.max(0, Math.min(below, room - this.#list.offsetHeight - 8))}px`;
    (items.find((item) => item.getAttribute('aria-selected') === 'true') ?? items[0])?.focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#list.hidden = true;
    this.#to?.left();
  }

  #item(option: string, isChosen: boolean): HTMLElement {
    const item = document.createElement('div');
    item.className = 'option';
    item.setAttribute('role', 'option');
    item.setAttribute('aria-selected', String(isChosen));
    item.tabIndex = -1;
    item.textContent = option;
    item.addEventListener('click', () => this.#choose(option));
    return item;
  }

  #choose(option: string): void {
    this.#list.hidden = true;
    this.#to?.choose(option);
    this.#to?.left();
  }

  #onKey(event: KeyboardEvent): void {
    const items = [...this.#list.children] as HTMLElement[];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, items.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: items.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) items[to]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(items[at]?.textContent ?? '');
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (event.key.length === 1) startingWith(items, event.key)?.focus();
    event.stopPropagation();
    event.preventDefault();
  }
}

function startingWith(items: readonly HTMLElement[], letter: string): HTMLElement | undefined {
  return items.find((item) => item.textContent?.toLowerCase().startsWith(letter.toLowerCase()));
}
