import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';

/** The checker reads the whole house; a busy machine takes its time. */
const PATIENCE = 120_000;

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const CONFIG = '.dependency-cruiser.cjs';

const ReportSchema = z.object({
  summary: z.object({
    totalCruised: z.number(),
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});
type Report = z.infer<typeof ReportSchema>['summary'];

async function cruise(directory: string): Promise<Report> {
  const cli = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', CONFIG, '--output-type', 'json', 'src', 'functions'];
  const { stdout } = await run(process.execPath, [cli, ...options], {
    cwd: directory,
    maxBuffer: 64 * 1024 * 1024,
  });
  return ReportSchema.parse(JSON.parse(stdout)).summary;
}

/** One forbidden import for each wall of the house, with the rule that has to notice it. */
const TRESPASSES: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['src/domain/a.ts', '../engine/target.ts', 'domain-is-a-leaf'],
  ['src/engine/a.ts', '../workbook/target.ts', 'engine-sees-domain'],
  ['src/workbook/a.ts', '../sheets/target.ts', 'workbook-is-pure'],
  ['src/sheets/a.ts', '../jobs/target.ts', 'sheets-knows-no-tab'],
  ['src/jobs/a.ts', '../sheets/target.ts', 'jobs-use-the-port'],
  ['src/jobs/b.ts', 'node:fs', 'jobs-have-no-host'],
  ['src/engine/b.ts', 'node:fs', 'pure-rooms-have-no-host'],
  ['src/engine/c.ts', '../offline/target.ts', 'composition-roots-are-roots'],
  ['src/local/stand-in/a.ts', '../../domain/target.ts', 'stand-in-stands-alone'],
  ['src/sheets/b.ts', '../../test/target.ts', 'no-production-to-test'],
  ['src/local/page/client/a.ts', 'node:fs', 'page-runs-in-a-browser'],
  ['src/local/page/client/b.ts', '../server/target.ts', 'page-client-sees-no-server'],
  ['src/local/page/client/c.ts', '../../../jobs/target.ts', 'page-client-sees-no-server'],
  ['src/local/page/model/a.ts', 'node:fs', 'page-runs-in-a-browser'],
  ['src/local/page/model/b.ts', '../server/target.ts', 'page-model-is-pure'],
  ['src/local/script-host/fakes/a.ts', 'node:vm', 'page-runs-in-a-browser'],
  ['src/local/page/client/d.ts', '@univerjs/core', 'univer-behind-its-adapter'],
];
const ROOMS = [
  'domain',
  'engine',
  'workbook',
  'sheets',
  'jobs',
  'offline',
  'local/stand-in',
  'local/page/server',
];

let fixture: string;

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(fixture, file)), { recursive: true });
  await writeFile(join(fixture, file), text);
}

beforeAll(async () => {
  fixture = await mkdtemp(join(tmpdir(), 'rooms-'));
  await cp(join(ROOT, CONFIG), join(fixture, CONFIG));
  await cp(join(ROOT, 'tsconfig.json'), join(fixture, 'tsconfig.json'));
  const targets = [...ROOMS.map((room) => `src/${room}/target.ts`), 'test/target.ts', 'functions/target.ts'];
  await Promise.all(targets.map((file) => put(file, 'export const target = 1;\n')));
  await put(
    'node_modules/@univerjs/core/package.json',
    '{"name":"@univerjs/core","version":"0.0.0","main":"a.js"}',
  );
  await put('node_modules/@univerjs/core/a.js', 'exports.target = 1;\n');
  await Promise.all(
    TRESPASSES.map(([file, imports]) =>
      put(file, `import * as found from '${imports}';\nexport { found };\n`),
    ),
  );
});

afterAll(() => rm(fixture, { recursive: true, force: true }));

test(
  'no import crosses a wall of the house, and the checker saw the house',
  async () => {
    const { totalCruised, violations } = await cruise(ROOT);
    expect(violations).toEqual([]);
    expect(totalCruised).toBeGreaterThan(100);
  },
  PATIENCE,
);

test(
  'an import through any wall is noticed by the rule for that wall',
  async () => {
    const { violations } = await cruise(fixture);
    const noticed = violations.map(({ from, rule }) => `${from}: ${rule.name}`);
    expect(noticed).toEqual(expect.arrayContaining(TRESPASSES.map(([file, , rule]) => `${file}: ${rule}`)));
  },
  PATIENCE,
);
