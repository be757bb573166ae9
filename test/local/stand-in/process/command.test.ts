import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { callApi } from '../running-stand-in.ts';
import { bundledMain, ROOT, spawnStandIn } from './spawned-stand-in.ts';

let directory: string;
let bundle: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stand-in-command-'));
  bundle = await bundledMain(directory);
});
afterAll(() => rm(directory, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const run = (...args: readonly string[]): Promise<Ended> =>
  new Promise((settled) => {
    // Not in the language of whoever runs the tests.
    const env = { ...process.env, LC_ALL: 'C' };
    execFile(process.execPath, [bundle, ...args], { env }, (error, stdout, stderr) => {
      settled({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });

test('it starts alone and empty, says so in one line, and ends on SIGTERM with its data kept', async () => {
  const storeDir = join(directory, 'kept');
  const first = await spawnStandIn(bundle, storeDir);
  const list = { method: 'GET', path: '/drive/v3/files', body: undefined, token: 'token-an' };
  expect((await callApi(first.rootUrl, list)).body.files).toEqual([]);
  await callApi(first.rootUrl, {
    ...list,
    method: 'POST',
    path: '/v4/spreadsheets',
    body: { properties: { title: 'Kept' } },
  });
  expect(await first.end('SIGTERM')).toBe(0);
  const again = await spawnStandIn(bundle, storeDir);
  expect((await callApi(again.rootUrl, list)).body.files).toMatchObject([{ name: 'Kept' }]);
  await again.end('SIGTERM');
});

test('help lists the switches', async () => {
  const SWITCHES = [
    '--port',
    '--store',
    '--strict',
    '--quotas',
    '--strict-validation',
    '--locale',
    '--time-zone',
    '--language',
    '--help',
  ];
  const [english, vietnamese] = [await run('--help'), await run('--help', '--language', 'vi')];
  for (const { code, stdout } of [english, vietnamese]) {
    const described = stdout.split('\n').map((line) => /^ {2}(--[a-z-]+)/.exec(line)?.[1]);
    expect([code, SWITCHES.filter((name) => !stdout.includes(name) && !described.includes(name))]).toEqual([
      0,
      [],
    ]);
  }
  expect([english.stdout.startsWith('usage: '), vietnamese.stdout.startsWith('Cách dùng: ')]).toEqual([
    true,
    true,
  ]);
});

test('what is wrong with the command line is said in the language asked for', async () => {
  const refusals = await Promise.all(
    [
      ['--nonsense', '--language', 'vi'],
      ['word', '--language', 'vi'],
      ['--port', 'x', '--language', 'vi'],
      ['--locale', 'klingon'],
      ['--time-zone', 'Mars/Phobos'],
      ['--language', 'fr'],
    ].map((args) => run(...args)),
  );
  expect(refusals.map(({ code, stderr }) => [code, stderr])).toEqual([
    [1, 'Không có tùy chọn --nonsense. Xem --help.\n'],
    [1, 'Không hiểu «word»: lệnh này chỉ nhận tùy chọn. Xem --help.\n'],
    [1, '--port x không phải số cổng (0 đến 65535).\n'],
    [1, '--locale klingon is not a locale such as vi_VN.\n'],
    [1, '--time-zone Mars/Phobos is not a time zone such as Asia/Ho_Chi_Minh.\n'],
    [1, '--language fr: there are vi and en.\n'],
  ]);
});

test('a used port, a bad argument and a store in use each end in one sentence', async () => {
  const running = await spawnStandIn(bundle, join(directory, 'busy'));
  const port = new URL(running.rootUrl).port;
  expect(await run('--port', port, '--store', join(directory, 'other'))).toEqual({
    code: 1,
    stdout: '',
    stderr: `Port ${port} is already in use; choose another with --port.\n`,
  });
  const badPort = await run('--port', 'x');
  expect([badPort.code, badPort.stderr]).toEqual([1, '--port x is not a port number (0 to 65535).\n']);
  const badFlag = await run('--nonsense');
  expect([badFlag.code, badFlag.stderr.split('\n').length]).toEqual([1, 2]);
  const inUse = await run('--port', '0', '--store', join(directory, 'busy'));
  expect([inUse.code, inUse.stderr]).toEqual([1, expect.stringMatching(/is in use by process \d+\.\n$/)]);
  await running.end('SIGTERM');
});

test('started through npm it ends when npm is ended', async () => {
  const npm = spawn(
    'npm',
    ['run', '--silent', 'stand-in', '--', '--port', '0', '--store', join(directory, 'npm')],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [ready] = (await once(createInterface({ input: npm.stdout }), 'line')) as [string];
  const rootUrl = /http:\/\/\S+/.exec(ready)?.[0] ?? '';
  expect((await fetch(rootUrl)).status).toBe(200);
  npm.kill('SIGTERM');
  const isGone = (): Promise<boolean> =>
    fetch(rootUrl).then(
      () => false,
      () => true,
    );
  await expect.poll(isGone, { timeout: 30_000 }).toBe(true);
});
