import type { Unit } from '../../../src/domain/unit.ts';
import type { DemoLevel } from '../../criteria-sets/demo-set.ts';
import { chance } from './random.ts';
import { localityOf } from './units.ts';

/** A unit under a strain: the same draws at any strain, so that more strain never earns more. */
export interface Situation {
  readonly unit: Unit;
  readonly level: DemoLevel;
  /** 0 loses nothing; 1 loses about a tenth of all points. */
  readonly strain: number;
  /** Another attempt is another set of draws. */
  readonly attempt: number;
}

/** How much more than usual a criterion loses: what is hard everywhere, and what hardly anybody misses. */
const DIFFICULTY: ReadonlyMap<string, number> = new Map([
  ['1.1.1', 0.5],
  ['1.1.2', 0.5],
  ['1.3.2', 0.6],
  ['1.4', 0.3],
  ['1.5', 3.2],
  ['2.1', 0.6],
  ['2.2.1', 0.2],
  ['2.3.1', 0.2],
  ['3.2.1', 0.6],
  ['3.2.2', 0.5],
  ['3.3.2', 0.4],
  ['3.4.1', 1.5],
  ['3.4.2', 1.1],
  ['3.4.3', 1.5],
  ['3.5.1', 0.7],
  ['4.1', 0.3],
  ['4.2.1', 0.2],
  ['4.3', 0.4],
  ['5.1', 0.4],
  ['5.2', 0.3],
  ['5.3', 0.2],
  ['6.1', 1.6],
  ['7.1.1', 0.6],
  ['7.1.3', 1.7],
  ['7.2.1', 2.1],
  ['7.2.2', 3.4],
  ['7.2.3', 2.6],
  ['7.3', 0.9],
  ['8.1.1', 0.8],
  ['8.1.2', 0.7],
  ['8.1.3', 0.8],
  ['8.1.4', 1.0],
  ['8.1.5', 1.2],
  ['8.2', 0.8],
]);

/** Criteria in which one district is far from the next, and its communes with it. */
const DIVISIVE: ReadonlySet<string> = new Set(['3.4.1', '5.4', '6.1', '7.2.1', '7.2.2', '7.2.3', '7.3']);

/** The share of its points that a criterion loses at a strain of 1, on average. */
const USUAL_LOSS = 0.1;

/** How much a place or an office loses in a criterion against others: around 1. */
function localFactor({ unit }: Situation, code: string): number {
  const place = localityOf(unit);
  const isDivisive = DIVISIVE.has(code);
  const [field = ''] = code.split('.');
  const drawn = chance('locality', place, isDivisive ? code : field);
  return isDivisive ? 0.15 + 1.9 * drawn * (0.4 + drawn) : 0.6 + 0.8 * drawn;
}

/** The share of a criterion that a unit loses, not capped: continuous figures lose it, single events are this likely. */
function lossOf(situation: Situation, code: string): number {
  const difficulty = DIFFICULTY.get(code) ?? 1;
  return USUAL_LOSS * situation.strain * difficulty * localFactor(situation, code);
}

/** The draw of a unit for a criterion: what is under the loss happened. */
export function drawOf({ unit, attempt }: Situation, code: string, purpose = ''): number {
  return chance('draw', unit.id, code, purpose, attempt);
}

/** A continuous share attained, with the unit's own spread around the loss: it falls, and never to nothing. */
export function attainedShare(situation: Situation, code: string): number {
  const spread = 0.4 + 1.2 * drawOf(situation, code, 'spread');
  return 1 / (1 + lossOf(situation, code) * spread);
}

/** How many steps of some number a unit is down: few are more likely than many. */
export function stepsDown(situation: Situation, code: string, steps: number): number {
  const [loss, draw] = [lossOf(situation, code), drawOf(situation, code)];
  const isDown = (step: number) => draw < (loss * 1.6) / (1 + 2.2 * (step - 1));
  return Array.from({ length: steps }, (_, index) => index + 1).filter(isDown).length;
}
