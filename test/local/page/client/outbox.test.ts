import { expect, test } from 'vitest';
import { Outbox } from '../../../../src/local/page/client/sync/outbox.ts';

const typing = { locale: 'vi_VN', year: 2026 };
const entered = (value: string | number, column = 0) => ({ tab: 1, row: 0, column, values: [[value]] });

test('an edit is seen on what the server has, one on top of it on what that will leave', () => {
  const outbox = new Outbox();
  outbox.add('a', entered('0,5'), () => 2, typing);
  outbox.add('b', entered('0,75'), () => 2, typing);
  expect(outbox.edits.map(({ id, seen }) => [id, seen])).toEqual([
    ['a', [[2]]],
    ['b', [[0.5]]],
  ]);
  expect(outbox.givenIn({ tab: 1, row: 0, column: 0 })).toBe('0,75');
});

test('what came on top of a refused edit stands on what that one stood on, and only the next one', () => {
  const outbox = new Outbox();
  outbox.add('a', entered('9'), () => 2, typing);
  outbox.add('b', entered('1'), () => 2, typing);
  outbox.add('c', entered('1,5'), () => 2, typing);
  outbox.refused('a');
  expect(outbox.edits.map(({ id, seen }) => [id, seen])).toEqual([
    ['b', [[2]]],
    ['c', [[1]]],
  ]);
});

test('an answered edit leaves, others stay in their order', () => {
  const outbox = new Outbox();
  for (const [at, id] of ['a', 'b', 'c'].entries()) outbox.add(id, entered('1', at), () => null, typing);
  outbox.applied('b');
  expect(outbox.edits.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(outbox.givenIn({ tab: 1, row: 0, column: 1 })).toBeUndefined();
});

test('what waits comes back from where it was kept; a text of somebody else’s holds nothing', () => {
  const outbox = new Outbox();
  outbox.add('a', entered('0,5'), () => null, typing);
  const again = new Outbox();
  again.fill(outbox.toText());
  expect(again.edits).toEqual(outbox.edits);
  again.fill('{"edits":1}');
  expect(again.edits).toEqual([]);
  again.fill(null);
  expect(again.edits).toEqual([]);
});
