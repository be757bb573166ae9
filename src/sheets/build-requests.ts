import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assertNever } from '../domain/assert-never.ts';
import type { Change, Commit } from '../domain/change.ts';
import { dropAnchors, GOOGLE_DIMENSIONS, liftAnchors } from './anchors.ts';
import { FORMAT_FIELD, VALUE_FIELD, valueRow, wholeRows } from './cell-data.ts';
import { claimVersion, pruneGuards } from './guard.ts';
import { layoutRequests } from './layout/layout-requests.ts';
import { noteRequests } from './layout/note-requests.ts';
import { progressRequests } from './layout/progress-requests.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { paintOver } from './paint-requests.ts';
import { growSheet, type SheetSizes, sizesAfter, sizesOf } from './sheet-sizes.ts';
import { removeLeftovers } from './staging-tab.ts';

type Request = sheets_v4.Schema$Request;
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

function addSheet(change: ChangeOf<'add-sheet'>): Request {
  const { sheetId, title, rowCount, columnCount, hidden } = change;
  return {
    addSheet: {
      properties: {
        sheetId,
        title,
        gridProperties: { rowCount, columnCount },
        ...(hidden === true ? { hidden } : {}),
      },
    },
  };
}

/** New lines look like those before them; the first ones of a tab like those after. */
function insertLines({ sheetId, dimension, at, count }: ChangeOf<'insert-lines'>): Request {
  const range = {
    sheetId,
    dimension: GOOGLE_DIMENSIONS[dimension],
    startIndex: at,
    endIndex: at + count,
  };
  return { insertDimension: { range, inheritFromBefore: at > 0 } };
}

function writeCells(change: ChangeOf<'write-cells'>): readonly Request[] {
  const rows = change.rows.map(valueRow);
  if (rows.every((row) => row.values?.length === 0)) return [];
  const start = { sheetId: change.sheetId, rowIndex: change.row, columnIndex: change.column };
  return [
    { updateCells: { start, rows, fields: VALUE_FIELD } },
    ...paintOver(change, change.rows),
    ...besideValues(change),
  ];
}

/** The notes and counting cells of a block, wherever its values come from. */
export function besideValues(change: ChangeOf<'write-cells'>): readonly Request[] {
  return [...noteRequests(change), ...progressRequests(change)];
}

function appendRows(change: ChangeOf<'append-rows'>): readonly Request[] {
  if (change.rows.length === 0) return [];
  const { sheetId, rows } = change;
  return [{ appendCells: { sheetId, rows: wholeRows(rows), fields: `${VALUE_FIELD},${FORMAT_FIELD}` } }];
}

function setMetadata(change: ChangeOf<'set-metadata'>): Request {
  const developerMetadata = { metadataKey: change.key, metadataValue: change.value };
  if (change.replaces !== undefined)
    return {
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataId: change.replaces } }],
        developerMetadata,
        fields: 'metadataKey,metadataValue',
      },
    };
  const location = { sheetId: change.sheetId };
  return {
    createDeveloperMetadata: {
      developerMetadata: { ...developerMetadata, location, visibility: 'DOCUMENT' },
    },
  };
}

/** A range without rows and columns is the whole tab, however it grows. */
function nameTab({ sheetId, name }: ChangeOf<'name-tab'>): Request {
  return { addNamedRange: { namedRange: { name, range: { sheetId } } } };
}

function requestsOf(change: Change, sizes: SheetSizes, structure: GoogleStructure): readonly Request[] {
  switch (change.kind) {
    case 'add-sheet':
      return [addSheet(change)];
    case 'grow-sheet':
      return growSheet(change, sizes);
    case 'delete-sheet':
      return [{ deleteSheet: { sheetId: change.sheetId } }];
    case 'insert-lines':
      return [insertLines(change)];
    case 'write-cells':
      return writeCells(change);
    case 'append-rows':
      return appendRows(change);
    case 'lay-out':
      return layoutRequests(change, structure);
    case 'set-metadata':
      return [setMetadata(change)];
    case 'set-locale': {
      const { locale, timeZone } = change;
      const properties = { locale, timeZone };
      return [{ updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } }];
    }
    case 'name-tab':
      return [nameTab(change)];
    case 'hold-line':
      return [];
    default:
      return assertNever(change);
  }
}

/** The structure with a tab that the commit adds, so that its later steps may refer to it. */
function withSheet(
  structure: GoogleStructure,
  { sheetId, title, hidden = false, rowCount, columnCount }: ChangeOf<'add-sheet'>,
): GoogleStructure {
  const added = { sheetId, title, hidden, rowCount, columnCount, metadata: [] };
  return { ...structure, sheets: [...structure.sheets, added] };
}

/** One step of a commit as Google understands it. */
export interface Step {
  /** Absent for the steps that belong to the commit as a whole. */
  readonly change?: Change;
  /** Written out only when it is wanted: those of a large step are never all in memory for nothing. */
  readonly requests: () => readonly Request[];
}

/**
 * Everything that a commit asks of Google, in order: the claim of its version always comes first, then anchors are
 * lifted from where they were read, and hidden tabs that others left are removed; last of all they are put where their lines then are.
 */
export function buildSteps(commit: Commit, structure: GoogleStructure): readonly Step[] {
  const steps: Step[] = [
    { requests: () => [claimVersion(commit.version, commit.runId)] },
    { requests: () => liftAnchors(commit.changes) },
    // Before anything is added: a spreadsheet that is full of them has no room otherwise.
    { requests: () => removeLeftovers(structure, commit.version) },
  ];
  let sizes = sizesOf(structure);
  let known = structure;
  for (const change of commit.changes) {
    if (change.kind === 'add-sheet') known = withSheet(known, change);
    const [before, then] = [sizes, known];
    steps.push({ change, requests: () => requestsOf(change, before, then) });
    sizes = sizesAfter(change, sizes);
  }
  return [
    ...steps,
    { requests: () => dropAnchors(commit.changes) },
    { requests: () => pruneGuards(structure, commit.version) },
  ];
}

export function buildRequests(commit: Commit, structure: GoogleStructure): readonly Request[] {
  return buildSteps(commit, structure).flatMap(({ requests }) => requests());
}
