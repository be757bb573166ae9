import type { ExportedWorkbook } from './exported-workbook.ts';
import { linksOf } from './links.ts';
import { noteParts } from './notes.ts';
import { sheetPart } from './sheet-part.ts';
import { firstVisible, workbookPart } from './workbook-part.ts';
import { DECLARATION, xml } from './xml.ts';

/** One file of the package, in pieces that need not be in memory together. */
export interface Part {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The package of a workbook; the looks come after the tabs, which ask for them. */
export function* packageParts(exported: ExportedWorkbook): Generator<Part> {
  const withNotes: number[] = [];
  for (const [index] of exported.sheets.entries()) yield* sheetParts(exported, index, withNotes);
  yield whole('xl/styles.xml', exported.styles.part());
  yield whole('xl/workbook.xml', workbookPart(exported));
  yield whole('xl/_rels/workbook.xml.rels', workbookRelations(exported.sheets.length));
  yield whole('_rels/.rels', relations([['book', 'officeDocument', 'xl/workbook.xml']]));
  yield whole('[Content_Types].xml', contentTypes(exported.sheets.length, withNotes));
}

function whole(path: string, text: string): Part {
  return { path, pieces: [text] };
}

function* sheetParts(exported: ExportedWorkbook, index: number, withNotes: number[]): Generator<Part> {
  const sheet = exported.sheets[index];
  if (sheet === undefined) return;
  const number = index + 1;
  const notes = noteParts(sheet);
  const links = linksOf(exported, sheet);
  const extras = {
    isActive: index === firstVisible(exported),
    hasNotes: notes !== undefined,
    links: links.element,
  };
  yield { path: `xl/worksheets/sheet${number}.xml`, pieces: sheetPart(exported, sheet, extras) };
  if (notes !== undefined) {
    withNotes.push(number);
    yield whole(`xl/comments/comments${number}.xml`, notes.comments);
    yield whole(`xl/drawings/boxes${number}.vml`, notes.boxes);
  }
  const outside = links.addresses.map((uri, at): Relation => [`link${at + 1}`, 'hyperlink', uri, 'External']);
  const inside: readonly Relation[] =
    notes === undefined
      ? []
      : [
          ['boxes', 'vmlDrawing', `../drawings/boxes${number}.vml`],
          ['notes', 'comments', `../comments/comments${number}.xml`],
        ];
  const all = [...inside, ...outside];
  if (all.length > 0) yield whole(`xl/worksheets/_rels/sheet${number}.xml.rels`, relations(all));
}

type Relation = readonly [id: string, type: string, target: string, mode?: 'External'];

function relations(items: readonly Relation[]): string {
  const list = items.map(([Id, type, Target, TargetMode]) =>
    xml('Relationship', { Id, Type: `${OFFICE}/${type}`, Target, TargetMode }),
  );
  return `${DECLARATION}${xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, ...list)}`;
}

function workbookRelations(tabs: number): string {
  const sheets = Array.from(
    { length: tabs },
    (_, index): Relation => [`tab${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`],
  );
  return relations([...sheets, ['looks', 'styles', 'styles.xml']]);
}

function contentTypes(tabs: number, withNotes: readonly number[]): string {
  const override = (PartName: string, type: string): string =>
    xml('Override', { PartName, ContentType: `${SPREADSHEET}.${type}+xml` });
  const items = [
    xml('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    xml('Default', {
      Extension: 'vml',
      ContentType: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
    }),
    override('/xl/workbook.xml', 'sheet.main'),
    override('/xl/styles.xml', 'styles'),
    ...Array.from({ length: tabs }, (_, index) =>
      override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
    ),
    ...withNotes.map((number) => override(`/xl/comments/comments${number}.xml`, 'comments')),
  ];
  return `${DECLARATION}${xml('Types', { xmlns: `${PACKAGE}/content-types` }, ...items)}`;
}
