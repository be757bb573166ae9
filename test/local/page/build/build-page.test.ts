import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Metafile } from 'esbuild';
import { beforeAll, expect, test } from 'vitest';
import { buildPage, type PageBuild, standingBuild } from '../../../../src/local/page/build/build-page.ts';
import { temporaryFolder } from '../../../temporary-folder.ts';

/** What a workbook may load before it can be worked in, packed. */
const MOST_BYTES = 2_200_000;

let folder = '';
let built: PageBuild;
beforeAll(async () => {
  folder = join(await temporaryFolder(), 'page');
  built = await buildPage(folder);
});

function outputOf({ outputs }: Metafile, script: string): string {
  return Object.keys(outputs).find((file) => basename(file) === script) ?? '';
}

/** The script of an entry with all that it imports, and what it fetches a moment later but for the words of one other language. */
function loaded(entry: string): readonly string[] {
  const { manifest, metafile } = built;
  const files = new Set<string>();
  const add = (file: string) => {
    if (files.has(file)) return;
    files.add(file);
    for (const { path } of metafile.outputs[file]?.imports ?? []) if (!/en-US/.test(path)) add(path);
  };
  add(outputOf(metafile, manifest.entries[entry]?.script ?? ''));
  return [...files];
}

async function packedBytes(files: readonly string[]): Promise<number> {
  const sizes = files.map(async (file) => (await stat(join(folder, 'assets', `${basename(file)}.gz`))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test('a workbook with its grid, its words and its charts is lighter than 2.2 MB packed, the other pages than 100 KB', async () => {
  const files = loaded('workbook');
  expect(files.length).toBeGreaterThan(3);
  expect(await packedBytes(files)).toBeLessThan(MOST_BYTES);
  expect(await packedBytes([...loaded('home'), ...loaded('tables')])).toBeLessThan(100_000);
});

test('nothing of the grid’s commercial packages is in the page, and none is installed', async () => {
  const foreign = /@univerjs-pro\/|@univerjs\/presets\//;
  const inputs = Object.keys(built.metafile.inputs);
  expect(inputs.filter((file) => file.includes('@univerjs/')).length).toBeGreaterThan(10);
  expect(inputs.filter((file) => foreign.test(file))).toEqual([]);
  const lock = await readFile(join(import.meta.dirname, '../../../../package-lock.json'), 'utf8');
  expect(lock).toContain('"node_modules/@univerjs/core"');
  expect(lock).not.toMatch(/"node_modules\/(@univerjs-pro\/|@univerjs\/presets")/);
});

test('a build stands while every source is the one that it was made from', async () => {
  expect(await standingBuild(folder)).toEqual(built.manifest);
  const manifest = join(folder, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  const source = 'src/local/page/client/grid.ts';
  const before = built.manifest.inputs[source] ?? 'none';
  await writeFile(
    manifest,
    text.replace(
      before,
      before.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    ),
  );
  expect(await standingBuild(folder)).toBeUndefined();
  await writeFile(manifest, text);
  expect(await standingBuild(folder)).toEqual(built.manifest);
  await writeFile(manifest, text.slice(0, -1));
  expect(await standingBuild(folder)).toBeUndefined();
  expect(await standingBuild(join(folder, 'elsewhere'))).toBeUndefined();
});
