import type { DemoLevel } from '../../criteria-sets/demo-set.ts';

/** What was published of one group for the year: the only figures of the sample that are real. */
export interface PublishedFacts {
  /** The group's average, in hundredths of a percent. */
  readonly mean: number;
  /** Units by code in the published order, from first place on. */
  readonly order: readonly string[];
  /** Indexes of the first places, in hundredths of a percent, as far as they were published. */
  readonly indexes: readonly number[];
}

/** The district to which all of the ten best communes belong. */
export const LEADING_DISTRICT = '718';
export const LEADING_COMMUNES = 10;

/** The province's announcement of 18 May 2023; the averages of districts and communes follow from those of 2023. */
export const PUBLISHED: Readonly<Record<DemoLevel, PublishedFacts>> = {
  so: { mean: 8431, order: ['SVHTTDL', 'SXD', 'SNNPTNT', 'STP', 'SYT'], indexes: [9257] },
  huyen: {
    mean: 8789,
    order: ['718', '723', '721', '726', '720', '719', '724', '722', '725'],
    indexes: [9689, 9160],
  },
  xa: {
    mean: 8964,
    // Hòa Phú, Phú Mỹ, Phú Lợi, Phú Tân, Phú Thọ, Phú Cường, Hiệp An, Phú Hòa.
    order: ['25760', '25762', '25744', '25763', '25753', '25747', '25768', '25750'],
    indexes: [9767],
  },
};
