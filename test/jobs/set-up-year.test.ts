import { expect, test } from 'vitest';
import { workbookTemplate } from '../../sheets-templates/workbook/template.ts';
import { readWorkbook } from '../../src/jobs/read-workbook.ts';
import { type SetUpChoices, type SetUpDependencies, setUpYear } from '../../src/jobs/set-up-year.ts';
import { parseFurther } from '../../src/workbook/further-tabs.ts';
import { parseControlWorkbook } from '../../src/workbook/parse-control-workbook.ts';
import { type MemorySpreadsheet, makeMemorySpreadsheet } from '../fakes/memory-spreadsheet.ts';
import { readSampleFolder, recomputeIn, sampleSpreadsheet } from './sample.ts';

const CHOICES: SetUpChoices = { language: 'vi', period: '2018', office: ['so-noi-vu@tinh.gov.vn'] };

function newFile(locale = 'en_US'): MemorySpreadsheet {
  return makeMemorySpreadsheet({ locale, timeZone: 'Etc/GMT', tabs: [{ sheetId: 0, title: 'Sheet1' }] });
}

function annex(maximum: string, title = 'huyen'): MemorySpreadsheet {
  const heading = 'Code,Parent code,Name,Maximum,Basis,Rule,Parameters,Scoring text'.split(',');
  const rows = [
    ['Set version', '2018'],
    heading,
    ['I', null, 'Appraisal', maximum, 'Appraisal', null, null, 'as judged'],
    ['II', null, 'Survey', '35', 'Survey', null, null, 'as surveyed'],
  ];
  return makeMemorySpreadsheet({ tabs: [{ sheetId: 3, title, cells: rows }] });
}

const lastYear = () => sampleSpreadsheet('binh-duong-2017');

function setUp(more: Partial<SetUpDependencies>, choices: Partial<SetUpChoices> = {}) {
  const template = workbookTemplate();
  const dependencies = { criteria: [], template, newRunId: () => 'set-up', ...more };
  return setUpYear(dependencies, { ...CHOICES, ...choices });
}

async function read(file: MemorySpreadsheet) {
  const { inputs, structure, issues } = await readWorkbook(file.open());
  const input = parseControlWorkbook(inputs);
  if (!input.ok) throw new Error(JSON.stringify(input.issues));
  const further = parseFurther(inputs, input.value);
  return { structure, input: input.value, issues: [...issues, ...input.issues], further };
}

test('an empty file becomes the workbook of the new year, in one write', async () => {
  const [last, file] = [await lastYear(), newFile()];
  const into = file.open();
  const outcome = await setUp({ last: last.open(), into });
  expect(outcome).toMatchObject({ kind: 'set-up', issues: [] });
  expect(into.cost()).toMatchObject({ writes: 1 });
  const { structure, input, issues, further } = await read(file);
  expect(issues).toEqual([]);
  expect([structure.locale, structure.timeZone, structure.sheets[0]?.title]).toEqual([
    'vi_VN',
    'Asia/Ho_Chi_Minh',
    'Hướng dẫn',
  ]);
  expect(structure.sheets.map(({ title }) => title)).not.toContain('Sheet1');
  expect([input.settings.period, input.settings.province, input.units.length, input.assessments]).toEqual([
    '2018',
    'Bình Dương',
    9,
    [],
  ]);
  expect(further.ok && further.value.history.results.map(({ period }) => period)).toEqual(
    Array.from({ length: 9 }, () => '2017'),
  );
  expect((await recomputeIn(file)).outcome.kind).toBe('recomputed');
});

/** The year after the larger sample’s. */
const NEXT = { period: '2023' };

test('last year’s results come to those of the years before, and none of either is lost', async () => {
  const outcome = await setUp({ last: (await sampleSpreadsheet('binh-duong-2022')).open() }, NEXT);
  if (outcome.kind !== 'draft') throw new Error(JSON.stringify(outcome));
  const { results } = outcome.plan.year.further.history;
  const before = await readSampleFolder('binh-duong-2022');
  const older = before.beside.further?.history.results ?? [];
  expect(older.length).toBeGreaterThan(0);
  expect(results.slice(-older.length)).toEqual(older);
  expect(
    results
      .slice(0, -older.length)
      .map(({ period, unitId }) => [period, unitId])
      .toSorted(),
  ).toEqual(before.input.units.map(({ id }) => ['2022', id]).toSorted());
});

test('results that were recomputed go on without a remark; ranks that do not follow from the entries are told', async () => {
  const last = await sampleSpreadsheet('binh-duong-2022');
  await recomputeIn(last);
  expect(await setUp({ last: last.open() }, NEXT)).toMatchObject({ kind: 'draft', issues: [] });
  const title = last
    .structure()
    .sheets.map((sheet) => sheet.title)
    .find((each) => each.startsWith('Xếp hạng'));
  if (title === undefined) throw new Error('no ranking');
  const row = last.grid(title).findIndex((cells) => cells.includes('SVHTTDL'));
  const column = last.grid(title).findIndex((cells) => cells.includes('Hạng'));
  last.type(title, row, last.grid(title)[column]?.indexOf('Hạng') ?? -1, 2);
  const outcome = await setUp({ last: last.open() }, NEXT);
  expect(outcome).toMatchObject({
    kind: 'draft',
    issues: [{ location: { tab: title }, code: 'shown-otherwise', units: ['SVHTTDL'] }],
  });
});

test('a period that is among the past results already is no new one', async () => {
  const last = await sampleSpreadsheet('binh-duong-2022');
  const outcome = await setUp({ last: last.open() }, { period: '2021' });
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'same-period' } });
});

test('without a file the plan is answered: what goes on, what is new, and nothing is written anywhere', async () => {
  const [last, criteria] = [await lastYear(), annex('60')];
  const ports = { last: last.open(), criteria: criteria.open() };
  const outcome = await setUp({ last: ports.last, criteria: [{ spreadsheet: ports.criteria }] });
  if (outcome.kind !== 'draft') throw new Error(JSON.stringify(outcome));
  expect(outcome.plan.changed.map(({ setId, difference }) => [setId, difference.versions.after])).toEqual([
    ['huyen', '2018'],
  ]);
  expect(outcome.issues.map(({ code }) => code)).toContain('maximum-changed');
  expect([ports.last.cost().writes, ports.criteria.cost().writes]).toEqual([0, 0]);
});

test('a workbook in another language has that language’s locale; one that is named counts before all', async () => {
  const files = [newFile('vi_VN'), newFile()] as const;
  const last = await lastYear();
  await setUp({ last: last.open(), into: files[0].open() }, { language: 'en' });
  await setUp({ last: last.open(), into: files[1].open() }, { locale: 'en_US' });
  expect(files.map((file) => file.structure().locale)).toEqual(['en_GB', 'en_US']);
  expect(files[0].structure().sheets[0]?.title).toBe('Guide');
});

test('without a year before, a group stands for each set, and the first tab of the file is gone', async () => {
  const file = newFile();
  const outcome = await setUp({
    criteria: [{ spreadsheet: annex('65').open(), setId: 'so' }],
    into: file.open(),
  });
  expect(outcome).toMatchObject({ kind: 'set-up' });
  const { inputs } = await readWorkbook(file.open());
  expect(inputs.map(({ title }) => title)).toContain('Tiêu chí – so');
});

test('whoever clicks twice fills the file once', async () => {
  const [last, file] = [await lastYear(), newFile()];
  const outcomes = await Promise.all([1, 2].map(() => setUp({ last: last.open(), into: file.open() })));
  expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'set-up']);
  expect((await read(file)).issues).toEqual([]);
});

const filled = (cells: readonly (readonly string[])[], others: readonly string[] = []) =>
  makeMemorySpreadsheet({
    tabs: [{ sheetId: 0, title: 'Sheet1', cells }, ...others.map((title, i) => ({ sheetId: i + 1, title }))],
  });

test.each([
  ['a value', filled([[], ['', 'x']])],
  ['two tabs', filled([], ['Sheet2'])],
] as const)('a file that holds %s is left as it is', async (_, file) => {
  const before = file.structure();
  expect(await setUp({ last: (await lastYear()).open(), into: file.open() })).toEqual({
    kind: 'refused',
    refusal: { kind: 'not-empty' },
  });
  expect(file.structure()).toEqual(before);
});

test('a control workbook is never filled over, its own included', async () => {
  const last = await lastYear();
  const before = last.structure();
  const outcome = await setUp({ last: last.open(), into: last.open() });
  expect(outcome).toEqual({ kind: 'refused', refusal: { kind: 'not-empty' } });
  expect(last.structure()).toEqual(before);
});

test.each([
  ['a spreadsheet without entry tabs', async () => newFile(), 'not-a-control-workbook'],
  ['a workbook of the same period', lastYear, 'same-period'],
  [
    'a workbook with errors',
    async () => {
      const last = await lastYear();
      last.type('Thẩm định – huyen', 3, 0, 'không có');
      last.type('Đơn vị', 2, 0, 'TDM');
      last.type('Đơn vị', 3, 0, 'TDM');
      return last;
    },
    'last-year-has-errors',
  ],
] as const)('%s is not taken for last year’s', async (_, make, kind) => {
  const file = newFile();
  const period = kind === 'same-period' ? '2017' : '2018';
  const outcome = await setUp({ last: (await make()).open(), into: file.open() }, { period });
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { kind } });
  expect(file.structure().sheets).toHaveLength(1);
});

test.each([
  ['an annex with an error', [annex('sixty')], { kind: 'criteria-have-errors', issues: [expect.anything()] }],
  ['a set that is named twice', [annex('65'), annex('64')], { kind: 'criteria-have-errors' }],
  ['a spreadsheet without criteria, the second', [annex('65'), newFile()], { kind: 'no-criteria', place: 1 }],
] as const)('%s stops it before anything is written', async (_, files, refusal) => {
  const file = newFile();
  const criteria = files.map((each) => ({ spreadsheet: each.open() }));
  const outcome = await setUp({ criteria, into: file.open() });
  expect(outcome).toMatchObject({ kind: 'refused', refusal });
  expect(file.structure().sheets).toHaveLength(1);
});
