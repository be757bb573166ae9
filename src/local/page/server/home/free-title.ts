import * as z from 'zod';
import type { GoogleAs } from '../google-as.ts';

const NamesSchema = z.object({ files: z.array(z.object({ name: z.string() })).default([]) });

/** The title, with a number behind it when a workbook has it already: two of one name are easily mistaken. */
export async function freeTitle(title: string, google: GoogleAs): Promise<string> {
  const query = { q: 'trashed = false', pageSize: '1000', fields: 'files(name)' };
  const { files } = NamesSchema.parse((await google('drive/v3/files', { query })).body);
  const taken = new Set(files.map(({ name }) => name));
  const numbered = (number: number): string => {
    const candidate = number === 1 ? title : `${title} (${number})`;
    return taken.has(candidate) ? numbered(number + 1) : candidate;
  };
  return numbered(1);
}
