import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES_FOLDER = join(import.meta.dirname, '../../sheets-templates/samples');

/** The samples that come with the product: whatever folders lie there, in the order of their names. */
export function allSamples(): readonly string[] {
  const entries = readdirSync(SAMPLES_FOLDER, { withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(SAMPLES_FOLDER, name));
  return folders.toSorted((a, b) => (a < b ? -1 : 1));
}
