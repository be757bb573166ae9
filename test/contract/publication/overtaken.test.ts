import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from '../../../src/jobs/publication/publish.ts';
import { meddling } from './meddling.ts';
import { valuesSeenBy } from './publication-views.ts';
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

const banner = async () => (await valuesSeenBy(OUTSIDER, world, resultsId, 'Tổng hợp'))[2]?.[0];

async function drafted(why: string) {
  const request = { ...REQUEST, resultsId, why };
  const { outcome } = await world.publish(request);
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  return { ...request, confirm: outcome.draft };
}

test('a publisher who is overtaken after filling the file leaves the newer release open, and is told so', async () => {
  const request = await drafted('Lý do một');
  const run = meddling('after filling', resultsId, () =>
    world.publishAll({ ...REQUEST, why: 'Lý do hai', resultsId }, COLLEAGUE),
  );
  const { outcome } = await publish(world.dependencies(run), request, PUBLISHER.email);
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'superseded' } });
  expect(run.letIn()).toBe(0);
  expect(await banner()).toMatch(/^CÔNG BỐ LẦN 2/);
  expect((await world.verify(resultsId)).outcome).toMatchObject({ kind: 'verified', differences: [] });
});

test('a publication that is withdrawn before it was noted is not opened, not even for a moment', async () => {
  await world.publishAll({ ...REQUEST, resultsId });
  const request = await drafted('Đính chính');
  const run = meddling('before noting', resultsId, () => world.withdraw());
  const { outcome } = await publish(world.dependencies(run), request, PUBLISHER.email);
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'withdrawn-meanwhile' } });
  expect([run.letIn(), await banner()]).toEqual([0, undefined]);
});
