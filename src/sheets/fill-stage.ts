import { VALUE_FIELD, valueRow } from './cell-data.ts';
import { paintPlain } from './paint-requests.ts';
import { type LookStep, lookSteps } from './repeated-looks.ts';
import { copyRows, type Row, type Stage } from './staged-block.ts';

/** Room left in a body for its frame and for the requests that add the hidden tabs. */
const FRAME_BYTES = 2_000;

function fillRequest({ tab }: Stage, rowIndex: number, rows: readonly string[]): string {
  const start = JSON.stringify({ sheetId: tab.sheetId, rowIndex, columnIndex: 0 });
  return `{"updateCells":{"start":${start},"rows":[${rows.join(',')}],"fields":"${VALUE_FIELD}"}}`;
}

/** A row of a tab that is still empty: what stays empty at its end is left out. */
function filled(row: Row): Row {
  return row.slice(0, row.findLastIndex(({ value }) => value !== null && value !== '') + 1);
}

/** The values of a hidden tab, in requests that are each small enough for one body. */
function valueRequests(stage: Stage, rows: readonly Row[], bytesPerWrite: number): readonly string[] {
  const room = Math.max(1, bytesPerWrite - FRAME_BYTES);
  const requests: string[] = [];
  let [first, texts, bytes]: [number, string[], number] = [0, [], 0];
  for (const [i, row] of rows.entries()) {
    const text = JSON.stringify(valueRow(filled(row)));
    const size = Buffer.byteLength(text) + 1;
    if (texts.length > 0 && bytes + size > room) {
      requests.push(fillRequest(stage, first, texts));
      [first, texts, bytes] = [i, [], 0];
    }
    texts.push(text);
    bytes += size;
  }
  return [...requests, fillRequest(stage, first, texts)];
}

/** The looks of some rows of a hidden tab: nobody's notes, rules or choices can be in the way of copying there. */
function lookRequests({ tab }: Stage, rows: readonly Row[], step: LookStep): readonly string[] {
  const { sheetId, columnCount: width } = tab;
  const { from, count } = step;
  const to = { sheetId, row: from, column: 0 };
  const requests =
    step.kind === 'paint'
      ? paintPlain(to, rows.slice(from, from + count))
      : [copyRows({ height: count, width }, { ...to, row: step.source }, to, 'PASTE_FORMAT')];
  return requests.map((request) => JSON.stringify(request));
}

/** Requests that fill a hidden tab, as text, each small enough for one body. */
export function fillStage(stage: Stage, bytesPerWrite: number): readonly string[] {
  const rows = stage.blocks.flatMap((block) => block.rows);
  const values = valueRequests(stage, rows, bytesPerWrite);
  return [...values, ...lookSteps(rows).flatMap((step) => lookRequests(stage, rows, step))];
}
