import type { Document, Element } from '@xmldom/xmldom';
import type { CellStyle } from '../../domain/cell-style.ts';
import { compareCodes } from '../../domain/compare-codes.ts';
import { borderXml, differenceXml, fillXml, fontXml, type StylePiece } from './style-pieces.ts';
import { addElement, childOf, childrenOf, ensureChild, makeElement, rootOf } from './xml.ts';

/** The order that the schema wants in a style sheet. */
const ORDER = [
  ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs', 'tableStyles'],
  ['colors', 'extLst'],
].flat();

/** Patterns that every program knows by number (ECMA-376 §18.8.30). */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['0', 1],
  ['0.00', 2],
  ['@', 49],
]);
const FIRST_OWN_PATTERN = 164;

const EMPTY_STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

export function emptyStyles(): Uint8Array {
  return new TextEncoder().encode(EMPTY_STYLES);
}

/** The same element written the same way, so that a look which is there already is used again. */
function canonical(element: Element): string {
  const attributes = Array.from({ length: element.attributes.length }, (_, index) => {
    const attribute = element.attributes.item(index);
    return attribute === null || attribute.name.startsWith('xmlns')
      ? ''
      : `${attribute.name}=${attribute.value}`;
  }).toSorted(compareCodes);
  const children = childrenOf(element).map(canonical).join('');
  return `<${element.localName} ${attributes.join(' ')}>${children}</>`;
}

/** Whether cells of this look may be typed into where their tab is protected. */
function isOpen(look: Element): boolean {
  const locked = childOf(look, 'protection')?.getAttribute('locked');
  return locked === '0' || locked === 'false';
}

function build(parent: Element, piece: StylePiece): Element {
  const element = addElement(parent, piece.name, piece.attributes);
  for (const child of piece.children ?? []) build(element, child);
  return element;
}

/** The looks of an .xlsx: those of staff stay where they are, those of the product are added at the end. */
export class StyleSheet {
  readonly #root: Element;
  readonly #known = new Map<string, number>();

  constructor(document: Document) {
    this.#root = rootOf(document);
  }

  /** The number of a look; text that begins like a formula is marked to stay text when somebody edits it. */
  indexOf(style: CellStyle, isGuarded: boolean): number {
    const key = JSON.stringify([style, isGuarded]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const index = this.#addLook(style, isGuarded);
    this.#known.set(key, index);
    return index;
  }

  /** The number of what a highlight changes. */
  differenceOf(style: Pick<CellStyle, 'bold' | 'foreground' | 'background'>): number {
    return this.#place('dxfs', differenceXml(style));
  }

  /** The number of the same look, closed or open where its tab is protected. */
  withLock(index: number, isLocked: boolean): number {
    const list = ensureChild(this.#root, 'cellXfs', ORDER);
    const looks = childrenOf(list);
    const look = looks[index];
    if (look === undefined || isOpen(look) === !isLocked) return index;
    const changed = look.cloneNode(true) as Element;
    for (const child of childrenOf(changed, 'protection')) changed.removeChild(child);
    if (!isLocked) {
      changed.setAttribute('applyProtection', '1');
      const [extensions] = childrenOf(changed, 'extLst');
      changed.insertBefore(makeElement(look, 'protection', { locked: 0 }), extensions ?? null);
    }
    const wanted = canonical(changed);
    const standing = looks.findIndex((each) => canonical(each) === wanted);
    if (standing !== -1) return standing;
    list.appendChild(changed);
    list.setAttribute('count', String(looks.length + 1));
    return looks.length;
  }

  #addLook(style: CellStyle, isGuarded: boolean): number {
    const { align, wrap, numberFormat, background, borders } = style;
    const alignment = {
      ...(align === undefined ? {} : { horizontal: align }),
      ...(wrap === true ? { wrapText: 1, vertical: 'top' } : {}),
    };
    return this.#place('cellXfs', {
      name: 'xf',
      attributes: {
        numFmtId: numberFormat === undefined ? 0 : this.#pattern(numberFormat),
        fontId: this.#place('fonts', fontXml(style, this.#defaultFont())),
        fillId: background === undefined ? 0 : this.#place('fills', fillXml(background)),
        borderId: borders === true ? this.#place('borders', borderXml()) : 0,
        xfId: 0,
        ...(numberFormat === undefined ? {} : { applyNumberFormat: 1 }),
        applyFont: 1,
        ...(isGuarded ? { quotePrefix: 1 } : {}),
      },
      children: Object.keys(alignment).length === 0 ? [] : [{ name: 'alignment', attributes: alignment }],
    });
  }

  #defaultFont(): readonly StylePiece[] {
    const [font] = childrenOf(ensureChild(this.#root, 'fonts', ORDER));
    if (font === undefined) return [];
    return childrenOf(font).map((child) => ({
      name: child.localName ?? '',
      attributes: { ...(child.getAttribute('val') === null ? {} : { val: child.getAttribute('val') ?? '' }) },
    }));
  }

  #pattern(pattern: string): number {
    const builtIn = BUILT_IN.get(pattern);
    if (builtIn !== undefined) return builtIn;
    const list = ensureChild(this.#root, 'numFmts', ORDER);
    const stated = childrenOf(list).map((each) => ({
      id: Number(each.getAttribute('numFmtId')),
      code: each.getAttribute('formatCode'),
    }));
    const standing = stated.find(({ code }) => code === pattern);
    if (standing !== undefined) return standing.id;
    const id = Math.max(FIRST_OWN_PATTERN - 1, ...stated.map((each) => each.id)) + 1;
    addElement(list, 'numFmt', { numFmtId: id, formatCode: pattern });
    list.setAttribute('count', String(stated.length + 1));
    return id;
  }

  #place(listName: 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs', piece: StylePiece): number {
    const list = ensureChild(this.#root, listName, ORDER);
    const standing = childrenOf(list);
    const added = build(list, piece);
    const wanted = canonical(added);
    const index = standing.findIndex((each) => canonical(each) === wanted);
    if (index === -1) {
      list.setAttribute('count', String(standing.length + 1));
      return standing.length;
    }
    list.removeChild(added);
    return index;
  }
}
