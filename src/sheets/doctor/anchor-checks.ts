import type { Line } from '../../domain/change.ts';
import { dropAnchors, liftAnchors } from '../anchors.ts';
import { bodyOf, failureOf, type Scratch } from './scratch.ts';

/** What became of a batch that was tied to a row, and what the row's tab then showed. */
export type HeldOutcome = readonly ['applied' | 'refused', unknown];

const WHERE = 1;

function text(value: string): object {
  return { values: [{ userEnteredValue: { stringValue: value } }] };
}

function rowOf({ sheetId }: Scratch): Line {
  return { sheetId, dimension: 'rows', index: WHERE };
}

function clearAndFill({ sheetId }: Scratch, texts: readonly string[]): readonly object[] {
  const fields = 'userEnteredValue,userEnteredFormat';
  return [
    { updateCells: { range: { sheetId }, fields } },
    { updateCells: { start: { sheetId, rowIndex: 0, columnIndex: 0 }, rows: texts.map(text), fields } },
  ];
}

/** Anchors the second row, lets it be edited, and writes tied to where it was. */
async function writeHeld(scratch: Scratch, anchorId: number, edit: object | undefined): Promise<HeldOutcome> {
  const { sheetId } = scratch;
  const row = rowOf(scratch);
  const anchored = dropAnchors([{ kind: 'hold-line', anchorId, to: row }]);
  bodyOf(await scratch.batch(...clearAndFill(scratch, ['c', 'b', 'a']), ...anchored));
  if (edit !== undefined) bodyOf(await scratch.batch(edit));
  const held = [{ kind: 'hold-line', anchorId, from: row, to: row } as const];
  const start = { sheetId, rowIndex: 0, columnIndex: 1 };
  const write = { updateCells: { start, rows: [text('ours')], fields: 'userEnteredValue' } };
  const refusal = failureOf(await scratch.batch(...liftAnchors(held), write, ...dropAnchors(held)));
  return [refusal === undefined ? 'applied' : 'refused', await scratch.read('UNFORMATTED_VALUE')];
}

function rows({ sheetId }: Scratch, startIndex: number, endIndex: number): object {
  return { sheetId, dimension: 'ROWS', startIndex, endIndex };
}

/** A batch tied to a row that is where it was is applied. */
export function heldLine(scratch: Scratch): Promise<HeldOutcome> {
  return writeHeld(scratch, scratch.noteId + 4, undefined);
}

export function linePutIn(scratch: Scratch): Promise<HeldOutcome> {
  return writeHeld(scratch, scratch.noteId + 5, { insertDimension: { range: rows(scratch, 0, 1) } });
}

export function lineMoved(scratch: Scratch): Promise<HeldOutcome> {
  const moveDimension = { source: rows(scratch, 1, 2), destinationIndex: 3 };
  return writeHeld(scratch, scratch.noteId + 6, { moveDimension });
}

export function rowsSorted(scratch: Scratch): Promise<HeldOutcome> {
  const { sheetId } = scratch;
  const range = { sheetId, startRowIndex: 1, endRowIndex: 3 };
  const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }];
  return writeHeld(scratch, scratch.noteId + 7, { sortRange: { range, sortSpecs } });
}
