import { posix } from 'node:path';
import type { Document, Element } from '@xmldom/xmldom';
import type { Change } from '../../domain/change.ts';
import type { Metadata } from '../../domain/spreadsheet.ts';
import { conflict } from '../files/conflict.ts';
import type { Files } from '../files/workbook-format.ts';
import { definedNamesOf, notesAt, removeNamesOfSheet } from './defined-names.ts';
import { MAX_SHEET_ID } from './limits.ts';
import { noteFormula, noteName } from './notes.ts';
import { type PackageParts, partOfRelation, readParts, treeOf } from './package-parts.ts';
import { excelTitle } from './sheet-title.ts';
import { addElement, childOf, childrenOf, ensureChild, parseXml, rootOf, setText, writeXml } from './xml.ts';

type AddSheet = Extract<Change, { readonly kind: 'add-sheet' }>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const EMPTY_SHEET = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;
const CONTENT_TYPES = '[Content_Types].xml';

/** The order that the schema wants in the workbook part, as far as it matters here. */
const ORDER = [
  ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups'],
  ['externalReferences', 'definedNames', 'calcPr', 'oleSize', 'customWorkbookViews', 'pivotCaches', 'extLst'],
].flat();

interface EditedSheet {
  readonly title: string;
  readonly path: string | undefined;
  /** The place of the tab among all tabs, by which its own names refer to it. */
  readonly place: number;
}

interface NoteToSet extends Omit<Metadata, 'id'> {
  /** Absent for a note on the workbook itself. */
  readonly sheetId?: number;
  readonly replaces?: number | undefined;
  readonly wantedId?: number;
}

/** The parts that list tabs, names and other parts, while a commit is made. */
export class WorkbookEditor {
  readonly parts: PackageParts;
  readonly #contentTypes: Document;
  readonly #sheets = new Map<number, EditedSheet>();
  readonly #files: Map<string, Uint8Array>;
  /** True once a part was added or taken away. */
  #hasOtherParts = false;

  constructor(files: Files) {
    this.parts = readParts(files);
    this.#contentTypes = treeOf(files, CONTENT_TYPES);
    this.#files = new Map(files);
    for (const [place, { sheetId, title, path }] of this.parts.sheets.entries())
      this.#sheets.set(sheetId, { title, path, place });
  }

  /** The part that holds a tab's cells. */
  pathOf(sheetId: number): string {
    const path = this.#sheetOf(sheetId).path;
    if (path === undefined) throw conflict(`the tab ${sheetId} has no cells`);
    return path;
  }

  treeOf(path: string): Document {
    return treeOf(this.#files, path);
  }

  put(path: string, document: Document): void {
    this.#files.set(path, writeXml(document));
  }

  addSheet({ sheetId, title, tabColor }: AddSheet): void {
    const titles = [...this.#sheets.values()].map((each) => each.title);
    if (this.#sheets.has(sheetId) || titles.includes(title)) throw conflict(`there is a tab ${title}`);
    const path = this.#freePath('worksheets/sheet');
    const document = parseXml(new TextEncoder().encode(EMPTY_SHEET));
    if (tabColor !== undefined) {
      const properties = ensureChild(rootOf(document), 'sheetPr', ['sheetPr', 'sheetData']);
      addElement(properties, 'tabColor', { rgb: `FF${tabColor.slice(1).toUpperCase()}` });
    }
    this.put(path, document);
    const relation = this.addPart(path, 'worksheet', `${CONTENT}.worksheet+xml`);
    const list = ensureChild(rootOf(this.parts.workbook), 'sheets', ORDER);
    const shown = excelTitle(title, titles);
    const sheet = addElement(list, 'sheet', { name: shown, sheetId: this.#storedId(list, sheetId) });
    sheet.setAttributeNS(RELATIONS, 'r:id', relation);
    this.#sheets.set(sheetId, { title: shown, path, place: this.#sheets.size });
  }

  /** Takes a tab out of all lists. Names that point into it go with it; those of later tabs follow their tab. */
  removeSheet(sheetId: number): void {
    const { title, path, place } = this.#sheetOf(sheetId);
    if (this.#sheets.size === 1) throw conflict('the last tab cannot be deleted');
    const listed = childrenOf(ensureChild(rootOf(this.parts.workbook), 'sheets', ORDER), 'sheet')[place];
    if (listed !== undefined) listed.parentNode?.removeChild(listed);
    if (path !== undefined) this.#removePart(path);
    removeNamesOfSheet(this.parts.workbook, { title, place });
    const views = childOf(rootOf(this.parts.workbook), 'bookViews');
    for (const view of views === undefined ? [] : childrenOf(views)) view.removeAttribute('activeTab');
    this.#sheets.delete(sheetId);
    for (const [id, sheet] of this.#sheets) {
      if (sheet.place > place) this.#sheets.set(id, { ...sheet, place: sheet.place - 1 });
    }
  }

  /** Lists a new part of the workbook; the id by which the workbook refers to it. */
  addPart(path: string, kind: string, contentType: string): string {
    this.#hasOtherParts = true;
    const list = rootOf(this.parts.relations);
    const ids = new Set(childrenOf(list).map((relation) => relation.getAttribute('Id')));
    let number = 1;
    while (ids.has(`rIdPar${number}`)) number += 1;
    const id = `rIdPar${number}`;
    addElement(list, 'Relationship', { Id: id, Type: `${RELATIONS}/${kind}`, Target: `/${path}` });
    addElement(rootOf(this.#contentTypes), 'Override', { PartName: `/${path}`, ContentType: contentType });
    return id;
  }

  addStyles(bytes: Uint8Array): string {
    const path = this.#freePath('styles');
    this.#files.set(path, bytes);
    this.addPart(path, 'styles', `${CONTENT}.styles+xml`);
    return path;
  }

  nameTab(sheetId: number, name: string): void {
    const sheet = this.#sheetOf(sheetId);
    const taken = this.#names().some((each) => each.name.toLowerCase() === name.toLowerCase());
    if (taken) throw conflict(`there is a range ${name}`);
    // From A1 on, not A1 alone: the name outlives the deletion of the first row.
    this.#addName(name, `'${sheet.title.replaceAll("'", "''")}'!$A$1:$Z$1000`);
  }

  setNote({ sheetId, key, value, replaces, wantedId }: NoteToSet): void {
    const note = { key, value };
    const place = sheetId === undefined ? undefined : this.#sheetOf(sheetId).place;
    const names = this.#names();
    const standing = names.find((each) => each.name === noteName(replaces ?? -1) && each.place === place);
    if (standing !== undefined) {
      setText(standing.element, noteFormula(note));
      return;
    }
    const ids = [undefined, ...[...this.#sheets.values()].map((sheet) => sheet.place)]
      .flatMap((each) => notesAt(names, each))
      .map((each) => each.id)
      .filter((each) => each < 1_000_000);
    const id = wantedId ?? Math.max(0, ...ids) + 1;
    const element = this.#addName(noteName(id), noteFormula(note));
    if (place !== undefined) element.setAttribute('localSheetId', String(place));
    element.setAttribute('hidden', '1');
  }

  removeNotes(isGone: (note: Metadata) => boolean): void {
    const list = childOf(rootOf(this.parts.workbook), 'definedNames');
    for (const name of this.#names()) {
      const [note] = notesAt([name], undefined);
      if (note !== undefined && isGone(note)) list?.removeChild(name.element);
    }
  }

  /** Formulas are computed afresh when a spreadsheet program opens the file; they may stand on what was written. */
  recalculateOnOpening(isChainStale: boolean): void {
    ensureChild(rootOf(this.parts.workbook), 'calcPr', ORDER).setAttribute('fullCalcOnLoad', '1');
    const path = this.parts.calculationChainPath;
    if (isChainStale && path !== undefined) this.#removePart(path);
  }

  files(): Files {
    this.put(this.parts.workbookPath, this.parts.workbook);
    if (this.#hasOtherParts) {
      this.put(this.parts.relationsPath, this.parts.relations);
      this.put(CONTENT_TYPES, this.#contentTypes);
    }
    return this.#files;
  }

  #sheetOf(sheetId: number): EditedSheet {
    const sheet = this.#sheets.get(sheetId);
    if (sheet === undefined) throw conflict(`no tab with the id ${sheetId}`);
    return sheet;
  }

  #names() {
    return definedNamesOf(this.parts.workbook);
  }

  #addName(name: string, formula: string): Element {
    const element = addElement(
      ensureChild(rootOf(this.parts.workbook), 'definedNames', ORDER),
      'definedName',
      {
        name,
      },
    );
    setText(element, formula);
    return element;
  }

  /** The tab's id as it is stored: Excel takes five digits, a run may have chosen more. */
  #storedId(list: Element, wanted: number): number {
    const ids = childrenOf(list, 'sheet').map((sheet) => Number(sheet.getAttribute('sheetId')));
    if (wanted >= 1 && wanted <= MAX_SHEET_ID && !ids.includes(wanted)) return wanted;
    let id = 1;
    while (ids.includes(id)) id += 1;
    return id;
  }

  #freePath(stem: string): string {
    const folder = posix.dirname(this.parts.workbookPath);
    const taken = new Set([...this.#files.keys()].map((name) => name.toLowerCase()));
    let number = 1;
    const path = () => posix.join(folder, `${stem}${number}.xml`);
    while (taken.has(path().toLowerCase())) number += 1;
    return path();
  }

  /** A part that nothing refers to any more. */
  #removePart(path: string): void {
    this.#hasOtherParts = true;
    this.#files.delete(path);
    this.#drop(rootOf(this.#contentTypes), (each) => each.getAttribute('PartName') === `/${path}`);
    this.#drop(
      rootOf(this.parts.relations),
      (each) => partOfRelation(this.parts.workbookPath, each).toLowerCase() === path.toLowerCase(),
    );
  }

  #drop(parent: Element, isGone: (element: Element) => boolean): void {
    for (const element of childrenOf(parent)) if (isGone(element)) parent.removeChild(element);
  }
}
