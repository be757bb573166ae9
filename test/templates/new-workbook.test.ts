import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDemoSet } from '../../sheets-templates/criteria-sets/demo-set.ts';
import { workbookTemplate } from '../../sheets-templates/workbook/template.ts';
import { CalendarDateSchema } from '../../src/domain/calendar-date.ts';
import type { Language } from '../../src/domain/language.ts';
import type { PeriodInput } from '../../src/domain/period-input.ts';
import { GroupIdSchema } from '../../src/domain/unit.ts';
import { type Beside, provision } from '../../src/jobs/provision.ts';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { readControlFolder } from '../../src/offline/control-folder.ts';
import { parseFurther } from '../../src/workbook/further-tabs.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { defaultSettings } from '../../src/workbook/setting-definitions.ts';
import { aGroup, aPeriod, aUnit } from '../engine/builders.ts';
import { type MemorySpreadsheet, makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';

const template = workbookTemplate();
const FOLDER = join(import.meta.dirname, '../../sheets-templates/samples');
const SAMPLES = readdirSync(FOLDER);
const LANGUAGES = ['vi', 'en'] as const;

async function readSample(name: string) {
  const read = await readControlFolder(join(FOLDER, name));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return { ...read.value, issues: read.issues };
}

async function made(input: PeriodInput, language: Language, beside: Beside): Promise<MemorySpreadsheet> {
  const spreadsheet = makeMemorySpreadsheet({ tabs: [{ sheetId: 0, title: 'Trang tính1' }] });
  const dress = { template, isToBeFilled: true, office: ['office@par-index.test'] };
  await provision(spreadsheet.open(), input, language, () => 'provision', { ...beside, dress });
  return spreadsheet;
}

async function readBack(spreadsheet: MemorySpreadsheet) {
  const workbook = await readWorkbook(spreadsheet.open());
  const input = parseControlWorkbook(workbook.inputs);
  return {
    issues: [...workbook.issues, ...input.issues].map(({ code }) => code),
    input: input.ok ? input.value : undefined,
    further: input.ok ? parseFurther(workbook.inputs, input.value) : undefined,
    keys: workbook.inputs.map(({ key }) => key),
  };
}

const CASES = SAMPLES.flatMap((sample) => LANGUAGES.map((language) => [sample, language] as const));

describe.each(CASES)('the workbook of %s in %s', (sample, language) => {
  test('is read back as it was made, without an issue that its entries did not have', async () => {
    const { input, beside, issues } = await readSample(sample);
    const back = await readBack(await made(input, language, beside));
    expect(back.issues).toEqual(issues.map(({ code }) => code));
    expect(back.input).toEqual(input);
    expect(back.further).toEqual({
      ok: true,
      value: beside.further ?? { history: { results: [], links: [] }, cases: [] },
      issues: [],
    });
  });

  test('has all its tabs found again once staff renamed them', async () => {
    const { input, beside } = await readSample(sample);
    const spreadsheet = await made(input, language, beside);
    const before = await readBack(spreadsheet);
    for (const [index, { title }] of spreadsheet.structure().sheets.entries())
      spreadsheet.renameTab(title, `Bảng ${index}`);
    expect(await readBack(spreadsheet)).toEqual(before);
  });

  test('has all its tabs found again whatever staff call them: each bears another one’s title in the other language', async () => {
    const { input, beside } = await readSample(sample);
    const other = language === 'vi' ? 'en' : 'vi';
    const [spreadsheet, translated] = [await made(input, language, beside), await made(input, other, beside)];
    const before = await readBack(spreadsheet);
    const titles = translated.structure().sheets.map(({ title }) => title);
    for (const [index, { title }] of spreadsheet.structure().sheets.entries())
      spreadsheet.renameTab(title, `Bảng ${index}`);
    for (const [index, title] of [...titles.slice(1), titles[0] ?? ''].entries())
      spreadsheet.renameTab(`Bảng ${index}`, title);
    expect(await readBack(spreadsheet)).toEqual(before);
  });
});

const DUE = CalendarDateSchema.parse('2024-01-15');

describe.each(LANGUAGES)('the workbook of the demonstration sets in %s', (language) => {
  const levels = ['so', 'huyen', 'xa'] as const;
  const input: PeriodInput = aPeriod({
    settings: { ...defaultSettings(language), period: 'Kỳ thử' },
    sets: levels.map((level) => readDemoSet(level, { id: level, due: DUE }).set),
    groups: levels.map((level) => aGroup(level, level)),
    units: levels.flatMap((level) =>
      [1, 2].map((n) => aUnit(`${level}${n}`, { groupId: GroupIdSchema.parse(level) })),
    ),
    assessments: [],
  });

  test('holds every kind of rule and is read back as it was made, without an issue', async () => {
    const back = await readBack(await made(input, language, {}));
    expect(back.issues).toEqual([]);
    expect(back.input?.sets).toEqual(input.sets);
    expect(back.input?.units).toEqual(input.units);
  });
});
