import type { Document, Element } from '@xmldom/xmldom';
import type { Change } from '../../../domain/change.ts';
import { cellName, parseCellName } from '../../../workbook/a1.ts';
import { DamagedPart } from '../damaged-part.ts';
import { escapeText } from '../escaped-text.ts';
import type { Related } from '../package-editor.ts';
import { relationIdOf } from '../package-parts.ts';
import {
  addElement,
  childOf,
  childrenOf,
  ensureChild,
  makeElement,
  parseXml,
  rootOf,
  setText,
} from '../xml.ts';
import { EMPTY_BOXES, noteBox } from './note-box.ts';
import { type OpenTab, referTo } from './open-tab.ts';
import { SHEET_ORDER } from './sheet-order.ts';

type WriteCells = Extract<Change, { readonly kind: 'write-cells' }>;

/** By whom the product's notes are; those of staff carry their own names. */
const AUTHOR = 'PAR Index';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CONTENT = 'application/vnd.openxmlformats-officedocument';
const EMPTY_COMMENTS = `<comments xmlns="${MAIN}"><authors/><commentList/></comments>`;

interface Note {
  readonly cell: string;
  readonly text: string;
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function notesOf({ row, column, rows }: WriteCells): readonly Note[] {
  return rows.flatMap((cells, index) =>
    cells.flatMap(({ note }, offset) =>
      note === undefined ? [] : [{ cell: cellName(row + index, column + offset), text: note }],
    ),
  );
}

/** The number of the product among the authors of a part. */
function authorIn(comments: Element): string {
  const authors = ensureChild(comments, 'authors', ['authors', 'commentList']);
  const names = childrenOf(authors, 'author').map((author) => author.textContent);
  if (!names.includes(AUTHOR)) setText(addElement(authors, 'author'), AUTHOR);
  return String(names.includes(AUTHOR) ? names.indexOf(AUTHOR) : names.length);
}

function addComment(list: Element, { cell, text }: Note, authorId: string): void {
  const comment = makeElement(list, 'comment', { ref: cell, authorId });
  const written = addElement(addElement(comment, 'text'), 't');
  written.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  setText(written, escapeText(text));
  list.appendChild(comment);
}

/** The part of a tab that holds its notes, and the one that draws their boxes; made when there is none. */
function partsOf({ path, root, workbook }: OpenTab): { readonly comments: Related; readonly boxes: Related } {
  const { package: parts } = workbook;
  const [standing] = parts.relatedOf(path, 'comments');
  const drawings = parts.relatedOf(path, 'vmlDrawing');
  const legacy = childOf(root, 'legacyDrawing');
  const drawnBy = legacy === undefined ? undefined : relationIdOf(legacy);
  const drawn = drawings.find(({ id }) => id === drawnBy);
  const comments =
    standing ??
    parts.add(
      path,
      { kind: 'comments', stem: 'comments', contentType: `${CONTENT}.spreadsheetml.comments+xml` },
      bytes(EMPTY_COMMENTS),
    );
  if (drawn !== undefined) return { comments, boxes: drawn };
  parts.ensureType('vml', `${CONTENT}.vmlDrawing`);
  const boxes = parts.add(
    path,
    { kind: 'vmlDrawing', stem: 'drawings/vmlDrawing', extension: 'vml' },
    bytes(EMPTY_BOXES),
  );
  referTo(legacy ?? ensureChild(root, 'legacyDrawing', SHEET_ORDER), boxes.id);
  return { comments, boxes };
}

/** Boxes drawn by other programs are not always well-formed: then the notes stay and are drawn by whoever opens them. */
function boxesIn({ workbook }: OpenTab, path: string): Document | undefined {
  try {
    return workbook.package.treeOf(path);
  } catch (error) {
    if (error instanceof DamagedPart) return undefined;
    throw error;
  }
}

/** The cell that a box belongs to. */
function cellOfBox(shape: Element): string | undefined {
  const data = childOf(shape, 'ClientData');
  const numberOf = (name: string) => Number((data && childOf(data, name)?.textContent) ?? Number.NaN);
  const [row, column] = [numberOf('Row'), numberOf('Column')];
  return Number.isInteger(row) && Number.isInteger(column) ? cellName(row, column) : undefined;
}

function drawBox(boxes: Element, { cell, text }: Note): void {
  const shapes = childrenOf(boxes, 'shape');
  const place = parseCellName(cell);
  if (place === undefined || shapes.some((shape) => cellOfBox(shape) === cell)) return;
  const ids = shapes.map((each) => Number(/\d+$/.exec(each.getAttribute('id') ?? '')?.[0] ?? 0));
  const number = Math.max(1024, ...ids) + 1;
  const drawn = rootOf(parseXml(bytes(noteBox({ ...place, text, number }))));
  const box = childOf(drawn, 'shape');
  if (box !== undefined) boxes.appendChild(boxes.ownerDocument?.importNode(box, true) ?? box);
}

/** Notes of a block: one on a cell replaces the product's own; a note of staff's on that cell is left alone. */
export function writeNotes(tab: OpenTab, change: WriteCells): void {
  const notes = notesOf(change);
  if (notes.length === 0) return;
  const { comments, boxes } = partsOf(tab);
  const { package: parts } = tab.workbook;
  const [document, drawing] = [parts.treeOf(comments.path), boxesIn(tab, boxes.path)];
  const root = rootOf(document);
  const authorId = authorIn(root);
  const list = ensureChild(root, 'commentList', ['authors', 'commentList', 'extLst']);
  const standing = new Map(childrenOf(list, 'comment').map((each) => [each.getAttribute('ref'), each]));
  for (const note of notes) {
    const old = standing.get(note.cell);
    if (old !== undefined && old.getAttribute('authorId') !== authorId) continue;
    if (old !== undefined) list.removeChild(old);
    addComment(list, note, authorId);
    if (drawing !== undefined) drawBox(rootOf(drawing), note);
  }
  parts.put(comments.path, document);
  if (drawing !== undefined) parts.put(boxes.path, drawing);
}
