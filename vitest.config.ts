import { defineConfig } from 'vitest/config';

/** Far from the clients' own zone, so that a test which leans on the machine's clock fails here. */
process.env['TZ'] = 'America/Anchorage';

const PROPERTIES = 'test/**/*.property.test.ts';
/** What takes minutes: not in npm test, but in .ci/run. */
const SLOW = 'test/**/*.slow.test.ts';

/** Limits are for what never ends; no test may fail because a machine is slow. */
const project = (name: string, include: string[], testTimeout = 60_000) => ({
  test: {
    name,
    include,
    exclude: [PROPERTIES, SLOW].filter((pattern) => !include.includes(pattern)),
    // Most of the time of small files was loading what others had loaded. No file leaves anything behind in its process.
    isolate: false,
    testTimeout,
    hookTimeout: 180_000,
    // Tests wait for what must come, however slow the machine is; its own limit of a second decided some of them.
    // A window that the system gives no time drops a key; what is broken fails twice.
    retry: name === 'browser' ? 1 : 0,
    expect: { poll: { timeout: 30_000 } },
    setupFiles: ['test/keep-logs.ts', 'test/property-seed.ts'],
    // Measured once, not once in every project at the same time.
    benchmark: { include: name === 'local' ? ['test/**/*.bench.ts'] : [] },
  },
});

export default defineConfig({
  test: {
    /** Many tests wait for processes of their own: every core takes its share. */
    maxWorkers: '100%',
    globalSetup: ['test/scan-logs.ts', 'test/check-answers.ts', 'test/say-what-is-left-out.ts'],
    projects: [
      project('unit', ['test/{domain,engine,workbook,sheets,jobs,architecture,templates}/**/*.test.ts']),
      project('property', [PROPERTIES], 180_000),
      project('golden', ['test/golden/**/*.test.ts']),
      project('contract', ['test/contract/**/*.test.ts'], 180_000),
      project('slow', [SLOW], 600_000),
      project('conformance', ['test/conformance/**/*.test.ts'], 180_000),
      project('local', ['test/{local,functions,offline}/**/*.test.ts'], 300_000),
      project('browser', ['test/browser/**/*.test.ts'], 300_000),
      project('pictures', ['test/pictures/**/*.picture.ts'], 120_000),
    ],
  },
});
