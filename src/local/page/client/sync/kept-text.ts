/** Where a browser keeps texts. */
interface TextStore {
  readonly setItem: (key: string, text: string) => void;
  readonly removeItem: (key: string) => void;
}

/**
 * Keeps a text in case the page is loaded anew. One that is too long for the browser's store is not kept, nor is the one before it, which is no
 * longer what waits: whoever goes is asked before they do.
 */
export function keepText(store: TextStore, key: string, text: string): void {
  try {
    store.setItem(key, text);
  } catch {
    store.removeItem(key);
  }
}
