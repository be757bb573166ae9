import { assertNever } from '../../src/domain/assert-never.ts';
import type { Anchor, Change, Commit, CommitOutcome, Line } from '../../src/domain/change.ts';
import { VERSION_KEY, versionNoteId, versionsIn } from '../../src/domain/version.ts';
import {
  conflict,
  type MemoryDocument,
  type MemoryTab,
  makeTab,
  nextMetadataId,
  Refusal,
  resize,
  structureOf,
  tabOf,
  trimmed,
  withTab,
  writeBlock,
} from './memory-document.ts';
import { insertLines } from './memory-lines.ts';

type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

function addSheet(document: MemoryDocument, change: ChangeOf<'add-sheet'>): MemoryDocument {
  const { sheetId, title, rowCount, columnCount, hidden = false } = change;
  const taken = document.tabs.some((tab) => tab.sheetId === sheetId || tab.title === title);
  if (taken) throw conflict(`A sheet with the name "${title}" already exists.`);
  return {
    ...document,
    tabs: [...document.tabs, makeTab({ sheetId, title, rowCount, columnCount, hidden })],
  };
}

function grow(tab: MemoryTab, rowCount: number, columnCount: number): MemoryTab {
  const size = {
    rowCount: Math.max(tab.rowCount, rowCount),
    columnCount: Math.max(tab.columnCount, columnCount),
  };
  return { ...tab, ...size, cells: resize(tab.cells, size.rowCount, size.columnCount) };
}

function appendRows(tab: MemoryTab, change: ChangeOf<'append-rows'>): MemoryTab {
  const row = trimmed(tab.cells).length;
  const values = change.rows.map((cells) => cells.map(({ value }) => value));
  const width = Math.max(0, ...values.map((cells) => cells.length));
  return writeBlock(grow(tab, row + values.length, width), row, 0, values);
}

function setMetadata(document: MemoryDocument, change: ChangeOf<'set-metadata'>): MemoryDocument {
  const tab = tabOf(document, change.sheetId);
  const id = change.replaces ?? nextMetadataId(document);
  const others = tab.metadata.filter((note) => note.id !== change.replaces);
  return withTab(document, { ...tab, metadata: [...others, { id, key: change.key, value: change.value }] });
}

function nameTab(document: MemoryDocument, { sheetId, name }: ChangeOf<'name-tab'>): MemoryDocument {
  const isTaken = document.namedRanges.some((range) => range.name.toLowerCase() === name.toLowerCase());
  if (isTaken) throw conflict(`A named range with the name ${name} already exists.`);
  return {
    ...document,
    namedRanges: [...document.namedRanges, { name, sheetId: tabOf(document, sheetId).sheetId }],
  };
}

function isAt(anchor: Anchor, line: Line): boolean {
  return (['sheetId', 'dimension', 'index'] as const).every((part) => anchor.line[part] === line[part]);
}

/** Takes the anchors of a commit from where it read them: one that has moved stays. */
function liftAnchors(document: MemoryDocument, changes: readonly Change[]): MemoryDocument {
  const holds = changes.filter((change) => change.kind === 'hold-line');
  const isLifted = (anchor: Anchor) =>
    holds.some(
      ({ anchorId, from, to }) =>
        anchorId === anchor.anchorId && (from === undefined ? to === undefined : isAt(anchor, from)),
    );
  return { ...document, anchors: document.anchors.filter((anchor) => !isLifted(anchor)) };
}

/** Puts anchors on lines; an id that is taken is refused, and with it the whole commit. */
export function dropAnchors(document: MemoryDocument, anchors: readonly Anchor[]): MemoryDocument {
  const taken = new Set(document.anchors.map(({ anchorId }) => anchorId));
  for (const { anchorId, line } of anchors) {
    if (taken.has(anchorId)) throw conflict(`An anchor with the id ${anchorId} already exists.`);
    taken.add(anchorId);
    tabOf(document, line.sheetId);
  }
  return { ...document, anchors: [...document.anchors, ...anchors] };
}

function heldBy(changes: readonly Change[]): readonly Anchor[] {
  return changes.flatMap((change) =>
    change.kind === 'hold-line' && change.to !== undefined
      ? [{ anchorId: change.anchorId, line: change.to }]
      : [],
  );
}

function apply(document: MemoryDocument, change: Change): MemoryDocument {
  switch (change.kind) {
    case 'add-sheet':
      return addSheet(document, change);
    case 'grow-sheet':
      return withTab(document, grow(tabOf(document, change.sheetId), change.rowCount, change.columnCount));
    case 'delete-sheet': {
      const { sheetId } = tabOf(document, change.sheetId);
      const tabs = document.tabs.filter((tab) => tab.sheetId !== sheetId);
      if (tabs.length === 0) throw conflict("You can't remove all the sheets in a document.");
      const namedRanges = document.namedRanges.filter((range) => range.sheetId !== sheetId);
      return { ...document, tabs, namedRanges };
    }
    case 'insert-lines': {
      const { sheetId, dimension, at, count } = change;
      return insertLines(document, { sheetId, dimension, from: at, to: at + count });
    }
    case 'write-cells': {
      const values = change.rows.map((row) => row.map(({ value }) => value));
      const tab = tabOf(document, change.sheetId);
      return withTab(document, writeBlock(tab, change.row, change.column, values));
    }
    case 'append-rows':
      return withTab(document, appendRows(tabOf(document, change.sheetId), change));
    case 'lay-out':
      return withTab(document, tabOf(document, change.sheetId));
    case 'set-metadata':
      return setMetadata(document, change);
    case 'set-locale':
      return { ...document, locale: change.locale, timeZone: change.timeZone };
    case 'name-tab':
      return nameTab(document, change);
    case 'hold-line':
      return document;
    default:
      return assertNever(change);
  }
}

export interface Committed {
  readonly outcome: CommitOutcome;
  /** The document as it then is: the same one when nothing was written. */
  readonly after: MemoryDocument;
}

/** A commit as one step: all of it, or nothing and the reason. */
export function committed(document: MemoryDocument, commit: Commit): Committed {
  const { version } = commit;
  if (versionsIn(structureOf(document)).includes(version))
    return { outcome: { kind: 'superseded', version }, after: document };
  const note = { id: versionNoteId(version), key: VERSION_KEY, value: commit.runId };
  try {
    const { changes } = commit;
    const lifted = liftAnchors({ ...document, metadata: [...document.metadata, note] }, changes);
    const after = dropAnchors(changes.reduce(apply, lifted), heldBy(changes));
    return { outcome: { kind: 'committed', version }, after };
  } catch (error) {
    if (error instanceof Refusal && error.failure.kind === 'conflict')
      return { outcome: { kind: 'moved', version }, after: document };
    throw error;
  }
}
