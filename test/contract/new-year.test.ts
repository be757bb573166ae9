import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDemoSet } from '../../sheets-templates/criteria-sets/demo-set.ts';
import { workbookTemplate } from '../../sheets-templates/workbook/template.ts';
import { CalendarDateSchema } from '../../src/domain/calendar-date.ts';
import { provision } from '../../src/jobs/provision.ts';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { setUpYear } from '../../src/jobs/set-up-year.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { defaultSettings } from '../../src/workbook/setting-definitions.ts';
import { aGroup, aPeriod, aUnit } from '../engine/builders.ts';
import { makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { makeStandInHarness, type StandInHarness } from './stand-in-harness.ts';

/** Communes of a large province, in one group. */
const UNITS = 120;
const DUE = CalendarDateSchema.parse('2026-01-31');
const MOST_BYTES = 2_000_000;

let harness: StandInHarness;
beforeEach(async () => {
  harness = await makeStandInHarness([{ sheetId: 0, title: 'Trang tính1' }]);
});
afterEach(() => harness.close());

test('a year of 120 units is set up in one request that Google takes, and read back as it was meant', async () => {
  const { set } = readDemoSet('xa', { id: 'xa', due: DUE });
  const group = aGroup('xa', set.id);
  const units = Array.from({ length: UNITS }, (_, place) => aUnit(`X${place + 1}`, { groupId: group.id }));
  const input = aPeriod({ settings: defaultSettings('vi'), groups: [group], units, sets: [set] });
  const before = makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'Trang tính1' }] });
  await provision(before.open(), input, 'vi', () => 'before');

  const into = harness.open();
  const outcome = await setUpYear(
    { last: before.open(), into, criteria: [], template: workbookTemplate(), newRunId: () => 'set-up' },
    { language: 'vi', period: '2027', office: ['so-noi-vu@tinh.gov.vn'] },
  );
  expect(outcome.kind).toBe('set-up');
  expect(into.cost()).toMatchObject({ writes: 1, retries: 0 });
  expect(into.cost().bytesSent).toBeLessThan(MOST_BYTES);
  const { inputs, issues } = await readWorkbook(harness.open());
  const back = parseControlWorkbook(inputs);
  expect([issues, back.issues]).toEqual([[], []]);
  expect(back.ok && [back.value.units, back.value.sets]).toEqual([units, [set]]);
});
