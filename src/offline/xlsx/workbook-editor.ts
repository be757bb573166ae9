import type { Element } from '@xmldom/xmldom';
import type { Change } from '../../domain/change.ts';
import type { Area } from '../../domain/layout.ts';
import type { Metadata } from '../../domain/spreadsheet.ts';
import { conflict } from '../files/conflict.ts';
import type { Files } from '../files/workbook-format.ts';
import { definedNamesOf, notesAt, removeNamesOfSheet } from './defined-names.ts';
import { fixedName, inTab } from './layout/area-name.ts';
import { MAX_SHEET_ID } from './limits.ts';
import { noteIdOf, noteParts } from './notes.ts';
import { PackageEditor } from './package-editor.ts';
import { type PackageParts, readParts } from './package-parts.ts';
import { excelTitle } from './sheet-title.ts';
import { addElement, childOf, childrenOf, ensureChild, rootOf, setText } from './xml.ts';

type AddSheet = Extract<Change, { readonly kind: 'add-sheet' }>;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const EMPTY_SHEET = new TextEncoder().encode(
  `<worksheet xmlns="${MAIN}"><sheetFormatPr defaultRowHeight="15"/><sheetData/></worksheet>`,
);

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

/** A name of one tab, over one or more rectangles. */
interface TabName {
  readonly name: string;
  readonly areas: readonly Area[];
  readonly isHidden: boolean;
}

/** The parts that list tabs, names and other parts, while a commit is made. */
export class WorkbookEditor {
  readonly parts: PackageParts;
  readonly package: PackageEditor;
  readonly #sheets = new Map<number, EditedSheet>();

  constructor(files: Files) {
    this.parts = readParts(files);
    this.package = new PackageEditor(files, this.parts.workbookPath);
    for (const [place, { sheetId, title, path }] of this.parts.sheets.entries())
      this.#sheets.set(sheetId, { title, path, place });
  }

  /** The part that holds a tab's cells. */
  pathOf(sheetId: number): string {
    const path = this.#sheetOf(sheetId).path;
    if (path === undefined) throw conflict(`the tab ${sheetId} has no cells`);
    return path;
  }

  /** The parts that hold cells, with the titles of their tabs. */
  tabs(): readonly { readonly title: string; readonly path: string }[] {
    return [...this.#sheets.values()].flatMap(({ title, path }) =>
      path === undefined ? [] : [{ title, path }],
    );
  }

  addSheet({ sheetId, title, hidden }: AddSheet): void {
    const titles = [...this.#sheets.values()].map((each) => each.title);
    if (this.#sheets.has(sheetId) || titles.includes(title)) throw conflict(`there is a tab ${title}`);
    const part = {
      kind: 'worksheet',
      stem: 'worksheets/sheet',
      contentType: `${CONTENT}.worksheet+xml`,
    };
    const { id, path } = this.package.add(this.parts.workbookPath, part, EMPTY_SHEET);
    const list = ensureChild(rootOf(this.parts.workbook), 'sheets', ORDER);
    const shown = excelTitle(title, titles);
    const sheet = addElement(list, 'sheet', { name: shown, sheetId: this.#storedId(list, sheetId) });
    if (hidden === true) sheet.setAttribute('state', 'hidden');
    sheet.setAttributeNS(RELATIONS, 'r:id', id);
    this.#sheets.set(sheetId, { title: shown, path, place: this.#sheets.size });
  }

  /** A hidden tab that holds what the file needs and people do not, known again by a note. */
  addHiddenSheet(title: string, noteKey: string): number {
    const sheetId = Math.max(0, ...this.#sheets.keys()) + 1;
    this.addSheet({ kind: 'add-sheet', sheetId, title, rowCount: 0, columnCount: 0, hidden: true });
    this.setNote({ sheetId, key: noteKey, value: '' });
    return sheetId;
  }

  /** The tab that bears a note of this key. */
  sheetWithNote(key: string): number | undefined {
    const names = this.#names();
    const noted = [...this.#sheets].find(([, { place }]) =>
      notesAt(names, place).some((note) => note.key === key),
    );
    return noted?.[0];
  }

  /** Takes a tab out of all lists. Names that point into it go with it; those of later tabs follow their tab. */
  removeSheet(sheetId: number): void {
    const { title, path, place } = this.#sheetOf(sheetId);
    if (this.#sheets.size === 1) throw conflict('the last tab cannot be deleted');
    const listed = childrenOf(ensureChild(rootOf(this.parts.workbook), 'sheets', ORDER), 'sheet')[place];
    if (listed !== undefined) listed.parentNode?.removeChild(listed);
    const owner = this.parts.workbookPath;
    const part = this.package.relatedOf(owner, 'worksheet').find((related) => related.path === path);
    if (part !== undefined) this.package.remove(owner, part);
    removeNamesOfSheet(this.parts.workbook, { title, place });
    const views = childOf(rootOf(this.parts.workbook), 'bookViews');
    for (const view of views === undefined ? [] : childrenOf(views)) view.removeAttribute('activeTab');
    this.#sheets.delete(sheetId);
    for (const [id, sheet] of this.#sheets) {
      if (sheet.place > place) this.#sheets.set(id, { ...sheet, place: sheet.place - 1 });
    }
  }

  addStyles(bytes: Uint8Array): string {
    const part = { kind: 'styles', stem: 'styles', contentType: `${CONTENT}.styles+xml` };
    return this.package.add(this.parts.workbookPath, part, bytes).path;
  }

  nameTab(sheetId: number, name: string): void {
    const sheet = this.#sheetOf(sheetId);
    const taken = this.#names().some((each) => each.name.toLowerCase() === name.toLowerCase());
    if (taken) throw conflict(`there is a range ${name}`);
    // From A1 on, not A1 alone: the name outlives the deletion of the first row.
    this.#addName(name, inTab(sheet.title, '$A$1:$Z$1000'));
  }

  /** The title of a tab as the file has it; undefined when there is no such tab. */
  titleOf(sheetId: number): string | undefined {
    return this.#sheets.get(sheetId)?.title;
  }

  /** A name that belongs to a tab alone, as programs keep what is printed or filtered; replaced where it stands. */
  setTabName(sheetId: number, { name, areas, isHidden }: TabName): void {
    const { title, place } = this.#sheetOf(sheetId);
    const formula = areas.map((area) => inTab(title, fixedName(area))).join(',');
    const standing = this.#names().find((each) => each.name === name && each.place === place);
    if (standing !== undefined) {
      setText(standing.element, formula);
      return;
    }
    const element = this.#addName(name, formula);
    element.setAttribute('localSheetId', String(place));
    if (isHidden) element.setAttribute('hidden', '1');
  }

  setNote({ sheetId, key, value, replaces, wantedId }: NoteToSet): void {
    const place = sheetId === undefined ? undefined : this.#sheetOf(sheetId).place;
    const standing = this.#names().filter(
      (each) => replaces !== undefined && each.place === place && noteIdOf(each.name) === replaces,
    );
    const id = standing.length > 0 ? replaces : undefined;
    const parts = noteParts(id ?? wantedId ?? this.#freeNoteId(), { key, value });
    for (const { name, element } of standing)
      if (!parts.some((part) => part.name === name)) element.parentNode?.removeChild(element);
    for (const { name, formula } of parts) {
      const known = standing.find((each) => each.name === name)?.element;
      if (known === undefined) this.#addNote(name, formula, place);
      else setText(known, formula);
    }
  }

  #freeNoteId(): number {
    const places = [undefined, ...[...this.#sheets.values()].map((sheet) => sheet.place)];
    const ids = places.flatMap((each) => notesAt(this.#names(), each)).map((each) => each.id);
    return Math.max(0, ...ids.filter((each) => each < 1_000_000)) + 1;
  }

  #addNote(name: string, formula: string, place: number | undefined): void {
    const element = this.#addName(name, formula);
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
    const owner = this.parts.workbookPath;
    if (!isChainStale) return;
    for (const chain of this.package.relatedOf(owner, 'calcChain')) this.package.remove(owner, chain);
  }

  files(): Files {
    this.package.put(this.parts.workbookPath, this.parts.workbook);
    return this.package.files();
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
}
