import { join } from 'node:path';
import { build } from 'esbuild';

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  return outputFiles[0]?.text ?? '';
}

/** The script host’s thread as one text: the loader that runs TypeScript here does not reach into threads. */
export function bundleWorker(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}
