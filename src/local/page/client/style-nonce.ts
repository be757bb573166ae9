/**
 * The grid's package writes style sheets of its own into the page. The page's policy lets in those that bear its nonce; this gives it to
 * every sheet that a script of ours makes. It runs before all others.
 */
const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.content ?? '';
const make = Document.prototype.createElement;

Document.prototype.createElement = function createElement(
  this: Document,
  name: string,
  options?: ElementCreationOptions,
) {
  const made = make.call(this, name, options);
  if (made instanceof HTMLStyleElement) made.nonce = nonce;
  return made;
} as Document['createElement'];
