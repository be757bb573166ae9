import { posix } from 'node:path';
import type { Document, Element } from '@xmldom/xmldom';
import type { Files } from '../files/workbook-format.ts';
import { relationsPathOf, resolveTarget, storedName, treeOf } from './package-parts.ts';
import { addElement, childrenOf, parseXml, rootOf, writeXml } from './xml.ts';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
const NO_RELATIONS = new TextEncoder().encode(`<Relationships xmlns="${PACKAGE}/relationships"/>`);

/** A part to be added, and how the part that it belongs to refers to it. */
export interface NewPart {
  /** The end of the relation's type, such as drawing. */
  readonly kind: string;
  /** Folder and beginning of its name, counted from the workbook's folder. */
  readonly stem: string;
  /** Absent for a part whose extension says what it is. */
  readonly contentType?: string;
  /** xml when absent. */
  readonly extension?: string;
}

export interface Related {
  /** By which the owner refers to the part. */
  readonly id: string;
  readonly path: string;
}

/** Parts of an .xlsx, what they are and which refers to which, while a commit is made. */
export class PackageEditor {
  readonly #files: Map<string, Uint8Array>;
  readonly #folder: string;
  readonly #contentTypes: Document;
  readonly #relations = new Map<string, Document>();
  readonly #changed = new Map<string, Document>();

  constructor(files: Files, workbookPath: string) {
    this.#files = new Map(files);
    this.#folder = posix.dirname(workbookPath);
    this.#contentTypes = treeOf(files, CONTENT_TYPES);
  }

  /** The names of all parts, such as xl/charts/chart1.xml. */
  names(): readonly string[] {
    return [...this.#files.keys()];
  }

  treeOf(path: string): Document {
    return treeOf(this.#files, path);
  }

  bytesOf(path: string): Uint8Array {
    return this.#files.get(path) ?? new Uint8Array();
  }

  put(path: string, document: Document): void {
    this.#files.set(path, writeXml(document));
  }

  /** The parts of a kind that a part refers to, in the order in which they are listed. */
  relatedOf(owner: string, kind: string): readonly Related[] {
    return childrenOf(rootOf(this.#relationsOf(owner))).flatMap((relation) => {
      if (relation.getAttribute('Type')?.endsWith(`/${kind}`) !== true) return [];
      const target = resolveTarget(owner, relation.getAttribute('Target') ?? '');
      const path = storedName(this.#files, target);
      return path === undefined ? [] : [{ id: relation.getAttribute('Id') ?? '', path }];
    });
  }

  add(owner: string, part: NewPart, bytes: Uint8Array): Related {
    const { kind, stem, contentType, extension = 'xml' } = part;
    const path = this.#freePath(stem, extension);
    this.#files.set(path, bytes);
    const list = rootOf(this.#relationsOf(owner));
    const ids = new Set(childrenOf(list).map((relation) => relation.getAttribute('Id')));
    let number = 1;
    while (ids.has(`rIdPar${number}`)) number += 1;
    const id = `rIdPar${number}`;
    addElement(list, 'Relationship', { Id: id, Type: `${RELATIONS}/${kind}`, Target: `/${path}` });
    this.#touch(owner);
    if (contentType !== undefined)
      this.#addType('Override', { PartName: `/${path}`, ContentType: contentType });
    return { id, path };
  }

  /** States what parts with an extension are, unless that is stated. */
  ensureType(extension: string, contentType: string): void {
    const stated = childrenOf(rootOf(this.#contentTypes), 'Default').some(
      (each) => each.getAttribute('Extension')?.toLowerCase() === extension,
    );
    if (!stated) this.#addType('Default', { Extension: extension, ContentType: contentType });
  }

  /** Takes a part away, with what it alone refers to. */
  remove(owner: string, { id, path }: Related): void {
    const list = rootOf(this.#relationsOf(owner));
    for (const relation of childrenOf(list)) {
      if (relation.getAttribute('Id') === id) list.removeChild(relation);
    }
    this.#touch(owner);
    for (const relation of childrenOf(rootOf(this.#relationsOf(path)))) {
      this.#forget(resolveTarget(path, relation.getAttribute('Target') ?? ''));
    }
    this.#relations.delete(path);
    this.#changed.delete(relationsPathOf(path));
    this.#files.delete(relationsPathOf(path));
    this.#forget(path);
  }

  files(): Map<string, Uint8Array> {
    for (const [path, document] of this.#changed) this.put(path, document);
    this.#changed.clear();
    return this.#files;
  }

  #relationsOf(owner: string): Document {
    const known = this.#relations.get(owner);
    if (known !== undefined) return known;
    const path = storedName(this.#files, relationsPathOf(owner));
    const document = path === undefined ? parseXml(NO_RELATIONS) : this.treeOf(path);
    this.#relations.set(owner, document);
    return document;
  }

  #touch(owner: string): void {
    const path = storedName(this.#files, relationsPathOf(owner)) ?? relationsPathOf(owner);
    this.#changed.set(path, this.#relationsOf(owner));
  }

  /** Defaults stand before the parts that are stated one by one. */
  #addType(name: 'Default' | 'Override', attributes: Readonly<Record<string, string>>): void {
    const list = rootOf(this.#contentTypes);
    const added = addElement(list, name, attributes);
    const first = childrenOf(list, 'Override')[0];
    if (name === 'Default' && first !== undefined) list.insertBefore(added, first);
    this.#changed.set(CONTENT_TYPES, this.#contentTypes);
  }

  #forget(path: string): void {
    this.#files.delete(path);
    const list = rootOf(this.#contentTypes);
    const isItsType = (each: Element) => each.getAttribute('PartName') === `/${path}`;
    for (const each of childrenOf(list, 'Override').filter(isItsType)) list.removeChild(each);
    this.#changed.set(CONTENT_TYPES, this.#contentTypes);
  }

  #freePath(stem: string, extension: string): string {
    const taken = new Set([...this.#files.keys()].map((name) => name.toLowerCase()));
    let number = 1;
    const path = () => posix.join(this.#folder, `${stem}${number}.${extension}`);
    while (taken.has(path().toLowerCase())) number += 1;
    return path();
  }
}
