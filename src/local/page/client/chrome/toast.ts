/** A line at the bottom of the page that goes by itself; the next one takes its place. */
export class Toast {
  readonly #holder: HTMLElement;
  #timer: number | undefined;

  constructor(holder: HTMLElement) {
    this.#holder = holder;
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
    words.append(text);
    this.#holder.replaceChildren(words);
    if (seconds >= 0) this.#timer = window.setTimeout(() => this.#holder.replaceChildren(), seconds * 1000);
  }
}
