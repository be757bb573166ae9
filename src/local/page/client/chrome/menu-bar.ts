import type { Shown } from '../../../script-host/fakes/protocol.ts';

type Menu = Extract<Shown, { readonly kind: 'menu' }>;

/** The menu that the script built, as a menu bar with one entry: opened by click, Enter or the down arrow. */
export class MenuBar {
  readonly #bar: HTMLElement;
  readonly #choose: (functionName: string) => void;

  constructor(bar: HTMLElement, choose: (functionName: string) => void) {
    this.#bar = bar;
    this.#choose = choose;
    document.addEventListener('pointerdown', (event) => {
      if (!bar.contains(event.target as Node | null)) this.#close();
    });
  }

  show({ title, items, lines }: Menu): void {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'menu-button';
    button.className = 'menu-button';
    button.textContent = title;
    button.setAttribute('role', 'menuitem');
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    const list = document.createElement('div');
    list.className = 'menu';
    list.hidden = true;
    list.setAttribute('role', 'menu');
    list.setAttribute('aria-labelledby', 'menu-button');
    for (const [at, item] of items.entries()) {
      if (lines.includes(at)) list.append(separator());
      list.append(this.#item(item));
    }
    button.addEventListener('click', () => (list.hidden ? this.#open(0) : this.#close()));
    button.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown') this.#open(0);
      else if (event.key === 'ArrowUp') this.#open(-1);
      else return;
      event.preventDefault();
    });
    list.addEventListener('keydown', (event) => this.#onKey(event));
    this.#bar.replaceChildren(button, list);
  }

  get #list(): HTMLElement | null {
    return this.#bar.querySelector('[role=menu]');
  }

  get #button(): HTMLElement | null {
    return this.#bar.querySelector('#menu-button');
  }

  get #items(): readonly HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  #item({ caption, functionName }: Menu['items'][number]): HTMLElement {
    const item = document.createElement('button');
    item.type = 'button';
    item.tabIndex = -1;
    item.className = 'menu-item';
    item.setAttribute('role', 'menuitem');
    item.textContent = caption;
    item.addEventListener('click', () => {
      this.#close();
      this.#button?.focus();
      this.#choose(functionName);
    });
    return item;
  }

  #open(at: number): void {
    const list = this.#list;
    if (list === null) return;
    list.hidden = false;
    this.#button?.setAttribute('aria-expanded', 'true');
    this.#items.at(at)?.focus();
  }

  #close(): void {
    const list = this.#list;
    if (list === null) return;
    list.hidden = true;
    this.#button?.setAttribute('aria-expanded', 'false');
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = to[event.key];
    if (next !== undefined) items[next]?.focus();
    else if (event.key === 'Escape') {
      this.#close();
      this.#button?.focus();
    } else if (event.key === 'Tab') {
      this.#close();
      return;
    } else return;
    event.preventDefault();
  }
}

function separator(): HTMLElement {
  const line = document.createElement('div');
  line.setAttribute('role', 'separator');
  return line;
}
