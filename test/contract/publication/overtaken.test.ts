import { afterEach, beforeEach, expect, test } from 'vitest';
import { publish } from '../../../src/jobs/publication/publish.ts';
import type { SpreadsheetPort } from '../../../src/sheets/spreadsheet-port.ts';
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

test('a file with a leak is closed also when nothing more can be read of it', async () => {
  await world.publishAll({ ...REQUEST, resultsId });
  const request = await drafted('Đính chính');
  const base = world.dependencies();
  const openResults = (id: string) => {
    const { spreadsheet, file } = base.openResults(id);
    let isCut = false;
    const cut: SpreadsheetPort = {
      readStructure: () => (isCut ? Promise.reject(new Error('cut')) : spreadsheet.readStructure()),
      readGrids: (sheets) => spreadsheet.readGrids(sheets),
      anchor: (anchors) => spreadsheet.anchor(anchors),
      commit: async (commit) => {
        const outcome = await spreadsheet.commit(commit);
        const comment = { content: 'điểm này còn tranh cãi' };
        await world.call(PUBLISHER, 'POST', `/drive/v3/files/${id}/comments?fields=id`, comment);
        isCut = true;
        return outcome;
      },
      cost: () => spreadsheet.cost(),
    };
    return { spreadsheet: cut, file };
  };
  await expect(publish({ ...base, openResults }, request, PUBLISHER.email)).rejects.toThrow('cut');
  expect(await banner()).toBeUndefined();
});
