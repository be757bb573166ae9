import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish } from '../../../src/jobs/publication/publish.ts';
import type { PublishRequest } from '../../../src/jobs/publication/publish-outcome.ts';
import { inOrder } from '../../../src/sheets/in-order.ts';
import { leaksOf, tampered } from './leaking.ts';
import { meddling } from './meddling.ts';
import { ALL_RESULTS, DETAIL_TABS, plantedIn } from './planted-in-tab.ts';
import { PLANTED } from './planted-leaks.ts';
import {
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
} from './publication-world.ts';
import { RANKING } from './tampering.ts';

let world: PublicationWorld;
beforeAll(async () => {
  world = await makePublicationWorld();
});
afterAll(() => world.close());

const isOpen = async (of: PublicationWorld, resultsId: string) =>
  (await of.call(OUTSIDER, 'GET', `/v4/spreadsheets/${resultsId}?fields=spreadsheetId`)).status === 200;

async function draftIn(
  of: PublicationWorld,
  wanted: PublishRequest = REQUEST,
): Promise<PublishRequest & { readonly resultsId: string }> {
  const resultsId = await of.newFile();
  const { outcome } = await of.publish({ ...wanted, resultsId });
  if (outcome.kind !== 'draft') throw new Error(outcome.kind);
  return { ...wanted, resultsId, confirm: outcome.draft };
}

test.each(PLANTED)(
  '$what that gets into the file between filling and opening is caught: nobody is let in',
  async ({ plant, expected }) => {
    // A control workbook of its own each time: a file with a leak is not used again.
    const own = await makePublicationWorld();
    try {
      const request = await draftIn(own);
      const { resultsId } = request;
      const run = meddling('after filling', resultsId, () => plant(tampered(own, resultsId)));
      const report = await publish(own.dependencies(run), request, PUBLISHER.email);
      expect(leaksOf(report)).toContainEqual(expect.objectContaining(expected));
      expect([run.letIn(), await isOpen(own, resultsId)]).toEqual([0, false]);
    } finally {
      await own.close();
    }
  },
);

test.each(DETAIL_TABS)(
  'every leak that a tab can have is caught in “$title” too, each with its place, and nobody is let in',
  async (tab) => {
    const own = await makePublicationWorld();
    try {
      const request = await draftIn(own, { ...REQUEST, tabs: ALL_RESULTS });
      const { resultsId } = request;
      const file = tampered(own, resultsId);
      const run = meddling('after filling', resultsId, async () => {
        await inOrder(plantedIn(tab), ({ plant }) => plant(file));
      });
      const report = await publish(own.dependencies(run), request, PUBLISHER.email);
      const leaks = leaksOf(report);
      for (const { expected } of plantedIn(tab))
        expect(leaks).toContainEqual(expect.objectContaining(expected));
      expect(new Set(leaks.map((leak) => ('tab' in leak ? leak.tab : '')))).toEqual(new Set([tab.title]));
      expect([run.letIn(), await isOpen(own, resultsId)]).toEqual([0, false]);
    } finally {
      await own.close();
    }
  },
);

test('an untouched publication has no leak, however often it is looked at', async () => {
  const resultsId = await world.newFile();
  expect((await world.publishAll({ ...REQUEST, resultsId })).outcome.kind).toBe('published');
  expect((await world.publish(REQUEST)).outcome.kind).toBe('draft');
});

test.each([
  ['after filling', 0],
  ['after opening', 1],
] as const)('one changed digit just %s is caught, and the file is closed', async (step, letIn) => {
  const own = await makePublicationWorld();
  try {
    const request = await draftIn(own);
    const { resultsId } = request;
    const run = meddling(step, resultsId, async () => {
      const range = encodeURIComponent(`'${RANKING}'!F6`);
      const path = `/v4/spreadsheets/${resultsId}/values/${range}?valueInputOption=RAW`;
      await own.call(PUBLISHER, 'PUT', path, { values: [[96.98]] });
    });
    const report = await publish(own.dependencies(run), request, PUBLISHER.email);
    expect(leaksOf(report)).toEqual([{ kind: 'foreign-cell', tab: RANKING, cell: 'F6' }]);
    expect([run.letIn(), await isOpen(own, resultsId)]).toEqual([letIn, false]);
  } finally {
    await own.close();
  }
});
