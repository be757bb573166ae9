import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '../..');

/** The stand-in as a process of its own, which a test may kill as a power cut would. */
export interface StandInProcess {
  readonly rootUrl: string;
  readonly port: number;
  readonly kill: () => Promise<void>;
}

/** Starts the stand-in on a store and waits until it is ready. */
export async function startStandInProcess(storeDir: string, port = 0): Promise<StandInProcess> {
  const args = ['--import', 'tsx', 'src/local/stand-in/main.ts', '--port', String(port), '--store', storeDir];
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('the stand-in needs a pipe');
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const [rootUrl = ''] = /http:\S+/.exec(line) ?? [];
  return {
    rootUrl,
    port: Number(new URL(rootUrl).port),
    kill: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
