import { expect, test } from 'vitest';
import { makeSlots } from '../../src/sheets/slots.ts';

test('calls beyond the number of slots wait, and go on in the order in which they came', async () => {
  const slots = makeSlots(2);
  const order: string[] = [];
  const work = async (name: string): Promise<() => void> => {
    const giveBack = await slots.take();
    order.push(name);
    return giveBack;
  };
  const [first, second] = await Promise.all([work('first'), work('second')]);
  const [third, fourth] = [work('third'), work('fourth')];
  await Promise.resolve();
  expect(order).toEqual(['first', 'second']);
  second();
  await third;
  first();
  await fourth;
  expect(order).toEqual(['first', 'second', 'third', 'fourth']);
});

test('a caller who gives up stops waiting and takes no slot away', async () => {
  const slots = makeSlots(1);
  const stop = new AbortController();
  const giveBack = await slots.take();
  const waiting = slots.take(stop.signal);
  stop.abort();
  (await waiting)();
  giveBack();
  const again = await slots.take();
  const next = slots.take();
  again();
  (await next)();
  expect(await slots.take(AbortSignal.abort())).toBeTypeOf('function');
});
