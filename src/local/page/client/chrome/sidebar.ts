import { element } from './elements.ts';

/** What a page in the sidebar asks of the script, and how it is answered. */
interface Call {
  readonly kind: 'run';
  readonly call: number;
  readonly functionName: string;
  readonly argument?: unknown;
}

type Run = (functionName: string, argument: unknown) => Promise<unknown>;

function isCall(data: unknown): data is Call {
  return typeof data === 'object' && data !== null && Reflect.get(data, 'kind') === 'run';
}

/** The script's sidebar: a page in an origin of its own that can do nothing but call functions of the script. */
export class Sidebar {
  readonly #run: Run;

  constructor(run: Run) {
    this.#run = run;
    element('sidebar-close').addEventListener('click', () => this.close());
    element('sidebar').addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
    });
    window.addEventListener('message', (event) => void this.#onMessage(event));
  }

  async show(title: string, html: string): Promise<void> {
    const response = await fetch('/api/sidebars', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ html }),
    });
    if (!response.ok) throw new Error(`sidebar: ${response.status}`);
    const { path } = (await response.json()) as { readonly path: string };
    element('sidebar-title').textContent = title;
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.src = path;
    element('sidebar-page').replaceChildren(frame);
    element('sidebar').hidden = false;
    window.dispatchEvent(new Event('resize'));
  }

  close(): void {
    element('sidebar').hidden = true;
    element('sidebar-page').replaceChildren();
    window.dispatchEvent(new Event('resize'));
    document.getElementById('menu-button')?.focus();
  }

  async #onMessage({ data, source }: MessageEvent): Promise<void> {
    const frame = element('sidebar-page').querySelector('iframe')?.contentWindow;
    // Its origin is nobody's, so it is known by its window.
    if (frame === null || frame === undefined || source !== frame || !isCall(data)) return;
    const { call, functionName, argument } = data;
    try {
      frame.postMessage({ call, ok: true, value: (await this.#run(functionName, argument)) ?? null }, '*');
    } catch (error) {
      frame.postMessage({ call, ok: false, message: String(error) }, '*');
    }
  }
}
