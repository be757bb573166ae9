import { expect, test } from 'vitest';
import type { SyncState } from '../../../../src/local/page/client/sync/sync-to.ts';
import { WhenSent } from '../../../../src/local/page/client/sync/when-sent.ts';

async function toldOf(states: readonly SyncState[], isOver = false): Promise<boolean | 'nothing yet'> {
  const whenSent = new WhenSent();
  const told = whenSent.wait();
  for (const state of states) whenSent.tell(state, isOver);
  return Promise.race([told, Promise.resolve('nothing yet' as const)]);
}

test('whoever waits for what was entered is told when nothing waits any more', async () => {
  expect(await toldOf([{ link: 'up', waiting: 0 }])).toBe(true);
  expect(await toldOf([{ link: 'lost', waiting: 0 }])).toBe(true);
});

test('as long as it is on its way, or the server is only busy, they wait on', async () => {
  const onTheWay: readonly SyncState[] = [
    { link: 'up', waiting: 2 },
    { link: 'busy', waiting: 1 },
  ];
  expect(await toldOf(onTheWay)).toBe('nothing yet');
  expect(await toldOf([...onTheWay, { link: 'up', waiting: 0 }])).toBe(true);
});

test.each(['lost', 'signedOut'] as const)('they are told that it cannot be sent: %s', async (link) => {
  expect(await toldOf([{ link, waiting: 1 }])).toBe(false);
});

test('they are told that it cannot be sent where the workbook is gone', async () => {
  expect(await toldOf([{ link: 'up', waiting: 1 }], true)).toBe(false);
});
