import type { ChangePart } from '../../domain/explanation.ts';
import { addRatios, type Ratio, ratio } from '../../domain/ratio.ts';
import type { ChangedEntry } from './changed-entry.ts';

/** A changed entry and what it did to the index, in percentage points; without one where that cannot be told apart. */
export interface Attributed {
  readonly entry: ChangedEntry;
  readonly effect?: Ratio;
}

/** The entries behind the movement of one unit, and what is left over: other criteria weigh differently. */
export interface Attribution {
  readonly attributed: readonly Attributed[];
  readonly rest: Ratio;
}

const NOTHING: Ratio = ratio(0, 1);

/** What decides a component, in the order in which it does: a decision stands before any mark. */
const DECIDING_ORDER = ['override', 'exemption', 'mark', 'criterion', 'adjustment'] as const;

function codeOf({ at }: ChangedEntry): string | undefined {
  return at.kind === 'setting' ? undefined : at.code;
}

/** Whether the points of the unit differ in this component, and not only what they weigh. */
function hasOtherPoints(part: Extract<ChangePart, { kind: 'component' }>): boolean {
  const { before, after } = part;
  return before?.mark.kind !== after?.mark.kind || before?.earned !== after?.earned;
}

/** The entries that a part of a change goes back to; the first one decides. */
function behind(part: ChangePart, entries: readonly ChangedEntry[]): readonly ChangedEntry[] {
  if (part.kind === 'adjustment')
    return entries.filter((entry) => entry.at.kind === 'adjustment' && entry.at.code === undefined);
  const ofCode = entries.filter((entry) => codeOf(entry) === part.code);
  if (part.kind === 'penalty') return ofCode.filter(({ at }) => at.kind === 'adjustment');
  if (!hasOtherPoints(part)) return [];
  const inOrder = DECIDING_ORDER.flatMap((each) => ofCode.filter(({ at }) => at.kind === each));
  // Where a decision was taken back, what decides in its place is told as well.
  const deciding = inOrder.findIndex(({ after }) => after !== '');
  const decider = inOrder[deciding]?.at.kind;
  return inOrder.filter(({ at }, place) => deciding === -1 || place <= deciding || at.kind === decider);
}

/** Entries that also change what all other criteria of a unit weigh. */
function changesWeights({ at }: ChangedEntry): boolean {
  return at.kind === 'exemption' || at.kind === 'criterion' || at.kind === 'setting';
}

/** The remainder belongs to the only entry that changes weights; to none where there are several. */
function withRest({ attributed, rest }: Attribution, entries: readonly ChangedEntry[]): Attribution {
  const weighing = entries.filter(changesWeights);
  const told = new Set(attributed.map(({ entry }) => entry));
  const untold = weighing.filter((entry) => !told.has(entry)).map((entry): Attributed => ({ entry }));
  const all = [...attributed, ...untold];
  const [only, ...others] = weighing;
  if (only === undefined || others.length > 0) return { attributed: all, rest };
  return {
    attributed: all.map((each) =>
      each.entry === only ? { entry: only, effect: addRatios(each.effect ?? NOTHING, rest) } : each,
    ),
    rest: NOTHING,
  };
}

/**
 * Hands each part of a unit's movement to the entry that changed: a component’s to the council's decision, else to
 * the exemption, the mark, its maximum or rule, whichever differs. What no entry explains by itself is that others
 * weigh differently, and goes to the exemption, maximum or setting behind it. Effects and remainder add up exactly.
 */
export function attributeParts(parts: readonly ChangePart[], entries: readonly ChangedEntry[]): Attribution {
  const attributed: Attributed[] = [];
  let rest = NOTHING;
  for (const part of parts) {
    const [first, ...others] = behind(part, entries);
    if (first === undefined) {
      rest = addRatios(rest, part.change);
      continue;
    }
    attributed.push({ entry: first, effect: part.change }, ...others.map((entry) => ({ entry })));
  }
  const isLeft = rest.numerator !== 0n;
  return isLeft ? withRest({ attributed, rest }, entries) : { attributed, rest };
}
