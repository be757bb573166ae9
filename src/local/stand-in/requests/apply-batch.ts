import { dataSourceField } from '../contract/data-source-field.ts';
import { badRequest, deadlineExceeded, invalidPart, notImplemented } from '../contract/google-error.ts';
import { isJsonObject, type JsonObject } from '../contract/json.ts';
import type { Workbook } from '../model/workbook.ts';
import { NotBuilt, Refusal } from '../refusal.ts';
import type { BatchContext } from './handler.ts';
import { REQUEST_KINDS } from './registry.ts';

export interface AppliedBatch {
  readonly workbook: Workbook;
  readonly replies: readonly JsonObject[];
}

/**
 * All requests or none (the discovery document on batchUpdate): each sees what those before it did, and the first that is refused ends the
 * call. The given workbook is a value, so leaving it is the whole rollback.
 */
export function applyBatch(
  workbook: Workbook,
  requests: readonly JsonObject[],
  context: BatchContext,
): AppliedBatch {
  if (requests.length === 0) throw badRequest('Must specify at least one request.');
  let current = workbook;
  const replies: JsonObject[] = [];
  for (const [index, request] of requests.entries()) {
    const [kind] = Object.keys(request);
    const body = kind === undefined ? undefined : request[kind];
    if (kind === undefined || !isJsonObject(body))
      throw badRequest(`Invalid requests[${index}]: No request set.`);
    const applied = applyOne(current, { place: `requests[${index}].${kind}`, kind, body }, context);
    current = applied.workbook;
    if (context.isLate()) throw deadlineExceeded();
    replies.push(applied.reply === undefined ? {} : { [kind]: applied.reply });
  }
  return { workbook: current, replies };
}

interface PlacedRequest {
  readonly place: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** The kinds that enter values into cells; pasting and moving carry what is there already. */
const ENTERING: ReadonlySet<string> = new Set([
  'updateCells',
  'repeatCell',
  'appendCells',
  'pasteData',
  'findReplace',
  'textToColumns',
]);

function applyOne(workbook: Workbook, { place, kind, body }: PlacedRequest, context: BatchContext) {
  const apply = REQUEST_KINDS.get(kind);
  if (apply === undefined) throw notImplemented(`batchUpdate request kind ${kind}`);
  const source = dataSourceField(body);
  if (source !== undefined) throw notImplemented(`${kind} with ${source}`);
  try {
    const applied = apply(workbook, body, context);
    if (ENTERING.has(kind)) context.checkInput(workbook, applied.workbook);
    return applied;
  } catch (error) {
    if (error instanceof Refusal) throw invalidPart(place, error.message);
    if (error instanceof NotBuilt) throw notImplemented(error.message);
    throw error;
  }
}
