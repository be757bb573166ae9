import { expect, test } from 'vitest';
import { leaksOf, tampered } from './leaking.ts';
import { ALL_RESULTS, DETAIL_TABS, plantedIn } from './planted-in-tab.ts';
import { PLANTED } from './planted-leaks.ts';
import { makePublicationWorld, REQUEST } from './publication-world.ts';

/** A figure that somebody typed over is about to be written anew: it is told by verifying, not by the draft. */
const planted = [
  ...PLANTED.map((leak) => ({ ...leak, where: 'the ranking or the file' })),
  ...DETAIL_TABS.flatMap((tab) => plantedIn(tab).map((leak) => ({ ...leak, where: tab.title }))),
].filter(({ expected }) => expected.kind !== 'foreign-cell');

test.each(planted)(
  '$what in $where that is published stops the next draft, and says where',
  async ({ plant, expected }) => {
    const own = await makePublicationWorld();
    try {
      const resultsId = await own.newFile();
      await own.publishAll({ ...REQUEST, tabs: ALL_RESULTS, resultsId });
      await plant(tampered(own, resultsId));
      expect(leaksOf(await own.publish(REQUEST))).toContainEqual(expect.objectContaining(expected));
    } finally {
      await own.close();
    }
  },
);
