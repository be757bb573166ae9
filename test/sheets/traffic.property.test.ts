import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTraffic } from '../../src/sheets/traffic.ts';

test('no sixty seconds ever hold more calls than the limit, and no call waits longer than it must', () => {
  const gaps = fc.array(fc.oneof(fc.nat(500), fc.nat(90_000)), { minLength: 1, maxLength: 80 });
  void fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), gaps, (limit, steps) => {
      const traffic = makeTraffic({ read: limit, write: 1 });
      let now = 0;
      const moments = steps.map((step) => {
        now += step;
        return now + (traffic.book('read', now) ?? Number.NaN);
      });
      for (const [i, moment] of moments.entries()) {
        const first = moments[i - limit];
        if (first !== undefined) expect(moment - first).toBeGreaterThanOrEqual(60_000);
      }
    }),
  );
});
