import { element } from './elements.ts';
import { ScriptFrame, type ScriptFrameOptions } from './script-frame.ts';

/** The script's sidebar, beside the cells. */
export class Sidebar {
  readonly #frame: ScriptFrame;

  constructor(parts: Pick<ScriptFrameOptions, 'run' | 'follow'>) {
    this.#frame = new ScriptFrame({
      ...parts,
      holder: element('sidebar-page'),
      close: () => this.close(),
    });
    element('sidebar-close').addEventListener('click', () => this.close());
    element('sidebar').addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
  }

  async show(title: string, html: string): Promise<void> {
    await this.#frame.show(title, html);
    element('sidebar-title').textContent = title;
    element('sidebar').hidden = false;
    window.dispatchEvent(new Event('resize'));
  }

  close(): void {
    element('sidebar').hidden = true;
    this.#frame.clear();
    window.dispatchEvent(new Event('resize'));
    document.getElementById('menu-button')?.focus();
  }
}
