import { expect, test } from 'vitest';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import { type UnitId, UnitIdSchema } from '../../../src/domain/unit.ts';
import { sampleInput } from '../../jobs/sample.ts';
import { valuesSeenBy } from './publication-views.ts';
import { makePublicationWorld, OUTSIDER, REQUEST } from './publication-world.ts';

const RANKING = 'Xếp hạng – Huyện, thị xã, thành phố';
const COPIES = 250;

/** The same units many times over, under codes of their own. */
function manyTimes(input: PeriodInput): PeriodInput {
  const copies = Array.from({ length: COPIES }, (_, copy) => copy);
  const idIn = (id: UnitId, copy: number) => (copy === 0 ? id : UnitIdSchema.parse(`${id}-${copy}`));
  return {
    ...input,
    units: copies.flatMap((copy) => input.units.map((unit) => ({ ...unit, id: idIn(unit.id, copy) }))),
    assessments: copies.flatMap((copy) =>
      input.assessments.map((each) => ({ ...each, unitId: idIn(each.unitId, copy) })),
    ),
  };
}

test('a group of 2,250 units is published, corrected under the same link, and verified', async () => {
  const input = manyTimes(await sampleInput('binh-duong-2017'));
  const world = await makePublicationWorld(input);
  const resultsId = await world.newFile();
  const first = await world.publishAll({ ...REQUEST, resultsId });
  expect(first.outcome).toMatchObject({ kind: 'published', corrections: 0 });
  const rows = await valuesSeenBy(OUTSIDER, world, resultsId, RANKING);
  expect(rows.filter(([rank]) => typeof rank === 'number')).toHaveLength(input.units.length);

  await world.type(world.mark, 1.5);
  await world.recompute();
  const second = await world.publishAll({ ...REQUEST, resultsId, why: 'Sửa điểm của một đơn vị' });
  // One falls to the end, and the others above whom it stood move up by a place.
  expect(second.outcome).toMatchObject({ kind: 'published', corrections: input.units.length - COPIES + 1 });
  const { outcome } = await world.verify(resultsId);
  expect(outcome).toMatchObject({ kind: 'verified', differences: [] });
  await world.close();
}, 300_000);
