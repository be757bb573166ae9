import type { ComponentResult, NodeResult } from './scoreboard.ts';

/** The component results below some rows, in printed order. */
export function componentResultsOf(results: readonly NodeResult[]): readonly ComponentResult[] {
  return results.flatMap((result) =>
    result.kind === 'component' ? [result] : componentResultsOf(result.children),
  );
}
