import * as z from 'zod';
import type { Structure } from '../domain/spreadsheet.ts';
import type { CallProblem } from './call-result.ts';

const bodySchema = z.object({ requests: z.array(z.unknown()) });

/** The first sheet that a request names; every kind of ours names one at most. */
function sheetIdIn(request: unknown): number | undefined {
  const found = /"sheetId":(\d+)/.exec(JSON.stringify(request) ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

/** A refusal by a protected range with the title of its tab, from the request that Google refused. */
export function nameTab(problem: CallProblem, body: string, structure: Structure | undefined): CallProblem {
  if (problem.failure.kind !== 'protected-range' || problem.request === undefined) return problem;
  const sheetId = sheetIdIn(bodySchema.parse(JSON.parse(body)).requests[problem.request]);
  const tab = structure?.sheets.find((sheet) => sheet.sheetId === sheetId)?.title;
  return tab === undefined ? problem : { ...problem, failure: { ...problem.failure, tab } };
}
