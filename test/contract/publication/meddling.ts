const addressOf = (input: Parameters<typeof fetch>[0]) =>
  String(input instanceof Request ? input.url : input);

/** When somebody else does something in the middle of a run. */
export type Moment = 'after filling' | 'before noting' | 'after opening';

/** Which call of a run a moment is at. */
function isAt(moment: Moment, resultsId: string, address: string, method: string | undefined): boolean {
  const isBatch = address.includes(':batchUpdate');
  switch (moment) {
    case 'after filling':
      return isBatch && address.includes(resultsId);
    case 'before noting':
      return isBatch && !address.includes(resultsId);
    default:
      return address.includes('/permissions') && method === 'POST';
  }
}

/** Carries the calls of a run, does something once at a moment of it, and counts how many were let in. */
export function meddling(moment: Moment, resultsId: string, act: () => Promise<unknown>) {
  let done = false;
  let letIn = 0;
  const carry: typeof fetch = async (input, init) => {
    const [address, method] = [addressOf(input), init?.method];
    const isNow = !done && isAt(moment, resultsId, address, method);
    done ||= isNow;
    if (isNow && moment === 'before noting') await act();
    const response = await fetch(input, init);
    if (isAt('after opening', resultsId, address, method)) letIn += 1;
    if (isNow && moment !== 'before noting') await act();
    return response;
  };
  return { fetch: carry, letIn: () => letIn };
}
