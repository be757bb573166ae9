import type { CallProblem, CallResult } from '../call-result.ts';
import { closedTo, type ProtectedTab } from './closed-ranges.ts';
import { requestAreas } from './request-areas.ts';

/** The calls by which a refusal is looked into. */
export interface ProtectionCalls {
  readonly protections: () => Promise<CallResult<readonly ProtectedTab[]>>;
  readonly owners: () => Promise<CallResult<readonly string[]>>;
}

/**
 * A refusal by a protection, with the cells that are closed and those who may open them. Asked only now, so that a
 * write that goes through takes no call for it; what cannot be learnt is left out.
 */
export async function learnProtection(
  problem: CallProblem,
  body: string,
  calls: ProtectionCalls,
): Promise<CallProblem> {
  const { failure, request } = problem;
  if (failure.kind !== 'protected-range') return problem;
  const tabs = await calls.protections();
  const { cells, editors } = closedTo(requestAreas(body, request), tabs.ok ? tabs.value : []);
  const owners = editors.length > 0 ? undefined : await calls.owners();
  return {
    ...problem,
    failure: {
      ...failure,
      ...(cells.length === 0 ? {} : { cells }),
      ...(editors.length === 0 ? {} : { editors }),
      ...(owners?.ok === true && owners.value.length > 0 ? { owners: owners.value } : {}),
    },
  };
}
