import { expect, test } from 'vitest';
import { keepText } from '../../../../src/local/page/client/sync/kept-text.ts';

/** A store of a browser that holds so many letters. */
function storeOf(letters: number) {
  const held = new Map<string, string>();
  return {
    held,
    setItem: (key: string, text: string) => {
      if (text.length > letters) throw new Error('QuotaExceededError');
      held.set(key, text);
    },
    removeItem: (key: string) => void held.delete(key),
  };
}

test('what waits is kept, the newest in the place of the one before', () => {
  const store = storeOf(10);
  keepText(store, 'waiting', '[1]');
  keepText(store, 'waiting', '[1,2]');
  expect([...store.held]).toEqual([['waiting', '[1,2]']]);
});

test('what is too long to be kept stops nothing, and leaves nothing that waits no longer', () => {
  const store = storeOf(10);
  keepText(store, 'waiting', '[1]');
  expect(() => keepText(store, 'waiting', '[1,2,3,4,5,6]')).not.toThrow();
  expect([...store.held]).toEqual([]);
});
