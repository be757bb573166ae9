import type { Component } from '../domain/criteria-set.ts';
import type { ComponentResult } from '../domain/scoreboard.ts';

/** A component with its result; left out when its survey was not held and the rest is read on the full scale. */
export interface ScoredComponent {
  readonly component: Component;
  readonly result: ComponentResult;
  readonly leftOut: boolean;
}
