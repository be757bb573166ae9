import type { ComponentResult, NodeResult } from '../domain/scoreboard.ts';

/** The component results below some rows, in printed order. */
export function componentResultsOf(results: readonly NodeResult[]): readonly ComponentResult[] {
  const components: ComponentResult[] = [];
  addComponents(results, components);
  return components;
}

/** One list is filled, because a list for every row costs many times the work on a hundred thousand marks. */
function addComponents(results: readonly NodeResult[], components: ComponentResult[]): void {
  for (const result of results) {
    if (result.kind === 'component') components.push(result);
    else addComponents(result.children, components);
  }
}
