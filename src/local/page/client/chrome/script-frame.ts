/** What a page of the script asks of the page around it. */
type Asked =
  | {
      readonly kind: 'run';
      readonly call: number;
      readonly functionName: string;
      readonly argument?: unknown;
    }
  | { readonly kind: 'close' }
  | { readonly kind: 'open'; readonly address: string };

const KINDS: readonly unknown[] = ['run', 'close', 'open'];

function isAsked(data: unknown): data is Asked {
  return typeof data === 'object' && data !== null && KINDS.includes(Reflect.get(data, 'kind'));
}

export interface ScriptFrameOptions {
  /** Where the frame stands. */
  readonly holder: HTMLElement;
  /** Runs a function of the script. */
  readonly run: (functionName: string, argument: unknown) => Promise<unknown>;
  /** The page in the frame wants to be closed. */
  readonly close: () => void;
  /** A person followed a link in it. */
  readonly follow: (address: string) => void;
}

async function keep(html: string): Promise<string> {
  const response = await fetch('/api/script/pages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ html }),
  });
  if (!response.ok) throw new Error(`script page: ${response.status}`);
  const { path } = (await response.json()) as { readonly path: string };
  return path;
}

/** A page that the script shows: in an origin of its own, it can do nothing but call functions of the script, close, and have links followed. */
export class ScriptFrame {
  readonly #options: ScriptFrameOptions;

  constructor(options: ScriptFrameOptions) {
    this.#options = options;
    window.addEventListener('message', (event) => void this.#onMessage(event));
  }

  async show(title: string, html: string): Promise<void> {
    const path = await keep(html);
    const frame = document.createElement('iframe');
    frame.title = title;
    frame.src = path;
    this.#options.holder.replaceChildren(frame);
  }

  clear(): void {
    this.#options.holder.replaceChildren();
  }

  async #onMessage({ data, source }: MessageEvent): Promise<void> {
    const frame = this.#options.holder.querySelector('iframe')?.contentWindow;
    // Its origin is nobody's, so it is known by its window.
    if (frame === null || frame === undefined || source !== frame || !isAsked(data)) return;
    if (data.kind === 'close') return this.#options.close();
    if (data.kind === 'open') return this.#options.follow(String(data.address));
    const { call, functionName, argument } = data;
    try {
      const value = (await this.#options.run(functionName, argument)) ?? null;
      frame.postMessage({ call, ok: true, value }, '*');
    } catch (error) {
      frame.postMessage({ call, ok: false, message: String(error) }, '*');
    }
  }
}
