import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { DamagedPart, readingPart } from './damaged-part.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Text of a part: UTF-8 as a rule, UTF-16 where its first two bytes say so. */
export function decodePart(bytes: Uint8Array): string {
  const mark = `${bytes[0]},${bytes[1]}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** A part as a tree that can be changed; a part that is not well-formed throws. */
export function parseXml(bytes: Uint8Array): Document {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(message);
    },
  });
  return readingPart(() => parser.parseFromString(decodePart(bytes), 'text/xml'));
}

export function rootOf(document: Document): Element {
  const root = document.documentElement;
  if (root === null) throw new DamagedPart('a part without a root element');
  return root;
}

/** The tree as a part: whatever was not changed is written as it was read. */
export function writeXml(document: Document): Uint8Array {
  return new TextEncoder().encode(DECLARATION + new XMLSerializer().serializeToString(rootOf(document)));
}

/** Child elements of a name, whatever prefix the writing program chose. */
export function childrenOf(parent: Element, name?: string): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType !== 1) continue;
    const element = node as Element;
    if (name === undefined || element.localName === name) found.push(element);
  }
  return found;
}

export function childOf(parent: Element, name: string): Element | undefined {
  return childrenOf(parent, name)[0];
}

export type Attributes = Readonly<Record<string, string | number>>;

/** A new element of the parent's own namespace and prefix, not yet put anywhere. */
export function makeElement(parent: Element, name: string, attributes: Attributes = {}): Element {
  const document = parent.ownerDocument;
  if (document === null) throw new Error('an element without a document');
  const qualified = parent.prefix === null || parent.prefix === '' ? name : `${parent.prefix}:${name}`;
  const element = document.createElementNS(parent.namespaceURI, qualified);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export function addElement(parent: Element, name: string, attributes: Attributes = {}): Element {
  const element = makeElement(parent, name, attributes);
  parent.appendChild(element);
  return element;
}

/** The child of a name, made where the order of the schema wants it when it is not there. */
export function ensureChild(parent: Element, name: string, order: readonly string[]): Element {
  const standing = childOf(parent, name);
  if (standing !== undefined) return standing;
  const later = new Set(order.slice(order.indexOf(name) + 1));
  const next = childrenOf(parent).find((child) => later.has(child.localName ?? ''));
  const element = makeElement(parent, name);
  parent.insertBefore(element, next ?? null);
  return element;
}

export function setText(element: Element, text: string): void {
  while (element.firstChild !== null) element.removeChild(element.firstChild);
  const document = element.ownerDocument;
  if (document !== null) element.appendChild(document.createTextNode(text));
}
