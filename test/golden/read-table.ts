import { URL } from 'node:url';
import { type Row, readTableFile } from '../../sheets-templates/table-file.ts';

/** A published table kept beside the tests. */
export function readTable(name: string): readonly Row[] {
  return readTableFile(new URL(name, import.meta.url));
}
