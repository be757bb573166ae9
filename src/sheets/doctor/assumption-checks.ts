import type { Assumption } from '../../domain/doctor-finding.ts';
import { type HeldOutcome, heldLine, lineMoved, linePutIn, rowsSorted } from './anchor-checks.ts';
import { bodyOf, DOCTOR_KEY, failureOf, SCRATCH_SIZE, type Scratch } from './scratch.ts';

/** Whether an assumption holds, and what was seen. */
interface Seen {
  readonly holds: boolean;
  readonly seen: string;
}

type Check = (scratch: Scratch) => Promise<Seen>;

function equal(found: unknown, expected: unknown): Seen {
  const seen = JSON.stringify(found) ?? 'nothing';
  return { holds: seen === JSON.stringify(expected), seen };
}

function text(value: string): object {
  return { userEnteredValue: { stringValue: value } };
}

function write({ sheetId }: Scratch, row: number, ...rows: readonly (readonly object[])[]): object {
  const start = { sheetId, rowIndex: row, columnIndex: 0 };
  return {
    updateCells: {
      start,
      rows: rows.map((values) => ({ values })),
      fields: 'userEnteredValue,userEnteredFormat',
    },
  };
}

function clear({ sheetId }: Scratch): object {
  return { updateCells: { range: { sheetId }, fields: 'userEnteredValue,userEnteredFormat' } };
}

function note(metadataId: number, metadataValue: string): object {
  const location = { spreadsheet: true };
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId,
        metadataKey: DOCTOR_KEY,
        metadataValue,
        location,
        visibility: 'DOCUMENT',
      },
    },
  };
}

async function guardRefuses(scratch: Scratch): Promise<Seen> {
  bodyOf(
    await scratch.batch(clear(scratch), note(scratch.noteId, 'first'), write(scratch, 0, [text('first')])),
  );
  const second = await scratch.batch(note(scratch.noteId, 'second'), write(scratch, 0, [text('second')]));
  const refused = failureOf(second)?.kind ?? 'applied';
  return equal(
    [refused === 'applied' ? refused : 'refused', await scratch.read('UNFORMATTED_VALUE')],
    ['refused', [['first']]],
  );
}

async function guardRefusesAtOnce(scratch: Scratch): Promise<Seen> {
  const id = scratch.noteId + 1;
  const names = Array.from({ length: 10 }, (_, i) => `run ${i}`);
  const results = await Promise.all(
    names.map((name) => scratch.batch(note(id, name), write(scratch, 0, [text(name)]))),
  );
  const winners = names.filter((_, i) => results[i]?.ok === true);
  return equal([winners.length, await scratch.read('UNFORMATTED_VALUE')], [1, [[winners[0]]]]);
}

async function guardReadBack(scratch: Scratch): Promise<Seen> {
  const id = scratch.noteId + 2;
  bodyOf(await scratch.batch(note(id, 'mine')));
  const found = bodyOf(await scratch.readNote(id)) as { readonly metadataValue?: string };
  return equal(found.metadataValue, 'mine');
}

async function absentGuard(scratch: Scratch): Promise<Seen> {
  const failure = failureOf(await scratch.readNote(scratch.noteId + 3));
  return equal(failure?.kind ?? 'found', 'not-found');
}

async function absentMetadata(scratch: Scratch): Promise<Seen> {
  const dataFilter = { developerMetadataLookup: { metadataId: scratch.noteId + 3, metadataKey: DOCTOR_KEY } };
  const failure = failureOf(await scratch.batch({ deleteDeveloperMetadata: { dataFilter } }));
  return equal(failure?.kind ?? 'accepted', 'accepted');
}

async function textStaysText(scratch: Scratch): Promise<Seen> {
  const texts = ['=1+1', '+84', '-x', '@a'];
  bodyOf(await scratch.batch(clear(scratch), write(scratch, 0, texts.map(text))));
  return equal([await scratch.read('FORMULA'), await scratch.read('UNFORMATTED_VALUE')], [[texts], [texts]]);
}

async function sheetIdKept({ ask, path, sheetId }: Scratch): Promise<Seen> {
  const body = bodyOf(await ask('GET', `${path}?fields=sheets.properties.sheetId`)) as {
    readonly sheets: readonly { readonly properties: { readonly sheetId?: number } }[];
  };
  const ids = body.sheets.map(({ properties }) => properties.sheetId ?? 0);
  return { holds: ids.includes(sheetId), seen: ids.join(', ') };
}

async function appendGrows(scratch: Scratch): Promise<Seen> {
  const rows = Array.from({ length: SCRATCH_SIZE.rowCount + 2 }, (_, i) => [text(`row ${i}`)]);
  const appended = rows.map((values) => ({ values }));
  const appendCells = { sheetId: scratch.sheetId, rows: appended, fields: 'userEnteredValue' };
  bodyOf(await scratch.batch(clear(scratch), { appendCells }));
  const found = (await scratch.read('UNFORMATTED_VALUE')) as readonly unknown[] | undefined;
  return equal(found?.length, rows.length);
}

async function gridEdgeRefuses(scratch: Scratch): Promise<Seen> {
  bodyOf(await scratch.batch(clear(scratch)));
  const failure = failureOf(
    await scratch.batch(write(scratch, 0, [text('half')]), write(scratch, 500, [text('x')])),
  );
  return equal(
    [failure?.kind ?? 'applied', await scratch.read('UNFORMATTED_VALUE')],
    ['conflict', undefined],
  );
}

async function copyKeepsText(scratch: Scratch): Promise<Seen> {
  const { sheetId } = scratch;
  const rows = [
    [text('=1+1'), {}],
    [text('old'), text('old')],
  ];
  const box = (top: number) => ({
    sheetId,
    startRowIndex: top,
    endRowIndex: top + 1,
    startColumnIndex: 0,
    endColumnIndex: 2,
  });
  const copyPaste = { source: box(0), destination: box(1), pasteType: 'PASTE_NORMAL' };
  bodyOf(await scratch.batch(clear(scratch), write(scratch, 0, ...rows), { copyPaste }));
  return equal(await scratch.read('FORMULA'), [['=1+1'], ['=1+1']]);
}

async function numberLook(scratch: Scratch): Promise<Seen> {
  const numberFormat = { type: 'NUMBER', pattern: '0.00' };
  const cell = { userEnteredValue: { numberValue: 47.45 }, userEnteredFormat: { numberFormat } };
  bodyOf(await scratch.batch(clear(scratch), write(scratch, 0, [cell])));
  const shown = JSON.stringify(await scratch.read('FORMATTED_VALUE'));
  const { properties } = bodyOf(await scratch.ask('GET', `${scratch.path}?fields=properties.locale`)) as {
    readonly properties: { readonly locale: string };
  };
  const expected = properties.locale.startsWith('vi') ? '[["47,45"]]' : '[["47.45"]]';
  return { holds: shown === expected, seen: `${shown} (${properties.locale})` };
}

function heldAs(attempt: (scratch: Scratch) => Promise<HeldOutcome>, expected: HeldOutcome): Check {
  return async (scratch) => equal(await attempt(scratch), expected);
}

/** Every assumption with the check that a scratch tab can decide. */
export const ASSUMPTION_CHECKS: Readonly<Record<Assumption, Check>> = {
  'text-stays-text': textStaysText,
  'sheet-id-kept': sheetIdKept,
  'guard-refuses': guardRefuses,
  'guard-refuses-at-once': guardRefusesAtOnce,
  'guard-read-back': guardReadBack,
  'absent-guard': absentGuard,
  'absent-metadata': absentMetadata,
  'append-grows': appendGrows,
  'grid-edge-refuses': gridEdgeRefuses,
  'copy-keeps-text': copyKeepsText,
  'number-look': numberLook,
  'held-line': heldAs(heldLine, ['applied', [['c', 'ours'], ['b'], ['a']]]),
  'line-put-in': heldAs(linePutIn, ['refused', [[], ['c'], ['b'], ['a']]]),
  'line-moved': heldAs(lineMoved, ['refused', [['c'], ['a'], ['b']]]),
  'rows-sorted': heldAs(rowsSorted, ['refused', [['c'], ['a'], ['b']]]),
};
