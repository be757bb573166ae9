import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startStandIn } from '../../src/local/stand-in/stand-in.ts';
import differing from './differing-exchanges.json' with { type: 'json' };

/** Recorded Google traffic and its harness lie beside the repository, not in it. */
const EVIDENCE = resolve(import.meta.dirname, '../../../shared/conformance');
const RECORDING = join(EVIDENCE, 'recordings', differing.recording);
const HARNESS = join(EVIDENCE, 'replay/replay.mjs');
const hasEvidence = existsSync(RECORDING) && existsSync(HARNESS);

interface Report {
  readonly summary: { readonly played: number; readonly exact: number; readonly look?: number };
  readonly results: readonly {
    readonly cassette: string;
    readonly index: number;
    readonly total?: number;
    readonly ok?: number;
    readonly skipped?: string;
    readonly diffs?: readonly string[];
  }[];
}

/** The account that made the recording, masked, as one of its answers names it. */
function recordedAccount(): string {
  const named = /"ownerNames":\s*\["([^"]+)"\]/.exec(readFileSync(RECORDING, 'utf8'))?.[1];
  if (named === undefined) throw new Error('the recording names no owner');
  return named;
}

async function replay(): Promise<Report> {
  const directory = await mkdtemp(join(tmpdir(), 'conformance-'));
  const standIn = await startStandIn({
    port: 0,
    storeDir: join(directory, 'store'),
    unknownTokens: 'own-account',
  });
  try {
    const json = join(directory, 'report.json');
    const base = `http://127.0.0.1:${standIn.port}`;
    await promisify(execFile)(
      process.execPath,
      [HARNESS, '--base', base, '--file', RECORDING, '--token', recordedAccount(), '--theme', '--json', json],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(await readFile(json, 'utf8')) as Report;
  } finally {
    await standIn.close();
    await rm(directory, { recursive: true });
  }
}

test.skipIf(!hasEvidence)(
  hasEvidence
    ? 'the stand-in answers recorded Google traffic as Google did, except where the list says why not'
    : 'recorded Google traffic is not replayed: ../shared/conformance is not there',
  async () => {
    const { summary, results } = await replay();
    const unlike = results
      .filter(({ skipped, ok, total }) => skipped === undefined && ok !== total)
      .map(({ cassette, index, diffs }) => ({ cassette, index, diffs }));
    const unlisted = unlike.filter(
      (one) =>
        !differing.differing.some(({ cassette, index }) => cassette === one.cassette && index === one.index),
    );
    expect(unlisted).toEqual([]);
    expect(summary.played).toBe(differing.played);
    expect(summary.exact).toBeGreaterThanOrEqual(differing.floor);
    // An exchange that has come right must leave the list, and the floor must follow: the number can only rise.
    expect(differing.differing).toHaveLength(unlike.length);
    expect(differing.floor).toBe(differing.played - differing.differing.length);
  },
);
