import type { Calculation, Computed } from './calculation.ts';
import { computeWithIronCalc } from './iron-calc.ts';

/** A question to the engine's process and its answer. */
export interface EngineQuestion {
  readonly id: number;
  readonly calculation: Calculation;
}

export interface EngineAnswer {
  readonly id: number;
  readonly computed: readonly Computed[];
}

// A process of its own: a formula that never ends, or takes all the memory there is, ends here and nowhere else.
process.on('message', (question: EngineQuestion) => {
  const answer: EngineAnswer = { id: question.id, computed: computeWithIronCalc(question.calculation) };
  process.send?.(answer);
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
