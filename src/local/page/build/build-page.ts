import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../../../..');
const CLIENT = 'src/local/page/client';

/** Where the built page lies: beside the other builds, never in version control. */
export const PAGE_BUILD = join(ROOT, 'dist/page');

/** The scripts of the pages, by the name under which a page asks for them. */
const ENTRIES = ['workbook', 'home', 'tables'] as const;
/** Scripts by themselves: the worker in which the bound script runs, and what has to run before anything else. */
const ALONE = ['menu-worker', 'style-nonce'] as const;

const ManifestSchema = z.object({
  /** Files of the house that went in, each with the fingerprint of its text. */
  inputs: z.record(z.string(), z.string()),
  /** For each entry the files that the browser is to load at once, from the assets folder. */
  entries: z.record(z.string(), z.object({ script: z.string(), styles: z.array(z.string()) })),
});
export type PageManifest = z.infer<typeof ManifestSchema>;

const compress = promisify(gzip);

const MANIFEST = 'manifest.json';
/** What the packages are: their pins are all that changes them. */
const LOCK = 'package-lock.json';
/** How it is built. */
const BUILDER = 'src/local/page/build/build-page.ts';

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function fingerprintsOf(files: readonly string[]): Promise<Record<string, string>> {
  const pairs = files.map(async (file) => [file, fingerprint(await readFile(join(ROOT, file)))] as const);
  return Object.fromEntries(await Promise.all(pairs));
}

/** The manifest of a build whose every input is still the same; undefined when there is none, or something changed. */
export async function standingBuild(folder: string = PAGE_BUILD): Promise<PageManifest | undefined> {
  try {
    const manifest = ManifestSchema.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    const now = await fingerprintsOf(Object.keys(manifest.inputs));
    return Object.entries(manifest.inputs).every(([file, print]) => now[file] === print)
      ? manifest
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The grid's text engine can fetch the hyphenation patterns of seventy languages, 5 MB that cells of a spreadsheet have no use for: it gets an
 * empty one in the place of each.
 */
const WITHOUT_HYPHENATION: Plugin = {
  name: 'without-hyphenation',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ kind, importer }) =>
      kind === 'dynamic-import' && importer.includes('@univerjs/engine-render')
        ? { path: 'no-patterns', namespace: 'without-hyphenation' }
        : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'without-hyphenation' }, () => ({ contents: 'export {};' }));
  },
};

function common(outdir: string): BuildOptions & { readonly metafile: true } {
  return {
    absWorkingDir: ROOT,
    outdir,
    bundle: true,
    minify: true,
    metafile: true,
    charset: 'utf8',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    plugins: [WITHOUT_HYPHENATION],
    logLevel: 'warning',
  };
}

function entryOf({ outputs }: Metafile, name: string) {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === `${CLIENT}/${name}.ts`);
  if (found === undefined) throw new Error(`the build has no entry ${name}`);
  const [file, { cssBundle }] = found;
  return { script: basename(file), styles: cssBundle === undefined ? [] : [basename(cssBundle)] };
}

/** The weight of a built page, for who watches it. */
export interface PageBuild {
  readonly manifest: PageManifest;
  readonly metafile: Metafile;
}

async function buildInto(assets: string): Promise<PageBuild> {
  const pages = await build({
    ...common(assets),
    entryPoints: ENTRIES.map((name) => `${CLIENT}/${name}.ts`),
    format: 'esm',
    splitting: true,
  });
  const alone = await build({
    ...common(assets),
    entryPoints: ALONE.map((name) => `${CLIENT}/${name}.ts`),
    format: 'iife',
  });
  const metafile = {
    inputs: { ...pages.metafile.inputs, ...alone.metafile.inputs },
    outputs: { ...pages.metafile.outputs, ...alone.metafile.outputs },
  };
  const ours = Object.keys(metafile.inputs).filter(
    (file) => !file.includes('node_modules/') && !file.includes(':'),
  );
  const inputs = await fingerprintsOf([...ours, LOCK, BUILDER]);
  const entries = Object.fromEntries([...ENTRIES, ...ALONE].map((name) => [name, entryOf(metafile, name)]));
  return { manifest: { inputs, entries }, metafile };
}

/** Each file packed beside itself, once for all who load it. */
async function packFiles(folder: string): Promise<void> {
  const pack = async (file: string) =>
    writeFile(join(folder, `${file}.gz`), await compress(await readFile(join(folder, file)), { level: 9 }));
  await Promise.all((await readdir(folder)).map(pack));
}

const TRIES = 5;
const IN_THE_WAY: readonly unknown[] = ['ENOTEMPTY', 'EEXIST'];

/** Two workspaces that start at once both build: the later one takes the place of the earlier. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    // biome-ignore lint/performance/noAwaitInLoops: each try comes after the one before it
    await rm(folder, { recursive: true, force: true });
    try {
      return await rename(draft, folder);
    } catch (error) {
      const isInTheWay = error instanceof Error && 'code' in error && IN_THE_WAY.includes(error.code);
      if (!isInTheWay || tries === TRIES) throw error;
    }
  }
}

/** Builds the page and puts it in place whole: who serves the old one meanwhile never sees half of the new one. */
export async function buildPage(folder: string = PAGE_BUILD): Promise<PageBuild> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  try {
    const assets = join(draft, 'assets');
    const built = await buildInto(assets);
    await packFiles(assets);
    await writeFile(join(draft, MANIFEST), JSON.stringify(built.manifest));
    await putInPlace(draft, folder);
    return built;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
