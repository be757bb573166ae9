import { element } from './elements.ts';
import { ScriptFrame, type ScriptFrameOptions } from './script-frame.ts';

/** How large the script wants its dialog; a smaller window makes it smaller. */
export interface DialogSize {
  readonly width: number;
  readonly height: number;
}

/** The script's dialog, which stands before the workbook until it is closed. */
export class ScriptDialog {
  readonly #dialog = element<HTMLDialogElement>('script-dialog');
  readonly #frame: ScriptFrame;

  constructor(parts: Pick<ScriptFrameOptions, 'run' | 'follow'>) {
    this.#frame = new ScriptFrame({
      ...parts,
      holder: element('script-dialog-page'),
      close: () => this.#dialog.close(),
    });
    element('script-dialog-close').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('close', () => {
      this.#frame.clear();
      document.getElementById('menu-button')?.focus();
    });
  }

  async show(title: string, html: string, { width, height }: DialogSize): Promise<void> {
    await this.#frame.show(title, html);
    element('script-dialog-title').textContent = title;
    const page = element('script-dialog-page');
    if (width > 0) page.style.width = `${width}px`;
    if (height > 0) page.style.height = `${height}px`;
    if (!this.#dialog.open) this.#dialog.showModal();
  }
}
