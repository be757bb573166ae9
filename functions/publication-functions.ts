import type { HttpFunction } from '@google-cloud/functions-framework';
import type { GoogleConnection } from '../src/sheets/google-connection.ts';
import type { Config } from './config.ts';
import { makePublicationParts } from './publication-parts.ts';
import { makePublish } from './publish.ts';
import { type Surroundings, serveFunction } from './serve-function.ts';
import { makeVerify } from './verify.ts';
import { makeWithdraw } from './withdraw.ts';

/** Publishing, withdrawing and verifying: together, because they never overlap on one workbook. */
export function publicationFunctions(
  config: Config,
  connection: GoogleConnection,
  surroundings: Surroundings,
): Readonly<Record<'publish' | 'withdraw' | 'verify', HttpFunction>> {
  const parts = makePublicationParts(config, connection);
  return {
    publish: serveFunction(makePublish(parts), surroundings),
    withdraw: serveFunction(makeWithdraw(parts), surroundings),
    verify: serveFunction(makeVerify(parts), surroundings),
  };
}
