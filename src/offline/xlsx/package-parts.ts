import { posix } from 'node:path';
import type { Document, Element } from '@xmldom/xmldom';
import type { Files } from '../files/workbook-format.ts';
import { DamagedPart } from './damaged-part.ts';
import { childOf, childrenOf, parseXml, rootOf } from './xml.ts';

/** A tab as the workbook part lists it. */
export interface ListedSheet {
  /** Unique in the workbook; our name for the tab. */
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  /** Absent for a tab without cells, such as one that is a single chart. */
  readonly path: string | undefined;
}

/** The parts that matter here, and the trees of those that list the others. */
export interface PackageParts {
  readonly workbookPath: string;
  readonly workbook: Document;
  readonly sheets: readonly ListedSheet[];
  readonly sharedStringsPath: string | undefined;
  readonly stylesPath: string | undefined;
  readonly startsIn1904: boolean;
}

/** The name under which a part is stored: names of parts are the same in capitals or not. */
export function storedName(files: Files, wanted: string): string | undefined {
  if (files.has(wanted)) return wanted;
  const folded = wanted.toLowerCase();
  return [...files.keys()].find((name) => name.replaceAll('\\', '/').toLowerCase() === folded);
}

export function treeOf(files: Files, path: string): Document {
  const bytes = files.get(path);
  if (bytes === undefined) throw new DamagedPart(`no part ${path}`);
  return parseXml(bytes);
}

/** The name of the part that another one refers to. */
export function resolveTarget(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(from), target);
}

/** Where a part lists what it refers to. */
export function relationsPathOf(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
}

function hasType(relation: Element, kind: string): boolean {
  return relation.getAttribute('Type')?.endsWith(`/${kind}`) === true;
}

function workbookPathOf(files: Files): string {
  const path = storedName(files, '_rels/.rels');
  const relations = path === undefined ? [] : childrenOf(rootOf(treeOf(files, path)));
  const main = relations.find((relation) => hasType(relation, 'officeDocument'));
  const target = main?.getAttribute('Target') ?? '/xl/workbook.xml';
  const stored = storedName(files, resolveTarget('', target));
  if (stored === undefined) throw new DamagedPart('no workbook part');
  return stored;
}

/** By which an element refers to another part. */
export function relationIdOf(element: Element): string | undefined {
  for (let index = 0; index < element.attributes.length; index += 1) {
    const attribute = element.attributes.item(index);
    if (attribute?.localName === 'id' && attribute.namespaceURI?.includes('relationships') === true)
      return attribute.value;
  }
  return undefined;
}

/** Ids that are missing or doubled, as in files of careless programs, are replaced by free ones, always the same. */
function uniqueIds(stated: readonly number[]): readonly number[] {
  const taken = new Set<number>();
  const free = (id: number): number => (taken.has(id) || stated.includes(id) ? free(id + 1) : id);
  return stated.map((id) => {
    const own = Number.isSafeInteger(id) && id > 0 && !taken.has(id) ? id : free(1);
    taken.add(own);
    return own;
  });
}

export function readParts(files: Files): PackageParts {
  const workbookPath = workbookPathOf(files);
  const workbook = treeOf(files, workbookPath);
  const relationsPath = storedName(files, relationsPathOf(workbookPath));
  if (relationsPath === undefined) throw new DamagedPart('no relations of the workbook part');
  const listed = childrenOf(rootOf(treeOf(files, relationsPath)));
  const pathOf = (relation: Element | undefined) =>
    relation === undefined
      ? undefined
      : storedName(files, resolveTarget(workbookPath, relation.getAttribute('Target') ?? ''));
  const partOfType = (kind: string) => pathOf(listed.find((relation) => hasType(relation, kind)));
  const elements = childrenOf(childOf(rootOf(workbook), 'sheets') ?? rootOf(workbook), 'sheet');
  const ids = uniqueIds(elements.map((sheet) => Number(sheet.getAttribute('sheetId') ?? Number.NaN)));
  const flag = childOf(rootOf(workbook), 'workbookPr')?.getAttribute('date1904');
  return {
    workbookPath,
    workbook,
    sheets: elements.map((sheet, index) => {
      const relation = listed.find((each) => each.getAttribute('Id') === relationIdOf(sheet));
      const state = sheet.getAttribute('state') ?? 'visible';
      return {
        sheetId: ids[index] ?? 0,
        title: sheet.getAttribute('name') ?? '',
        hidden: state !== 'visible',
        path: relation !== undefined && hasType(relation, 'worksheet') ? pathOf(relation) : undefined,
      };
    }),
    sharedStringsPath: partOfType('sharedStrings'),
    stylesPath: partOfType('styles'),
    startsIn1904: flag === '1' || flag === 'true',
  };
}
