import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from '../../../src/jobs/publication/publish.ts';
import type { PublishRequest } from '../../../src/jobs/publication/publish-outcome.ts';
import { withdraw } from '../../../src/jobs/publication/withdraw.ts';
import type { Account } from '../../../src/local/stand-in/identity/accounts.ts';
import {
  COLLEAGUE,
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
} from './publication-world.ts';

let world: PublicationWorld;
let resultsId: string;
beforeEach(async () => {
  world = await makePublicationWorld();
  resultsId = await world.newFile();
});
afterEach(() => world.close());

/** A process that is killed once so many of its changes have arrived: nothing after that is sent or heard. */
function killedAfter(changes: number) {
  const life = new AbortController();
  let left = changes;
  let isDead = changes === 0;
  const carry: typeof fetch = async (input, init) => {
    const isChange = init?.method !== undefined && init.method !== 'GET';
    if (isDead && isChange) {
      life.abort();
      throw new Error('killed');
    }
    const response = await fetch(input, init);
    if (isChange) left -= 1;
    isDead ||= left === 0;
    return response;
  };
  return { fetch: carry, signal: life.signal };
}

/** Every cell of every tab, as somebody sees it; undefined for whoever may not open the file. */
async function seenBy(who: Account): Promise<string | undefined> {
  const fields = 'sheets(properties(title),data(rowData(values(formattedValue))))';
  const { status, body } = await world.call(
    who,
    'GET',
    `/v4/spreadsheets/${resultsId}?fields=${encodeURIComponent(fields)}`,
  );
  return status === 200 ? JSON.stringify(body).replaceAll(/,?\{\}/g, '') : undefined;
}

async function drafted(request: PublishRequest): Promise<PublishRequest> {
  const { outcome } = await world.publish(request);
  if (outcome.kind !== 'draft') throw new Error(JSON.stringify(outcome));
  return { ...request, confirm: outcome.draft };
}

async function logged(): Promise<number> {
  const range = encodeURIComponent("'Nhật ký công bố'");
  const { body } = await world.call(PUBLISHER, 'GET', `/v4/spreadsheets/${world.controlId}/values/${range}`);
  return (body['values'] as unknown[][]).length - 5;
}

async function expectDifferences(differences: readonly object[]) {
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences });
}

const expectIdentical = () => expectDifferences([]);

/** Filling, noting, copying, opening and noting again: killed after none of them up to all. */
test.each([0, 1, 2, 3, 4, 5])(
  'a first publication killed after %i changes has let nobody in, or shows a complete release; repeated, it is finished',
  async (changes) => {
    const request = await drafted({ ...REQUEST, resultsId });
    const killed = publish(world.dependencies(killedAfter(changes)), request, PUBLISHER.email);
    await killed.catch(() => undefined);
    const seen = await seenBy(OUTSIDER);
    // Open, and not noted as open yet: verifying says so, and nothing else.
    const unlogged = { kind: 'unlogged', number: 1 };
    if (seen !== undefined) await expectDifferences(changes === 4 ? [unlogged] : []);
    expect(seen === undefined).toBe(changes < 4);
    const { outcome } = await world.publish(request);
    expect(outcome).toMatchObject({ kind: 'published', resumed: changes > 0 });
    expect(await logged()).toBe(1);
    await expectIdentical();
    if (seen !== undefined) expect(await seenBy(OUTSIDER)).toBe(seen);
  },
);

test.each([0, 1, 2, 3, 4, 5, 6])(
  'a correction for fewer readers, killed after %i changes, shows the old release or the new one, to those meant for it',
  async (changes) => {
    await world.publishAll({ ...REQUEST, resultsId });
    const old = await seenBy(OUTSIDER);
    await world.type(world.mark, 41.75);
    await world.recompute();
    const audience = { kind: 'people' as const, addresses: [COLLEAGUE.email] };
    const request = await drafted({ ...REQUEST, audience, why: 'Đính chính' });
    await publish(world.dependencies(killedAfter(changes)), request, PUBLISHER.email).catch(() => undefined);
    expect([old, undefined]).toContain(await seenBy(OUTSIDER));
    const midway = await seenBy(COLLEAGUE);
    expect((await world.publish(request)).outcome).toMatchObject({ kind: 'published' });
    const complete = await seenBy(COLLEAGUE);
    expect([old, complete, undefined]).toContain(midway);
    expect(await seenBy(OUTSIDER)).toBeUndefined();
    expect(await logged()).toBe(2);
    await expectIdentical();
  },
);

test('a correction under an open link killed at any moment never shows anything but a whole release', async () => {
  await world.publishAll({ ...REQUEST, resultsId });
  const old = await seenBy(OUTSIDER);
  await world.type(world.mark, 41.75);
  await world.recompute();
  const request = await drafted({ ...REQUEST, why: 'Đính chính' });
  const seen: (string | undefined)[] = [];
  for (const changes of [0, 1, 2, 3]) {
    // biome-ignore lint/performance/noAwaitInLoops: each run goes on where the one before was killed
    await publish(world.dependencies(killedAfter(changes)), request, PUBLISHER.email).catch(() => undefined);
    seen.push(await seenBy(OUTSIDER));
  }
  expect((await world.publish(request)).outcome).toMatchObject({ kind: 'published' });
  const complete = await seenBy(OUTSIDER);
  expect(seen).toEqual([old, complete, complete, complete]);
  expect(await logged()).toBe(2);
});

test.each([0, 1, 2, 3, 4])(
  'a withdrawal killed after %i changes leaves the file open as it was, or closed; repeated, it is finished',
  async (changes) => {
    await world.publishAll({ ...REQUEST, resultsId });
    const old = await seenBy(OUTSIDER);
    const words = { who: 'Sở Nội vụ', why: 'Rà soát lại' };
    await withdraw(world.dependencies(killedAfter(changes)), words, PUBLISHER.email).catch(() => undefined);
    expect(await seenBy(OUTSIDER)).toBe(changes < 2 ? old : undefined);
    expect((await world.withdraw(words)).outcome).toMatchObject({ kind: 'withdrawn', number: 1 });
    expect(await seenBy(OUTSIDER)).toBeUndefined();
    expect(await logged()).toBe(2);
    await expectIdentical();
  },
);

test.each([1, 2, 3, 4, 5, 6])(
  'a release of many batches, killed after %i changes, was never readable while it was put together',
  async (changes) => {
    await world.publishAll({ ...REQUEST, resultsId });
    const old = await seenBy(OUTSIDER);
    await world.type(world.mark, 41.75);
    await world.recompute();
    const request = await drafted({ ...REQUEST, why: 'Đính chính' });
    const run = { ...killedAfter(changes), bytesPerBatch: 4000 };
    await publish(world.dependencies(run), request, PUBLISHER.email).catch(() => undefined);
    expect(await seenBy(OUTSIDER)).toBeUndefined();
    const again = publish(world.dependencies({ bytesPerBatch: 4000 }), request, PUBLISHER.email);
    expect((await again).outcome).toMatchObject({ kind: 'published' });
    expect(await seenBy(OUTSIDER)).not.toBe(old);
    await expectIdentical();
  },
);

test('a release whose publisher never came back is taken up by the next one: both stand in the logs', async () => {
  const request = await drafted({ ...REQUEST, resultsId });
  await publish(world.dependencies(killedAfter(1)), request, PUBLISHER.email).catch(() => undefined);
  const other = { ...REQUEST, resultsId, why: 'Công bố lần nữa' };
  expect((await world.publishAll(other)).outcome).toMatchObject({ kind: 'published' });
  expect(await logged()).toBe(2);
  await expectIdentical();
});
