import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { publish } from '../../src/jobs/publication/publish.ts';
import type { PublishRequest } from '../../src/jobs/publication/publish-outcome.ts';
import { recompute } from '../../src/jobs/recompute.ts';
import { FileSpreadsheet } from '../../src/offline/files/file-spreadsheet.ts';
import { openWorkbook } from '../../src/offline/files/open-workbook.ts';
import { singleFile } from '../../src/offline/files/single-file.ts';
import { blankWorkbook } from '../../src/offline/xlsx/blank-workbook.ts';
import { xlsxFormat } from '../../src/offline/xlsx/xlsx-format.ts';
import { pack, unpack } from '../../src/offline/xlsx/zip.ts';
import { makeMemoryFile } from '../fakes/memory-file.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { parIndex } from './par-index-process.ts';

const OWNER = 'publisher@par-index.test';
const ROBOT = 'robot@par-index.test';

let runs = 0;
const host = {
  now: () => new Date('2026-11-23T02:15:02Z'),
  clock: () => 0,
  newRunId: () => {
    runs += 1;
    return `run-${runs}`;
  },
};

/** A workbook as a download has it: the notes of programs are lost, names of ranges stay. */
async function downloaded(path: string, to: string): Promise<void> {
  const files = unpack(await readFile(path), path);
  const workbook = new TextDecoder().decode(files.get('xl/workbook.xml'));
  const bare = workbook.replaceAll(/<definedName name="_par\.note\.[^>]*>[^<]*<\/definedName>/g, '');
  expect(bare.length).toBeLessThan(workbook.length);
  await writeFile(to, pack(new Map([...files, ['xl/workbook.xml', new TextEncoder().encode(bare)]])));
}

let control: string;
let results: string;
beforeAll(async () => {
  const folder = await temporaryFolder();
  const [source, made] = [join(folder, 'so.xlsx'), join(folder, 'kq.xlsx')];
  await parIndex('sample', 'binh-duong-2017', '--xlsx', '--out', source);
  await writeFile(made, pack(blankWorkbook('Trang tính1')));
  await recompute({ spreadsheet: (await openWorkbook(source)).spreadsheet, ...host }, OWNER);
  const file = makeMemoryFile(new FileSpreadsheet(xlsxFormat(made), singleFile(made, made)), {
    owner: OWNER,
    serviceAccount: ROBOT,
  });
  const request: PublishRequest = {
    audience: { kind: 'anyone' },
    copying: true,
    who: 'Sở Nội vụ',
    why: 'Công bố theo kế hoạch',
    provisional: false,
    resultsId: 'kq',
  };
  const run = async (asked: PublishRequest) =>
    publish(
      {
        control: (await openWorkbook(source)).spreadsheet,
        controlId: 'so',
        openResults: () => ({
          spreadsheet: new FileSpreadsheet(xlsxFormat(made), singleFile(made, made)),
          file,
        }),
        serviceAccount: ROBOT,
        product: '0.1.0',
        ...host,
      },
      asked,
      OWNER,
    );
  const drafted = await run(request);
  if (drafted.outcome.kind !== 'draft') throw new Error(JSON.stringify(drafted.outcome));
  const { outcome } = await run({ ...request, confirm: drafted.outcome.draft });
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome));
  [control, results] = [join(folder, 'so-tai-ve.xlsx'), join(folder, 'kq-tai-ve.xlsx')];
  await downloaded(source, control);
  await downloaded(made, results);
});

/** The results with the first text or figure of that form replaced in whatever tab has it. */
async function forged(from: RegExp, to: string): Promise<string> {
  const path = join(await temporaryFolder(), 'kq.xlsx');
  const files = unpack(await readFile(results), results);
  let done = false;
  const changed = [...files].map(([name, bytes]) => {
    const text = new TextDecoder().decode(bytes);
    if (done || !name.startsWith('xl/worksheets/') || !from.test(text)) return [name, bytes] as const;
    done = true;
    return [name, new TextEncoder().encode(text.replace(from, to))] as const;
  });
  expect(done).toBe(true);
  await writeFile(path, pack(new Map(changed)));
  return path;
}

test('downloads of both workbooks are found identical, in words and as a document', async () => {
  const told = await parIndex('verify', control, results, '--language', 'vi');
  expect(told).toMatchObject({ code: 0, stderr: '' });
  expect(told.stdout).toMatch(/^GIỐNG HỆT: [\d.]+ ô của lần công bố 1 .* [0-9a-f]{64}\n$/);
  const { stdout } = await parIndex('verify', control, results, '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    format: 'par-index-verification/1',
    identical: true,
    release: 1,
    withdrawn: false,
    differences: [],
  });
});

test('one changed digit ends with 1 and names its cell, what is published and what the rules give', async () => {
  const { code, stdout } = await parIndex('verify', control, await forged(/<v>84\.58<\/v>/, '<v>84.59</v>'));
  expect(code).toBe(1);
  expect(stdout).toContain('published “84.59”, computed again “84.58”');
  expect(stdout).toContain('Hash of the cells of the tabs, release 1');
  expect(stdout.trim().split('\n').at(-1)).toBe('NOT IDENTICAL: release 1 differs in 2 places.');
});

test('a reworded reason breaks the chain', async () => {
  const { code, stdout } = await parIndex(
    'verify',
    control,
    await forged(/Công bố theo kế hoạch/, 'Theo chỉ đạo'),
  );
  expect(code).toBe(1);
  expect(stdout).toContain('Chain of releases: release 1 was changed after it was published.');
});

test('a workbook that is no results file is said to be none, with where the published one is found', async () => {
  const { code, stderr } = await parIndex('verify', control, control);
  expect(code).toBe(3);
  expect(stderr).toContain('is not a published results file');
  expect(stderr).toContain(
    'Open the link that was published, choose File ▸ Download ▸ Microsoft Excel (.xlsx)',
  );
});

test('the two files in the wrong order are told with the command in the right order', async () => {
  const swapped = await parIndex('verify', results, control, '--language', 'vi');
  expect(swapped).toEqual({
    code: 3,
    stdout: '',
    stderr: `${results} là tệp kết quả đã công bố, không phải bảng tính chấm điểm; có lẽ hai tệp bị đổi chỗ. Bảng tính chấm điểm đứng trước: par-index verify ${control} ${results}\n`,
  });
});
