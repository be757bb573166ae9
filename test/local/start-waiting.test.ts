import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BREACH_LOG } from '../../src/local/stand-in/contract/answer-check.ts';
import { KEEPS_LOGS, keptLogs } from '../kept-in-children.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLES = join(ROOT, 'sheets-templates/samples');
const ENVIRONMENT = {
  PATH: process.env['PATH'],
  LANG: 'en_GB.UTF-8',
  [BREACH_LOG]: process.env[BREACH_LOG],
  ...keptLogs(),
};

/** The workspace as npm start has it, until it has printed everything and waits. */
async function waiting(more: readonly string[]) {
  const command = [...KEEPS_LOGS, 'src/local/main.ts', '--port', '0', '--store', await temporaryFolder()];
  const workspace = spawn(process.execPath, [...command, ...more], {
    cwd: ROOT,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  workspace.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await new Promise<void>((resolve, reject) => {
    workspace.on('exit', () => reject(new Error(stderr)));
    workspace.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (stdout.includes('Press Ctrl+C to stop.')) resolve();
    });
  });
  workspace.removeAllListeners('exit');
  return { workspace, stdout, stderr: () => stderr };
}

/** Does what a printed line of curl does: its words in quotes are headers, the address and, after -d, the body. */
async function paste(line: string) {
  const quoted = [...line.matchAll(/(-H |-d )?'([^']*)'/g)].map(([, option = '', word = '']) => [
    option,
    word,
  ]);
  const valuesOf = (option: string) =>
    quoted.flatMap(([found, word = '']) => (found === option ? [word] : []));
  const [address = ''] = valuesOf('');
  const [body] = valuesOf('-d ');
  const headers = valuesOf('-H ').map((header): [string, string] => {
    const [name = '', value = ''] = header.split(': ');
    return [name, value];
  });
  const method = line.startsWith('curl -X PUT ') ? 'PUT' : body === undefined ? 'GET' : 'POST';
  const answer = await fetch(address, { method, headers, ...(body !== undefined && { body }) });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

test('the lines to paste work as they are printed and harm nothing: the mark typed is the one that stands there', async () => {
  const { workspace, stdout } = await waiting(['--sample', join(SAMPLES, 'binh-duong-2017')]);
  try {
    expect(stdout).toContain("Type a mark into 'Thẩm định – huyen'!D6 (47.45 is what stands there;");
    const [tabs = '', typing = '', recompute = ''] = stdout.match(/^curl .*$/gm) ?? [];
    const cell = typing
      .replace('-X PUT ', '')
      .replace('USER_ENTERED', '')
      .replace(/ -d .*/, '');
    const before = await paste(cell);
    expect([await paste(tabs), await paste(typing)]).toMatchObject([
      { status: 200 },
      { status: 200, body: { updatedRange: "'Thẩm định – huyen'!D6", updatedCells: 1 } },
    ]);
    expect(await paste(cell)).toEqual(before);
    expect(await paste(recompute)).toMatchObject({ status: 200, body: { outcome: 'recomputed' } });
  } finally {
    workspace.kill('SIGINT');
    await once(workspace, 'exit');
  }
});

/** Only Linux tells without a tool of its own which processes a process has started. */
const onLinux = test.runIf(process.platform === 'linux');

onLinux('functions that end while the workspace runs end it with one sentence', async () => {
  const { workspace, stderr } = await waiting([]);
  const children = await readFile(`/proc/${workspace.pid}/task/${workspace.pid}/children`, 'utf8');
  const commands = await Promise.all(
    children
      .trim()
      .split(' ')
      .map(async (pid) => [Number(pid), await readFile(`/proc/${pid}/cmdline`, 'utf8')] as const),
  );
  const functions = commands.find(([, line]) => line.includes('functions-host.ts'));
  process.kill(functions?.[0] ?? workspace.pid ?? 0, 'SIGKILL');
  const [code] = await once(workspace, 'exit');
  expect([code, stderr()]).toEqual([
    1,
    'The functions have ended unexpectedly; the workbooks are intact. Run npm start again.\n',
  ]);
});
