import { randomUUID } from 'node:crypto';

/** Pages that the script put into the sidebar, served to the frame that shows them. */
export interface Sidebars {
  readonly keep: (html: string) => string;
  readonly find: (id: string) => string | undefined;
}

const KEPT = 50;

/** google.script.run as pages of HtmlService know it: each call goes to the page around the frame and comes back. */
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
  globalThis.google = { script: { run: runner({}) } };
})();
</script>
`;

export function makeSidebars(): Sidebars {
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
