/**
 * From the start of a process to its first answer: the deployed bundle against the framework with an empty
 * handler, started in turn on one machine. Prints medians and their ratio (goal: 1.35). Usage: cold-start.ts [RUNS]
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const FRAMEWORK = join(ROOT, 'node_modules/@google-cloud/functions-framework/build/src/main.js');
const BUNDLE = join(ROOT, 'dist/functions/server.mjs');
const GOAL = 1.35;
const GIVE_UP_MS = 30_000;

interface Contestant {
  readonly name: string;
  readonly args: readonly string[];
  /** Answered without calling anybody. */
  readonly path: string;
  readonly times: number[];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Asks again and again, a millisecond apart, until the process answers well. */
async function answered(url: string, until: number): Promise<void> {
  while (performance.now() < until) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: one question at a time, until there is an answer
      if ((await fetch(url)).status === 200) return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  throw new Error(`no answer from ${url} within ${GIVE_UP_MS} ms`);
}

async function startOnce({ args, path, times }: Contestant): Promise<void> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: 'ignore',
    env: {
      NODE_ENV: 'production',
      PORT: String(port),
      PAR_SERVICE_ACCOUNT: 'par-index@province.iam.gserviceaccount.com',
      PAR_AUDIENCES: 'menu-script.par-index.test',
    },
  });
  try {
    await answered(`http://127.0.0.1:${port}/${path}`, started + GIVE_UP_MS);
    times.push(performance.now() - started);
  } finally {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

const runs = Number(process.argv[2] ?? 15);
execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'ignore' });
const folder = mkdtempSync(join(tmpdir(), 'par-cold-'));
writeFileSync(join(folder, 'package.json'), '{"main":"index.js"}');
writeFileSync(join(folder, 'index.js'), "exports.empty = (request, response) => response.send('');\n");
const contestants: readonly Contestant[] = [
  {
    name: 'framework, empty handler',
    args: [FRAMEWORK, `--source=${folder}`, '--target=empty'],
    path: '',
    times: [],
  },
  { name: 'deployed bundle', args: [BUNDLE], path: 'health', times: [] },
];
try {
  for (let run = -1; run < runs; run += 1) {
    for (const contestant of contestants) {
      // biome-ignore lint/performance/noAwaitInLoops: in turn, so that a slow moment hits both alike
      await startOnce(contestant);
      if (run < 0) contestant.times.pop();
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
const [empty, bundle] = contestants.map(({ times }) => median(times));
for (const { name, times } of contestants)
  process.stdout.write(`cold start  ${name.padEnd(26)} ${median(times).toFixed(0)} ms\n`);
process.stdout.write(
  `cold start  ${((bundle ?? 0) / (empty ?? 1)).toFixed(2)} × the framework alone (goal: at most ${GOAL})\n`,
);
