import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { readSample } from '../../src/local/sample-workbook.ts';
import { BREACH_LOG } from '../../src/local/stand-in/contract/answer-check.ts';
import { startWorkspace } from '../../src/local/workspace.ts';
import { KEEPS_LOGS, keptLogs } from '../kept-in-children.ts';
import { parIndex } from '../offline/par-index-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { appraisedMark } from './mark-cell.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'sheets-templates/samples');
/** What is left of the machine's own, and where the answers' breaches are kept. */
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  LANG: 'en_GB.UTF-8',
  [BREACH_LOG]: process.env[BREACH_LOG],
};

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the start command to its end, as npm start -- … does. */
function start(args: readonly string[], environment: Record<string, string> = {}): Promise<Ended> {
  const command = [...KEEPS_LOGS, 'src/local/main.ts', ...args];
  const env = { ...ENVIRONMENT, ...keptLogs(), ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

/** One run, read by several tests. */
const printed = (async () => start(['--once', '--port', '0', '--store', await temporaryFolder()]))();

test('npm start -- --once prints every ranking with averages, calls and times, no address that nobody answers any more, and ends well', async () => {
  const { code, stdout, stderr } = await printed;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [districts = '', of2022 = '', departments = ''] = stdout.split(/^Recomputing .*$/m).slice(1);
  const rowOf = (part: string, name: string) =>
    part
      .split('\n')
      .find((line) => line.includes(name))
      ?.trim()
      .split(/\s{2,}/);
  expect(rowOf(districts, 'Thành phố Thủ Dầu Một')).toEqual([
    '1',
    'TDM',
    'Thành phố Thủ Dầu Một',
    '51,75',
    '32,83',
    '84,58',
    '84,58',
  ]);
  expect(rowOf(departments, 'Thanh tra tỉnh')?.slice(0, 8)).toEqual([
    '2',
    'TTT',
    'Thanh tra tỉnh',
    '69,00',
    '69,00',
    '71,50',
    '96,50',
    'Tốt',
  ]);
  expect(stdout).toContain('Average of “Huyện, thị xã, thành phố”: 78,39 %');
  expect(of2022).toContain('Average of “Xã, phường, thị trấn”: 89,64 %');
  const calls =
    stdout.match(
      /Calls: 3 reads, \d+ writes?; at Google, \d+ reads and \d+ writes would be left of this minute; \d+ KB\. Time \(ms\): read \d+, parse \d+/g,
    ) ?? [];
  expect(calls.map((line) => line.replace(/;.*/, ''))).toEqual([
    'Calls: 3 reads, 1 write',
    'Calls: 3 reads, 3 writes',
    'Calls: 3 reads, 1 write',
  ]);
  expect(stdout).not.toContain('http://127.0.0.1');
});

test('names with Vietnamese marks stand in columns: every figure of a column ends in the same place', async () => {
  const { stdout } = await printed;
  const [, departments = ''] = stdout.split('Recomputing “Chỉ số CCHC – Tây Ninh');
  const rows = departments.split('\n').filter((line) => /^\s+\d+\s{2}[A-Z]+\s.*Tốt/.test(line));
  expect(rows).toHaveLength(17);
  expect(new Set(rows.map((row) => row.indexOf('Tốt'))).size).toBe(1);
});

test('a long ranking is printed down to a place, with where the rest is, and no table is wider than 120 columns', async () => {
  const { stdout } = await start([
    ...['--once', '--port', '0', '--store', await temporaryFolder()],
    ...['--sample', join(SAMPLES, 'binh-duong-2022')],
  ]);
  const lines = stdout.split('\n');
  const wards = lines.filter((line) => /^\s+\d+\s{2}25\d{3}\s/.test(line));
  expect(wards).toHaveLength(15);
  expect(lines).toContain('… 76 more units in the tab “Xếp hạng – Xã, phường, thị trấn”');
  const tables = lines.filter((line) => /^(Hạng|────|\s+\d|\s+↳)/.test(line));
  expect(tables.length).toBeGreaterThan(45);
  expect(tables.filter((line) => stringWidth(line) > 120)).toEqual([]);
});

test('a port that is in use ends in one sentence that names it, in the terminal’s language', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store = await temporaryFolder();
  const ended = await start(['--once', '--port', String(port), '--store', store], { LANG: 'vi_VN.UTF-8' });
  server.close();
  expect({ ...ended, stdout: '' }).toEqual({
    code: 1,
    stdout: '',
    stderr: `Cổng ${port} đang được chương trình khác sử dụng; hãy chọn cổng khác, ví dụ npm start -- --port 9300.\n`,
  });
});

test.each([
  ['--port', 'abc', 'Bad argument: --port abc must be a number from 0 to 65533. See npm start -- --help.\n'],
  ['--language', 'fr', 'Bad argument: --language fr must be vi or en. See npm start -- --help.\n'],
])('the argument %s %s ends in one sentence and a code that is not zero', async (option, value, sentence) => {
  const store = await temporaryFolder();
  const args = option === '--port' ? [] : ['--port', '0'];
  const { code, stderr } = await start(['--once', '--store', store, ...args, option, value]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: sentence });
});

test('an argument that does not exist ends in one sentence', async () => {
  const { code, stderr } = await start(['--onse']);
  expect(code).toBe(1);
  expect(stderr).toBe('Bad argument: there is no option --onse. See npm start -- --help.\n');
});

/** A copy of a sample in which one file was edited as `edit` says. */
async function editedSample(name: string, file: string, edit: (text: string) => string): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(SAMPLES, name), folder, { recursive: true });
  const path = join(folder, file);
  await writeFile(path, edit(await readFile(path, 'utf8')));
  return folder;
}

async function startOn(sample: string, language: string): Promise<Ended> {
  const store = await temporaryFolder();
  return start(['--once', '--port', '0', '--store', store, '--sample', sample, '--language', language]);
}

test('a sample folder that cannot be read ends with the reason, and with each file that is to blame', async () => {
  const folder = await editedSample('binh-duong-2017', 'units.csv', () => 'Mã đơn vị,Tên đơn vị\nA,"Sở\n');
  await writeFile(join(folder, 'groups.csv'), new Uint8Array([0x4d, 0xe3, 0x0a]));
  const ended = [await startOn('/no/such/folder', 'en'), await startOn(folder, 'vi')];
  expect(ended.map(({ code, stderr }) => [code, ...stderr.split('\n')])).toEqual([
    [
      1,
      'The sample folder /no/such/folder cannot be read; check the path.',
      '/no/such/folder was not found; check the path.',
      '',
    ],
    [
      1,
      `Không đọc được thư mục mẫu ${folder}; hãy kiểm tra đường dẫn.`,
      `2 tệp trong ${folder} không đọc được.`,
      'groups.csv:1: Tệp không ở dạng UTF-8. Lưu lại dưới dạng «CSV UTF-8».',
      'units.csv:2: Dấu ngoặc kép mở ra mà không đóng lại, hoặc đứng sai chỗ. Sửa dấu ngoặc kép hoặc lưu lại tệp từ chương trình bảng tính.',
      '',
    ],
  ]);
});

test('a sample with errors ends with every one of them: its file, its cell, what is there, what would be right', async () => {
  const folder = await editedSample('binh-duong-2017', 'marks.appraisal.huyen.csv', (text) =>
    text.replace('"51,75"', '"12/5"').replace('"47,45"', '66'),
  );
  await writeFile(join(folder, 'ghi-chu.csv'), 'x\n');
  const { code, stderr } = await startOn(folder, 'en');
  expect([code, ...stderr.split('\n')]).toEqual([
    1,
    `The sample folder ${folder} has 2 errors:`,
    'Error · marks.appraisal.huyen.csv, C2: 66 is above the maximum of 65. Enter a mark from 0 to 65, or correct the maximum in the Criteria tab.',
    'Error · marks.appraisal.huyen.csv, C9: “12/5” may be a date, a count out of a total, or a fraction. Type the result as a decimal number such as 2.4; a fraction is taken only below 1, such as 3/4.',
    'Not read, because their names are not those of a tab: ghi-chu.csv',
    '',
  ]);
});

test('of many errors twenty are told, then how many there are besides and the command that lists all of them', async () => {
  const folder = await editedSample('binh-duong-2022', 'units.csv', (text) =>
    text.replaceAll(/,Có$/gm, ',Phải'),
  );
  const [told, listed] = await Promise.all([
    startOn(folder, 'vi'),
    parIndex('check', folder, '--language', 'vi'),
  ]);
  const [first, ...lines] = told.stderr.trimEnd().split('\n');
  const count = listed.stdout.match(/^Lỗi · /gm)?.length ?? 0;
  expect(count).toBeGreaterThan(100);
  expect(first).toBe(`Thư mục mẫu ${folder} có ${count} lỗi:`);
  expect(lines.filter((line) => line.startsWith('Lỗi · units.csv, '))).toHaveLength(20);
  expect(lines.at(-1)).toBe(`… và ${count - 20} lỗi nữa; xem tất cả: npx par-index check "${folder}"`);
});

test('a workbook that was broken by an edit: its issues are printed, the others are computed, the code is not zero', async () => {
  const storeDir = await temporaryFolder();
  const workspace = await startWorkspace({ port: 0, storeDir });
  const broken = await workspace.openSample(await readSample(join(SAMPLES, 'binh-duong-2017')));
  const mark = await appraisedMark(workspace.editor, broken.spreadsheetId);
  await workspace.editor.typeCell(broken.spreadsheetId, mark, 'hỏng');
  await workspace.stop();
  const { code, stdout } = await start(['--once', '--port', '0', '--store', storeDir]);
  expect(code).toBe(1);
  expect(stdout).toContain('“Chỉ số CCHC – Bình Dương 2017 (mẫu binh-duong-2017)” could not be recomputed: ');
  expect(stdout).toMatch(/ {2}Lỗi · Thẩm định – huyen!D\d+ · .*“hỏng”/);
  expect(stdout).toContain('Average of “Sở, ban, ngành”: 86,23 %');
});

test('a workbook whose making was interrupted is finished at the next start', async () => {
  const storeDir = await temporaryFolder();
  const workspace = await startWorkspace({ port: 0, storeDir });
  const { title } = await readSample(join(SAMPLES, 'binh-duong-2017'));
  await workspace.editor.createSpreadsheet(title, 'Cài đặt');
  await workspace.stop();
  const { code, stdout } = await start(['--once', '--port', '0', '--store', storeDir]);
  expect(code).toBe(0);
  expect(stdout).toContain('Average of “Huyện, thị xã, thành phố”: 78,39 %');
});

test('a store that is a file, or that another workspace uses, ends in one sentence with a remedy', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'file');
  await writeFile(file, '');
  const used = await startWorkspace({ port: 0, storeDir: join(folder, 'used') });
  const ended = await Promise.all(
    [file, join(folder, 'used')].map((store) => start(['--once', '--port', '0', '--store', store])),
  );
  await used.stop();
  expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
    [1, `The store ${file} cannot be used: it is not a folder; choose another folder with --store.\n`],
    [
      1,
      `Another workspace is using the store ${join(folder, 'used')}; stop it, or use another one with --store.\n`,
    ],
  ]);
});

test.each([
  ['vi', '  npm start -- --once              tính một lần, in kết quả rồi kết thúc'],
  ['en', '  npm start -- --once              computes once, prints the results and ends'],
])('--help prints the options in the language %s', async (language, line) => {
  const { code, stdout } = await start(['--help', '--language', language]);
  expect(code).toBe(0);
  expect(stdout.split('\n')).toContain(line);
});
