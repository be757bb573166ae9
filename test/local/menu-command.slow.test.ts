import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

let store: string;
beforeAll(async () => {
  store = await temporaryFolder();
});

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function menu(args: readonly string[]): Promise<Ended> {
  const command = ['--import', 'tsx', 'src/local/script-host/main.ts', ...args, '--store', store];
  const env = { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    );
  });
}

test('--help is in the language asked for; a mistake ends in one sentence that names it', async () => {
  const vietnamese = await menu(['--help', '--language', 'vi']);
  expect([vietnamese.code, vietnamese.stdout.startsWith('Cách dùng: npm run menu')]).toEqual([0, true]);
  expect((await menu(['--help'])).stdout).toMatch(/^usage: npm run menu/);
  const refusals = [
    [[], 'the name of an entry of the menu is needed'],
    [['score'], 'the menu has no entry score'],
    [['check', '--sampel', 'x'], 'there is no option --sampel'],
    [['setup', '--workbook-language', 'fr'], '--workbook-language fr must be vi or en'],
    [
      ['check', '--as', 'an@par-index.test'],
      'nobody here is an@par-index.test; there are editor@par-index.test, publisher@par-index.test, reader@par-index.test',
    ],
  ] as const;
  for (const [args, detail] of refusals) {
    const stderr = `Bad argument: ${detail}. See npm run menu -- --help.\n`;
    // biome-ignore lint/performance/noAwaitInLoops: one process at a time
    expect(await menu(args)).toEqual({ code: 1, stdout: '', stderr });
  }
});

test('what the person sees is printed in words; what was refused ends with 1', async () => {
  const recomputed = await menu(['recompute']);
  expect({ code: recomputed.code, stderr: recomputed.stderr }).toEqual({ code: 0, stderr: '' });
  expect(recomputed.stdout).toContain('[toast] Đã tính lại 9 đơn vị');
  expect(recomputed.stdout).toMatch(
    /\[sidebar\] Hiện không có lần tính nào đang chạy\.[^\n]*\n {2}Kết quả hiện hành\n/,
  );
  expect(recomputed.stdout).not.toContain('{');
  const refused = await menu(['verify', '--as', 'reader@par-index.test', '--language', 'vi']);
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('[hộp thông báo] ')]);
  const incomplete = await menu(['publish', '--as', 'publisher@par-index.test']);
  expect([incomplete.code, incomplete.stdout]).toEqual([1, expect.stringContaining('[dialog] ')]);
});

test('without --confirm it is said that nothing is done yet; with it the results are published and withdrawn', async () => {
  const publisher = ['--as', 'publisher@par-index.test', '--who', 'Sở Nội vụ', '--why', 'Công bố'];
  const draft = await menu(['publish', ...publisher]);
  expect([draft.code, draft.stdout.trimEnd().split('\n').at(-1)]).toEqual([
    0,
    'This is a draft; nothing is published yet. Add --confirm to publish it.',
  ]);
  const published = await menu(['publish', ...publisher, '--confirm']);
  expect([published.code, published.stdout.includes('--confirm')]).toEqual([0, false]);
  const asked = await menu(['withdraw', ...publisher, '--language', 'vi']);
  expect([asked.code, asked.stdout.trimEnd().split('\n').at(-1)]).toEqual([
    0,
    'Chưa rút công bố, chưa có gì thay đổi. Thêm --confirm để rút.',
  ]);
  const withdrawn = await menu(['withdraw', ...publisher, '--confirm']);
  expect([withdrawn.code, withdrawn.stdout.includes('--confirm')]).toEqual([0, false]);
});

test.each([
  ['vi', 'thay\n9202 trong địa chỉ bằng SỐ + 2'],
  ['en', 'put NUMBER + 2\nin place of the 9202 in the address'],
])('--help in %s says where addresses open when the workspace has another port', async (language, words) => {
  expect((await menu(['--help', '--language', language])).stdout).toContain(words);
});
