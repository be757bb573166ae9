import type { HttpFunction } from '@google-cloud/functions-framework';
import { makeOneAtATime } from './one-at-a-time.ts';
import { type Surroundings, serveFunction } from './serve-function.ts';
import { makeSetup } from './setup.ts';

export function setupFunction(surroundings: Surroundings): HttpFunction {
  const { openSpreadsheet, serviceAccount } = surroundings;
  return serveFunction(
    makeSetup({ openSpreadsheet, serviceAccount, oneAtATime: makeOneAtATime() }),
    surroundings,
  );
}
