import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command to its end, as a person does. */
export function parIndex(...args: readonly string[]): Promise<Ended> {
  const env = { PATH: process.env['PATH'], LANG: 'en_GB.UTF-8' };
  const command = ['--import', 'tsx', 'src/offline/main.ts', ...args];
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      command,
      { cwd: ROOT, env, maxBuffer: 50_000_000 },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      },
    );
  });
}
