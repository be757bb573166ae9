import { expect, test } from 'vitest';
import { leaksOf, tampered } from './leaking.ts';
import { PLANTED } from './planted-leaks.ts';
import { makePublicationWorld, REQUEST } from './publication-world.ts';

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
