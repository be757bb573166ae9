import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

/** Keeps every line that functions log while tests run, for the scan at their end (scan-logs.ts). */
const file = process.env['PAR_KEPT_LOGS'];
if (file !== undefined) {
  subscribe('par-index.functions.logged', (line) => appendFileSync(file, `${String(line)}\n`));
}
