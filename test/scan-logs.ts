import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { faultOf } from './log-line.ts';

/** Faults that are told one by one; more are counted. */
const TOLD = 10;

/** Calls every function as every kind of caller: where it ran, lines were logged, or nobody kept them. */
const CALLS_EVERY_FUNCTION = 'test/functions/access/matrix.test.ts';

function callsFunctions({ state }: TestProject['vitest']): boolean {
  const matrix = state.getTestModules().find(({ moduleId }) => moduleId.endsWith(CALLS_EVERY_FUNCTION));
  return matrix !== undefined && ['passed', 'failed'].includes(matrix.state());
}

/**
 * Around the whole suite: keeps what the functions log in any test, in the processes that tests start as well, and at
 * the end holds every line against what a line may hold. A run of tests that start no functions has no lines, and
 * says so; a whole run without any line fails.
 */
export function setup({ vitest }: TestProject): () => void {
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
    if (lines.length === 0 && callsFunctions(vitest)) {
      process.stderr.write(
        'The functions were called and no line of their logs was kept: nothing was scanned.\n',
      );
      process.exitCode = 1;
    }
    if (faults.length === 0) return;
    process.stderr.write(`Log lines that may tell too much:\n${faults.slice(0, TOLD).join('\n')}\n`);
    // An error thrown here is printed by the runner and forgotten: the exit code says it.
    process.exitCode = 1;
  };
}
