import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultOf } from './log-line.ts';

/** Faults that are told one by one; more are counted. */
const TOLD = 10;

/**
 * Around the whole suite: keeps what the functions log in any test, and at the end holds every line against
 * what a line may hold. A run of tests that start no functions has no lines, and says so.
 */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'par-logs-'));
  const file = join(folder, 'functions.log');
  process.env['PAR_KEPT_LOGS'] = file;
  return () => {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    rmSync(folder, { recursive: true });
    const faults = lines.flatMap((line) => {
      const fault = faultOf(line);
      return fault === undefined ? [] : [`${line}\n${fault}`];
    });
    process.stdout.write(`Logs of the functions: ${lines.length} lines scanned, ${faults.length} faults\n`);
    if (faults.length === 0) return;
    process.stderr.write(`Log lines that may tell too much:\n${faults.slice(0, TOLD).join('\n')}\n`);
    // An error thrown here is printed by the runner and forgotten: the exit code says it.
    process.exitCode = 1;
  };
}
