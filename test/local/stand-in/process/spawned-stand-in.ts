import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';

export const ROOT = resolve(import.meta.dirname, '../../../..');
const MAIN = join(ROOT, 'src/local/stand-in/main.ts');

/** The command as one file, so that a hundred starts take seconds and not minutes. */
export async function bundledMain(directory: string): Promise<string> {
  const outfile = join(directory, 'stand-in.mjs');
  const banner = {
    js: "import { createRequire as requireOfFile } from 'node:module'; const require = requireOfFile(import.meta.url);",
  };
  await build({
    entryPoints: [MAIN],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    banner,
  });
  return outfile;
}

export interface Spawned {
  readonly rootUrl: string;
  readonly child: ChildProcess;
  /** Ends it with the signal and waits until it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The command in a process of its own, ready to answer. */
export async function spawnStandIn(
  bundle: string,
  storeDir: string,
  nodeOptions: readonly string[] = [],
): Promise<Spawned> {
  const child = spawn(process.execPath, [...nodeOptions, bundle, '--port', '0', '--store', storeDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [ready] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the stand-in ended before it was ready'))),
  ])) as [string];
  const rootUrl = /http:\/\/\S+/.exec(ready)?.[0];
  if (rootUrl === undefined) throw new Error(`no address in: ${ready}`);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  };
  return { rootUrl, child, end };
}
