import type { Document, Element } from '@xmldom/xmldom';
import type { Metadata, NamedRange } from '../../domain/spreadsheet.ts';
import { parseNotes } from './notes.ts';
import type { ListedSheet } from './package-parts.ts';
import { childOf, childrenOf, rootOf } from './xml.ts';

export interface DefinedName {
  readonly element: Element;
  readonly name: string;
  readonly formula: string;
  /** The place of the tab that the name belongs to; absent for a name of the whole workbook. */
  readonly place: number | undefined;
}

export function definedNamesOf(workbook: Document): readonly DefinedName[] {
  const list = childOf(rootOf(workbook), 'definedNames');
  if (list === undefined) return [];
  return childrenOf(list, 'definedName').map((element) => {
    const place = element.getAttribute('localSheetId');
    return {
      element,
      name: element.getAttribute('name') ?? '',
      formula: element.textContent ?? '',
      place: place === null || place === '' ? undefined : Number(place),
    };
  });
}

/** The title of the tab that a reference such as 'Đơn vị'!$A$1:$Z$9 points into. */
function titleIn(reference: string): string | undefined {
  const [, quoted, plain] = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!/.exec(reference.trim()) ?? [];
  return quoted === undefined ? plain : quoted.replaceAll("''", "'");
}

/** Names of the whole workbook that point into a tab. A copied tab has names of its own: they are not taken. */
export function namedRangesOf(
  names: readonly DefinedName[],
  sheets: readonly ListedSheet[],
): readonly NamedRange[] {
  return names.flatMap(({ name, formula, place }) => {
    const title = place === undefined ? titleIn(formula)?.toLowerCase() : undefined;
    const sheet = sheets.find((each) => each.title.toLowerCase() === title);
    return sheet === undefined ? [] : [{ name, sheetId: sheet.sheetId }];
  });
}

/** Takes away the names of a deleted tab and those that point into it; the tabs after it move up by one place. */
export function removeNamesOfSheet(
  workbook: Document,
  { title, place }: { readonly title: string; readonly place: number },
): void {
  for (const each of definedNamesOf(workbook)) {
    const pointsThere = titleIn(each.formula)?.toLowerCase() === title.toLowerCase();
    if (each.place === place || pointsThere) each.element.parentNode?.removeChild(each.element);
    else if (each.place !== undefined && each.place > place)
      each.element.setAttribute('localSheetId', String(each.place - 1));
  }
}

/** The notes on the tab at a place, or on the workbook itself. */
export function notesAt(names: readonly DefinedName[], place: number | undefined): readonly Metadata[] {
  return parseNotes(names.filter((each) => each.place === place));
}
