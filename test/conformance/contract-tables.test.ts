import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const CONTRACT = join(ROOT, 'src/local/stand-in/contract');
/** Google's own discovery documents lie beside the repository, not in it. */
const DISCOVERY = resolve(ROOT, '../shared/conformance/discovery');
const [SHEETS, DRIVE] = [join(DISCOVERY, 'sheets.v4.json'), join(DISCOVERY, 'drive.v3.json')];
const hasDocuments = existsSync(SHEETS) && existsSync(DRIVE);

test.skipIf(!hasDocuments)(
  hasDocuments
    ? 'the contract tables are what the script makes of Google’s discovery documents'
    : 'the contract tables are not made anew: ../shared/conformance/discovery is not there',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'contract-tables-'));
    const script = ['--import', 'tsx', join(CONTRACT, 'make-table.ts')];
    await promisify(execFile)(
      process.execPath,
      [...script, '--sheets', SHEETS, '--drive', DRIVE, '--out', folder],
      { cwd: ROOT },
    );
    const names = ['sheets-table.json', 'drive-table.json'];
    const [made, kept] = await Promise.all(
      [folder, CONTRACT].map((where) =>
        Promise.all(names.map((name) => readFile(join(where, name), 'utf8'))),
      ),
    );
    await rm(folder, { recursive: true });
    expect(made).toEqual(kept);
  },
);
