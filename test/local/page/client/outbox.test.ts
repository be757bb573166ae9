import { expect, test } from 'vitest';
import { Outbox } from '../../../../src/local/page/client/sync/outbox.ts';
import type { Entered } from '../../../../src/local/page/model/cell-edit.ts';
import type { Look } from '../../../../src/local/page/model/look.ts';

const on = (seen: string | number | null, look?: Look) => ({
  seenAt: () => seen,
  tab: undefined,
  lookAt: () => look,
  typing: { locale: 'vi_VN', year: 2026 },
});
const add = (outbox: Outbox, id: string, entry: Entered, standing: ReturnType<typeof on>) =>
  outbox.add(id, entry, outbox.seenBy(entry, standing));
const entered = (value: string | number, column = 0) => ({ tab: 1, row: 0, column, values: [[value]] });

test('an edit is seen on what the server has, one on top of it on what that will leave', () => {
  const outbox = new Outbox();
  add(outbox, 'a', entered('0,5'), on(2));
  add(outbox, 'b', entered('0,75'), on(2));
  expect(outbox.edits.map(({ id, seen }) => [id, seen])).toEqual([
    ['a', [[2]]],
    ['b', [[0.5]]],
  ]);
  expect(outbox.givenIn({ tab: 1, row: 0, column: 0 })).toBe('0,75');
});

test('what came on top of a refused edit stands on what that one stood on, and only the next one', () => {
  const outbox = new Outbox();
  add(outbox, 'a', entered('9'), on(2));
  add(outbox, 'b', entered('1'), on(2));
  add(outbox, 'c', entered('1,5'), on(2));
  outbox.refused('a');
  expect(outbox.edits.map(({ id, seen }) => [id, seen])).toEqual([
    ['b', [[2]]],
    ['c', [[1]]],
  ]);
});

test('an answered edit leaves, others stay in their order', () => {
  const outbox = new Outbox();
  for (const [at, id] of ['a', 'b', 'c'].entries()) add(outbox, id, entered('1', at), on(null));
  outbox.applied('b');
  expect(outbox.edits.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(outbox.givenIn({ tab: 1, row: 0, column: 1 })).toBeUndefined();
});

test('what waits comes back from where it was kept; a text of somebody else’s holds nothing', () => {
  const outbox = new Outbox();
  add(outbox, 'a', entered('0,5'), on(null));
  const again = new Outbox();
  again.fill(outbox.toText());
  expect(again.edits).toEqual(outbox.edits);
  again.fill('{"edits":1}');
  expect(again.edits).toEqual([]);
  again.fill(null);
  expect(again.edits).toEqual([]);
});

test('what waits in a cell of plain text leaves the text there, not the day that it looks like', () => {
  const outbox = new Outbox();
  const text = on(null, { pattern: '@', numberType: 'TEXT' });
  add(outbox, 'a', entered('6/11'), text);
  add(outbox, 'b', entered('7/11'), text);
  expect(outbox.edits.at(-1)?.seen).toEqual([['6/11']]);
});
