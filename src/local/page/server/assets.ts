import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { PageManifest } from '../build/build-page.ts';
import type { Answered } from './exchange.ts';

/** The built scripts and styles, in memory: a build that is made meanwhile takes nothing away from under this server. */
export interface Assets {
  readonly find: (name: string) => Answered | undefined;
  /** What a page loads at its beginning. */
  readonly entry: (name: string) => { readonly script: string; readonly styles: readonly string[] };
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Names carry the fingerprint of what is in the file. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export async function loadAssets(folder: string, { entries }: PageManifest): Promise<Assets> {
  const assets = join(folder, 'assets');
  const names = (await readdir(assets)).filter((name) => name.endsWith('.gz'));
  const files = new Map(
    await Promise.all(
      names.map(async (name) => [name.slice(0, -'.gz'.length), await readFile(join(assets, name))] as const),
    ),
  );
  return {
    find: (name) => {
      const body = files.get(name);
      const type = TYPES[extname(name)];
      if (body === undefined || type === undefined) return undefined;
      const headers = { 'content-type': type, 'content-encoding': 'gzip', 'cache-control': FOR_EVER };
      return { status: 200, headers, body };
    },
    entry: (name) => {
      const found = entries[name];
      if (found === undefined) throw new Error(`the page has no script ${name}`);
      return found;
    },
  };
}
