import { extname } from 'node:path';
import type { Scoreboard } from '../../domain/scoreboard.ts';
import { kindOf, readBytes } from '../files/file-reading.ts';
import { makeResult } from '../result/make-result.ts';
import { readResult, scoreboardOf } from '../result/read-result.ts';
import type { Result } from '../result/result-schema.ts';
import type { Host } from './command.ts';
import { type ScoredWorkbook, scoreWorkbook } from './score-workbook.ts';

/** One side of a comparison, whatever it was read from. */
export interface Compared {
  readonly document: Result;
  readonly board: Scoreboard;
  /** What a result document does not hold: the entries, and what they are compared with. */
  readonly workbook?: Pick<ScoredWorkbook, 'input' | 'history' | 'context'>;
}

/** A result document as it stands, or a workbook scored now. */
export async function loadCompared(path: string, host: Host): Promise<Compared> {
  const isDocument = extname(path).toLowerCase() === '.json' && (await kindOf(path)) === 'file';
  if (isDocument) {
    const document = readResult(new TextDecoder().decode(await readBytes(path)), path);
    return { document, board: scoreboardOf(document) };
  }
  const { scored, input, history, context, issues } = await scoreWorkbook(path, host);
  return {
    document: makeResult(scored, input, context, issues),
    board: scored.scoreboard,
    workbook: { input, history, context },
  };
}
