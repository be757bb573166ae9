import * as fc from 'fast-check';
import { STAGES } from '../../src/domain/assessment.ts';
import { CriteriaSetIdSchema } from '../../src/domain/criteria-set.ts';
import { GroupIdSchema } from '../../src/domain/unit.ts';
import { GROUP_KINDS, type TabKey } from '../../src/workbook/tab-key.ts';

/** Half of a character, such as a cut may leave behind: Google's JSON never carries one. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const FIRST_WORDS = [
  'Sở Nội vụ',
  'Xã Bình Mỹ',
  'Phường Hòa Phú',
  '=1+1',
  '+84',
  '-3',
  '@ai',
  "'0",
  '1.10',
  'Đ',
];

/** Text as staff type it: Vietnamese, formula look-alikes, emoji; canonical as the domain holds it. */
export const texts: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...FIRST_WORDS),
    fc
      .tuple(fc.constantFrom(...FIRST_WORDS), fc.string({ unit: 'grapheme', maxLength: 12 }))
      .map((p) => p.join(' ')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((text) => text.normalize('NFC').trim())
  .filter((text) => text.length > 0);

/** Codes as regulations print them, look-alikes included: 1 and 1.1 and 1.10 are three codes. */
export const codes: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      '1',
      '1.1',
      '1.10',
      '1.01',
      '10',
      '718',
      'I.2',
      'Đ1',
      '=1',
      '+2',
      '-3',
      '@4',
      '1/2',
      'true',
    ),
    fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
    texts,
  )
  .map((text) => text.slice(0, 30).normalize('NFC').trim())
  .filter((text) => text.length > 0 && !LONE_SURROGATE.test(text));

const setIds = codes.map((code) => CriteriaSetIdSchema.parse(code));

export const tabKeys: fc.Arbitrary<TabKey> = fc.oneof(
  fc.constantFrom<TabKey>(
    { kind: 'settings' },
    { kind: 'groups' },
    { kind: 'units' },
    { kind: 'not-applicable' },
    { kind: 'adjustments' },
    { kind: 'overrides' },
    { kind: 'past-results' },
    { kind: 'predecessors' },
    { kind: 'summary' },
    { kind: 'announcement' },
    { kind: 'issues' },
    { kind: 'run-log' },
  ),
  setIds.map((setId) => ({ kind: 'criteria' as const, setId })),
  setIds.map((setId) => ({ kind: 'cases' as const, setId })),
  fc.record({ kind: fc.constant('marks' as const), stage: fc.constantFrom(...STAGES), setId: setIds }),
  fc.record({
    kind: fc.constantFrom(...GROUP_KINDS),
    groupId: codes.map((code) => GroupIdSchema.parse(code)),
  }),
);
