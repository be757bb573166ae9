import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Leak } from '../../../src/domain/leak.ts';
import { publish } from '../../../src/jobs/publication/publish.ts';
import type { PublishReport } from '../../../src/jobs/publication/publish-outcome.ts';
import { idOfTab, PLANTED, RANKING, type Tampered } from './planted-leaks.ts';
import {
  makePublicationWorld,
  OUTSIDER,
  PUBLISHER,
  type PublicationWorld,
  REQUEST,
} from './publication-world.ts';

let world: PublicationWorld;
beforeAll(async () => {
  world = await makePublicationWorld();
});
afterAll(() => world.close());

function tampered(of: PublicationWorld, resultsId: string): Tampered {
  return { world: of, resultsId, tabId: (title) => idOfTab({ world: of, resultsId }, title) };
}

function leaksOf({ outcome }: PublishReport): readonly Leak[] {
  return outcome.kind === 'refused' && outcome.refusal.kind === 'leaks-found' ? outcome.refusal.leaks : [];
}

const isOpen = async (of: PublicationWorld, resultsId: string) =>
  (await of.call(OUTSIDER, 'GET', `/v4/spreadsheets/${resultsId}?fields=spreadsheetId`)).status === 200;

/** Carries calls, and does something just after the release was written into its file. */
function afterFilling(resultsId: string, act: () => Promise<void>): typeof fetch {
  let done = false;
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!done && String(input instanceof Request ? input.url : input).includes(`${resultsId}:batchUpdate`)) {
      done = true;
      await act();
    }
    return response;
  };
}

test.each(PLANTED)(
  '$what that gets into the file between filling and opening is caught: nobody is let in',
  async ({ plant, expected }) => {
    // A control workbook of its own each time: a file with a leak is not used again.
    const own = await makePublicationWorld();
    try {
      const resultsId = await own.newFile();
      const { outcome } = await own.publish({ ...REQUEST, resultsId });
      if (outcome.kind !== 'draft') throw new Error(outcome.kind);
      const carry = afterFilling(resultsId, () => plant(tampered(own, resultsId)));
      const request = { ...REQUEST, resultsId, confirm: outcome.draft };
      const report = await publish(own.dependencies({ fetch: carry }), request, PUBLISHER.email);
      expect(leaksOf(report)).toContainEqual(expect.objectContaining(expected));
      expect(await isOpen(own, resultsId)).toBe(false);
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

test('one changed digit in the file between filling and opening is caught', async () => {
  const own = await makePublicationWorld();
  try {
    const resultsId = await own.newFile();
    const { outcome } = await own.publish({ ...REQUEST, resultsId });
    if (outcome.kind !== 'draft') throw new Error(outcome.kind);
    const carry = afterFilling(resultsId, async () => {
      const range = encodeURIComponent(`'${RANKING}'!F6`);
      const path = `/v4/spreadsheets/${resultsId}/values/${range}?valueInputOption=RAW`;
      await own.call(PUBLISHER, 'PUT', path, { values: [[96.98]] });
    });
    const request = { ...REQUEST, resultsId, confirm: outcome.draft };
    const report = await publish(own.dependencies({ fetch: carry }), request, PUBLISHER.email);
    expect(leaksOf(report)).toEqual([{ kind: 'foreign-cell', tab: RANKING, cell: 'F6' }]);
    expect(await isOpen(own, resultsId)).toBe(false);
  } finally {
    await own.close();
  }
});

test.each(PLANTED)(
  '$what in a file that is published stops the next draft, and says where',
  async ({ plant, expected }) => {
    const own = await makePublicationWorld();
    try {
      const resultsId = await own.newFile();
      await own.publishAll({ ...REQUEST, resultsId });
      await plant(tampered(own, resultsId));
      expect(leaksOf(await own.publish(REQUEST))).toContainEqual(expect.objectContaining(expected));
    } finally {
      await own.close();
    }
  },
);
