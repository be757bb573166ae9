import { basename } from 'node:path';
import type { PeriodInput } from '../../../../domain/period-input.ts';
import { allSamples } from '../../../all-samples.ts';
import { readSample, type Sample } from '../../../sample-workbook.ts';
import type { Account } from '../../../stand-in/identity/accounts.ts';
import { Refused } from '../exchange.ts';
import type { GoogleAs } from '../google-as.ts';
import type { PageWorkspace } from '../page-context.ts';
import { freeTitle } from './free-title.ts';

/** Something that a new workbook can be made from, by the name of its folder. */
export interface Pattern {
  readonly name: string;
  readonly province: string;
  readonly period: string;
}

/** The same criteria, groups and units for another year: nothing that was entered about them. */
function withoutMarks(input: PeriodInput): PeriodInput {
  const { adjustments: _points, overrides: _decisions, ...frame } = input;
  return { ...frame, assessments: [], exemptions: [] };
}

/** What a person asks for: a sample as it is, or its frame alone, under a title of their own. */
export interface Wanted {
  readonly pattern: string;
  readonly isEmpty: boolean;
  readonly title: string;
}

export interface NewWorkbooks {
  readonly patterns: () => Promise<readonly Pattern[]>;
  readonly make: (wanted: Wanted, person: Account, google: GoogleAs) => Promise<string>;
}

/** Makes workbooks from what comes with the product. The folders are read once. */
export function newWorkbooks({ makeWorkbook }: PageWorkspace): NewWorkbooks {
  let read: Promise<ReadonlyMap<string, Sample>> | undefined;
  const samples = (): Promise<ReadonlyMap<string, Sample>> => {
    read ??= Promise.all(
      allSamples().map(async (folder) => [basename(folder), await readSample(folder)] as const),
    ).then((pairs) => new Map(pairs));
    return read;
  };
  return {
    patterns: async () =>
      [...(await samples())].map(([name, { input }]) => ({
        name,
        province: input.settings.province,
        period: input.settings.period,
      })),
    make: async ({ pattern, isEmpty, title }, person, google) => {
      const sample = (await samples()).get(pattern);
      if (sample === undefined) throw new Refused(400, 'no such pattern');
      const wanted = isEmpty ? { input: withoutMarks(sample.input), beside: {} } : sample;
      const free = await freeTitle(title === '' ? sample.title : title, google);
      return makeWorkbook({ title: free, input: wanted.input, beside: wanted.beside }, person);
    },
  };
}
