import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { scoreEntries } from '../../src/jobs/score-entries.ts';
import { OfflineFailure } from '../../src/offline/offline-failure.ts';
import { makeResult } from '../../src/offline/result/make-result.ts';
import { readResult, scoreboardOf } from '../../src/offline/result/read-result.ts';
import { ResultSchema } from '../../src/offline/result/result-schema.ts';
import { outputContext } from '../../src/workbook/output/output-context.ts';
import { sampleInput } from '../jobs/sample.ts';

const PUBLISHED = join(import.meta.dirname, '../../docs/result.schema.json');

async function resultOf(sample: string) {
  const input = await sampleInput(sample);
  const scored = scoreEntries(input);
  return { scored, result: makeResult(scored, input, outputContext(input), []) };
}

test('the published JSON Schema is the one that the command writes by', async () => {
  const published: unknown = JSON.parse(await readFile(PUBLISHED, 'utf8'));
  expect(published).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(ResultSchema))));
});

test.each(['binh-duong-2017', 'binh-duong-2022', 'tay-ninh-2023'])(
  'the document of %s fits its schema, and its exact figures are the scoreboard again',
  async (sample) => {
    const { scored, result } = await resultOf(sample);
    const again = readResult(JSON.stringify(result), 'result.json');
    expect(again).toEqual(result);
    const places = (board: typeof scored.scoreboard) =>
      board.groups.map(({ ranked, mean }) => [
        mean,
        ranked.map(({ index, standing, sheet }) => [sheet.unit.id, index, standing.rank, sheet.earned]),
      ]);
    expect(places(scoreboardOf(again))).toEqual(places(scored.scoreboard));
  },
);

test.each([
  [
    'not JSON',
    () => 'x',
    'result.json is not a result of par-index, or was written by another version (JSON).',
  ],
  [
    'another version',
    (text: string) => text.replace('par-index-result/1', 'par-index-result/2'),
    'result.json is not a result of par-index, or was written by another version (format).',
  ],
  [
    'a rank changed by hand',
    (text: string) =>
      text.replace(
        '"standing":{"beyondShownDecimals":false,"of":9,"rank":2',
        '"standing":{"beyondShownDecimals":false,"of":9,"rank":1',
      ),
    'The figures in result.json do not have the results hash that it states: the file was altered.',
  ],
])('%s is refused', async (_, spoil, sentence) => {
  const { result } = await resultOf('binh-duong-2017');
  const text = JSON.stringify(result);
  const spoilt = spoil(text);
  expect(spoilt).not.toBe(text);
  try {
    readResult(spoilt, 'result.json');
    expect.unreachable();
  } catch (error) {
    expect(error instanceof OfflineFailure && error.sentence.en).toBe(sentence);
  }
});
