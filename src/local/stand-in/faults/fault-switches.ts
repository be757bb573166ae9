import type { Fault } from './fault.ts';
import { seededRandom } from './seeded-random.ts';

/** The fault switches of one server: thrown in-process by tests, over the admin endpoint by anybody else. */
export interface FaultSwitches {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly Fault[];
  /** The faults that strike this call; each counts as used. */
  strike(methodId: string): readonly Fault[];
}

interface Armed {
  readonly fault: Fault;
  readonly random: () => number;
  left: number;
}

export function faultSwitches(): FaultSwitches {
  let armed: readonly Armed[] = [];
  const add = (fault: Fault): void => {
    const forEver = fault.rate === undefined ? 1 : Number.POSITIVE_INFINITY;
    armed = [...armed, { fault, random: seededRandom(fault.seed ?? 1), left: fault.times ?? forEver }];
  };
  const strike = (methodId: string): readonly Fault[] => {
    const struck = armed.filter(
      ({ fault, random, left }) => left > 0 && aimsAt(fault, methodId) && random() < (fault.rate ?? 1),
    );
    for (const one of struck) one.left -= 1;
    armed = armed.filter(({ left }) => left > 0);
    return struck.map(({ fault }) => fault);
  };
  return {
    add,
    strike,
    clear: () => {
      armed = [];
    },
    list: () => armed.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault)),
  };
}

function aimsAt({ methods }: Fault, methodId: string): boolean {
  if (methods === undefined) return true;
  return methods.some((wanted) =>
    wanted.endsWith('*') ? methodId.startsWith(wanted.slice(0, -1)) : methodId === wanted,
  );
}
