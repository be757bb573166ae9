import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { assertNever } from '../domain/assert-never.ts';
import type { Change, Commit } from '../domain/change.ts';
import { dropAnchors, GOOGLE_DIMENSIONS, liftAnchors } from './anchors.ts';
import { FORMAT_FIELD, VALUE_FIELD, valueRow, wholeRows } from './cell-data.ts';
import { colorOf } from './cell-format.ts';
import { claimVersion, pruneGuards } from './guard.ts';
import { layoutRequests } from './layout/layout-requests.ts';
import type { GoogleStructure } from './layout/sheet-features.ts';
import { paintOver } from './paint-requests.ts';
import { growSheet, type SheetSizes, sizesAfter, sizesOf } from './sheet-sizes.ts';
import { removeLeftovers } from './staging-tab.ts';

type Request = sheets_v4.Schema$Request;
type ChangeOf<Kind extends Change['kind']> = Extract<Change, { readonly kind: Kind }>;

function addSheet(change: ChangeOf<'add-sheet'>): Request {
  const { sheetId, title, rowCount, columnCount, tabColor } = change;
  return {
    addSheet: {
      properties: {
        sheetId,
        title,
        gridProperties: { rowCount, columnCount },
        ...(tabColor === undefined ? {} : { tabColorStyle: colorOf(tabColor) }),
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
  return [{ updateCells: { start, rows, fields: VALUE_FIELD } }, ...paintOver(change, change.rows)];
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
    case 'name-tab':
      return [nameTab(change)];
    case 'hold-line':
      return [];
    default:
      return assertNever(change);
  }
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
 * lifted from where they were read; last of all they are put where their lines then are.
 */
export function buildSteps(commit: Commit, structure: GoogleStructure): readonly Step[] {
  const steps: Step[] = [
    { requests: () => [claimVersion(commit.version, commit.runId)] },
    { requests: () => liftAnchors(commit.changes) },
  ];
  let sizes = sizesOf(structure);
  for (const change of commit.changes) {
    const before = sizes;
    steps.push({ change, requests: () => requestsOf(change, before, structure) });
    sizes = sizesAfter(change, sizes);
  }
  return [
    ...steps,
    { requests: () => dropAnchors(commit.changes) },
    { requests: () => pruneGuards(structure, commit.version) },
    { requests: () => removeLeftovers(structure, commit.version) },
  ];
}

export function buildRequests(commit: Commit, structure: GoogleStructure): readonly Request[] {
  return buildSteps(commit, structure).flatMap(({ requests }) => requests());
}
