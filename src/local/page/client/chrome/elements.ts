/** The element of the page with this id; the server always sends it. */
export function element<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no element ${id}`);
  return found as T;
}

/** A setting that the server wrote on the page. */
export function setting(name: string): string {
  return document.body.dataset[name] ?? '';
}
