import type { Anchor, Change } from '../domain/change.ts';

/** Anchors by the sheet that their line is in. */
export function anchorsBySheet(anchors: readonly Anchor[]): ReadonlyMap<number, readonly Anchor[]> {
  const sheetIds = new Set(anchors.map(({ line }) => line.sheetId));
  const of = (sheetId: number) => anchors.filter(({ line }) => line.sheetId === sheetId);
  return new Map([...sheetIds].map((sheetId) => [sheetId, of(sheetId)]));
}

/** Anchors that a run put and that its commit does not keep: nothing may be left behind. */
export function releaseOthers(changes: readonly Change[], put: readonly number[]): readonly Change[] {
  const kept = new Set(changes.flatMap((change) => (change.kind === 'hold-line' ? [change.anchorId] : [])));
  return put
    .filter((anchorId) => !kept.has(anchorId))
    .map((anchorId): Change => ({ kind: 'hold-line', anchorId }));
}
