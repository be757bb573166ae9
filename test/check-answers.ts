import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { BREACH_LOG } from '../src/local/stand-in/contract/answer-check.ts';

/** Breaches that are told one by one; more are counted. */
const TOLD = 10;

/**
 * Around the whole suite: every stand-in that any test starts, in this process or another, holds each of its answers
 * against Google's contract, and one breach fails the run. Where speed is measured, nothing is checked.
 */
export function setup({ vitest }: TestProject): () => void {
  if (vitest.config.mode === 'benchmark') return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'par-breaches-'));
  const file = join(folder, 'breaches.log');
  process.env[BREACH_LOG] = file;
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    rmSync(folder, { recursive: true });
    const breaches = lines.filter((line) => line !== 'server');
    const servers = lines.length - breaches.length;
    process.stdout.write(
      `Answers of ${servers} stand-ins held against the contract: ${breaches.length} breaches\n`,
    );
    if (breaches.length === 0) return;
    process.stderr.write(`${breaches.slice(0, TOLD).join('\n')}\n`);
    process.exitCode = 1;
  };
}
