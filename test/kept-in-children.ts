import { join } from 'node:path';

/** Options of node with which a process of the product's keeps the logs of its functions for the scan (keep-logs.ts). */
export const KEEPS_LOGS: readonly string[] = [
  '--import',
  'tsx',
  '--import',
  join(import.meta.dirname, 'keep-logs.ts'),
];

/** Where such a process keeps them; empty outside of a suite. */
export function keptLogs(): Readonly<Record<string, string>> {
  const file = process.env['PAR_KEPT_LOGS'];
  return file === undefined ? {} : { PAR_KEPT_LOGS: file };
}
