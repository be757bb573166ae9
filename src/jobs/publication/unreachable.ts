/** True for a port's failure that says: there is no such file, or it is not shared with the functions' account. */
export function isUnreachable(error: unknown): boolean {
  const kind = typeof error === 'object' && error !== null && 'kind' in error ? error.kind : undefined;
  return kind === 'not-found' || kind === 'forbidden';
}
