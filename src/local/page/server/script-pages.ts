import { randomUUID } from 'node:crypto';

/** Pages that the script shows in the sidebar or a dialog, served to the frame that they stand in. */
export interface ScriptPages {
  readonly keep: (html: string) => string;
  readonly find: (id: string) => string | undefined;
}

const KEPT = 50;

/**
 * google.script as pages of HtmlService know it: each call goes to the page around the frame and comes back. Links are followed by that page
 * too, which the frame may not do itself, and Escape closes what the page stands in.
 */
const SCRIPT_RUN = `<script>
(() => {
  const calls = new Map();
  let count = 0;
  const runner = (handlers) => new Proxy({}, {
    get: (_, name) => {
      if (name === 'withSuccessHandler') return (success) => runner({ ...handlers, success });
      if (name === 'withFailureHandler') return (failure) => runner({ ...handlers, failure });
      if (name === 'withUserObject') return () => { throw new Error('withUserObject is not in the local fake'); };
      return (argument) => {
        count += 1;
        calls.set(count, handlers);
        parent.postMessage({ kind: 'run', call: count, functionName: name, argument }, '*');
      };
    },
  });
  addEventListener('message', ({ data, source }) => {
    if (source !== parent || !calls.has(data.call)) return;
    const { success, failure } = calls.get(data.call);
    calls.delete(data.call);
    if (data.ok) success?.(data.value);
    else failure?.(new Error(data.message));
  });
  const close = () => parent.postMessage({ kind: 'close' }, '*');
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link === null || link === undefined) return;
    event.preventDefault();
    parent.postMessage({ kind: 'open', address: link.href }, '*');
  });
  globalThis.google = { script: { run: runner({}), host: { close } } };
})();
</script>
`;

export function makeScriptPages(): ScriptPages {
  const pages = new Map<string, string>();
  return {
    keep: (html) => {
      const id = randomUUID();
      // After the document type, so that the page is read by the same rules.
      pages.set(
        id,
        html.replace(/^(\s*<!doctype[^>]*>)?/i, (type) => type + SCRIPT_RUN),
      );
      const [oldest] = pages.keys();
      if (pages.size > KEPT && oldest !== undefined) pages.delete(oldest);
      return id;
    },
    find: (id) => pages.get(id),
  };
}
