import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { BREACH_LOG } from '../../src/local/stand-in/contract/answer-check.ts';
import { KEEPS_LOGS, keptLogs } from '../kept-in-children.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLE = join(ROOT, 'sheets-templates/samples/binh-duong-2017');
const COMMAND = [...KEEPS_LOGS, 'src/local/main.ts', '--port', '0'];
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  LANG: 'en_GB.UTF-8',
  [BREACH_LOG]: process.env[BREACH_LOG],
  ...keptLogs(),
};

/** The workspace as npm start has it, until the page's address is printed. */
async function startedPage(more: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const args = [...COMMAND, '--store', await temporaryFolder(), '--sample', SAMPLE, ...more];
  const env = { ...ENVIRONMENT, ...environment };
  const workspace = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const address = await new Promise<string>((resolve, reject) => {
    const noteOf = (text: string) => {
      printed += text;
      const [, found] = /Open in a browser: (\S+)\n/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    };
    workspace.stdout.setEncoding('utf8').on('data', noteOf);
    workspace.stderr.setEncoding('utf8').on('data', noteOf);
    workspace.on('exit', () => reject(new Error(printed)));
  });
  const stop = async () => {
    workspace.removeAllListeners('exit');
    workspace.kill('SIGINT');
    return (await once(workspace, 'exit'))[0];
  };
  return { address, stop };
}

test('npm start ends with the address of the page, where the sample lies computed; Ctrl+C ends it well', async () => {
  const { address, stop } = await startedPage(['--language', 'en']);
  const home = await (await fetch(address, { headers: { 'accept-language': 'vi' } })).text();
  expect(home).toContain('<html lang="en"');
  expect(home).toContain('Bình Dương 2017');
  expect(home).toContain('class="state current"');
  const [, workbook = ''] = /href="(\/workbook\/[^"/?]+)\?/.exec(home) ?? [];
  const page = await (await fetch(new URL(workbook, address))).text();
  const [, script = ''] = /src="(\/assets\/workbook-[^"]+\.js)"/.exec(page) ?? [];
  expect((await fetch(new URL(script, address))).status).toBe(200);
  expect(await stop()).toBe(0);
});

const refusedWith = async (more: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const env = { ...ENVIRONMENT, ...environment };
  const run = promisify(execFile)(process.execPath, [...COMMAND, ...more], { cwd: ROOT, env });
  return run.then(
    () => 'it started',
    (error: { readonly stderr: string }) => error.stderr,
  );
};

test('other machines are let in by --host only with a pass phrase of twelve characters or more', async () => {
  expect(await refusedWith(['--host', '0.0.0.0'])).toContain('--host needs a pass phrase');
  expect(await refusedWith(['--host', '0.0.0.0'], { PAR_PASS_PHRASE: 'quá ngắn' })).toContain(
    'needs 12 characters or more',
  );
  expect(await refusedWith(['--host', 'localhost'], { PAR_PASS_PHRASE: 'một câu đủ dài' })).toContain(
    'must be an IP address',
  );
});

test('a port of the page that is in use is told before anything is computed or built', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const told = await refusedWith(['--port', String(port - 2), '--store', await temporaryFolder()]);
  server.close();
  expect(told).toBe(
    `Port ${port} is in use by another program; choose another one, such as npm start -- --port 9300.\n`,
  );
});
