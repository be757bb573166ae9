/** Longer than this nothing lies over the cells, however long the script would show it: it can be read again in the log. */
const MOST_SECONDS = 8;

/** A line in the lower right corner that goes by itself, or by its button; the next one takes its place. */
export class Toast {
  readonly #holder: HTMLElement;
  readonly #close: string;
  #timer: number | undefined;

  /** @param close what the button is called that takes the line away */
  constructor(holder: HTMLElement, close: string) {
    this.#holder = holder;
    this.#close = close;
  }

  /** Seconds below zero: until the next one. */
  show(text: string, seconds: number, title = ''): void {
    window.clearTimeout(this.#timer);
    const words = document.createElement('p');
    words.className = 'toast';
    if (title !== '') {
      const head = document.createElement('strong');
      head.textContent = title;
      words.append(head, ' ');
    }
    words.append(text, this.#button());
    this.#holder.replaceChildren(words);
    if (seconds < 0) return;
    this.#timer = window.setTimeout(() => this.#clear(), Math.min(seconds, MOST_SECONDS) * 1000);
  }

  #button(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'toast-close';
    button.setAttribute('aria-label', this.#close);
    button.addEventListener('click', () => this.#clear());
    return button;
  }

  #clear(): void {
    this.#holder.replaceChildren();
  }
}
