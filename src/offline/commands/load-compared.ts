import { extname } from 'node:path';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import { kindOf, readBytes } from '../files/file-reading.ts';
import { makeResult } from '../result/make-result.ts';
import { readResult, scoreboardOf } from '../result/read-result.ts';
import type { Result } from '../result/result-schema.ts';
import type { Host } from './command.ts';
import { scoreWorkbook } from './score-workbook.ts';

/** One side of a comparison, whatever it was read from. */
export interface Compared {
  readonly document: Result;
  readonly board: Scoreboard;
}

/** A result document as it stands, or a workbook scored now. */
export async function loadCompared(path: string, host: Host): Promise<Compared> {
  const isDocument = extname(path).toLowerCase() === '.json' && (await kindOf(path)) === 'file';
  if (isDocument) {
    const document = readResult(new TextDecoder().decode(await readBytes(path)), path);
    return { document, board: scoreboardOf(document) };
  }
  const { scored, input, context, issues } = await scoreWorkbook(path, host);
  return { document: makeResult(scored, input, context, issues), board: scored.scoreboard };
}
