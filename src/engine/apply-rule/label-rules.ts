import { awardWorth } from '../../domain/award-worth.ts';
import type { Points } from '../../domain/points.ts';
import type { LabelledAward } from '../../domain/rule.ts';
import { exactly, type Finding, NO_SHARE } from './working-of.ts';

/** Yes the maximum, no nothing. */
export function scoreYesNo(yes: boolean, maxScore: Points): Finding {
  return yes
    ? { because: { kind: 'yes' }, exact: exactly(maxScore) }
    : { because: { kind: 'no' }, exact: NO_SHARE };
}

/** The award of the label that was chosen; a label that the rule does not list is a bug of the caller. */
export function scoreChoice(options: readonly LabelledAward[], label: string, maxScore: Points): Finding {
  const chosen = options.find((option) => option.label === label);
  if (chosen === undefined) throw new Error(`the rule has no option ${label}`);
  return { because: { kind: 'label', ...chosen }, exact: awardWorth(chosen.award, maxScore) };
}
