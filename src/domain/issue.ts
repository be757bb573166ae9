import type { Basis } from './criteria-set.ts';
import type { Points } from './points.ts';
import type { RuleKind } from './rule.ts';

/** Where a person finds the cell: the tab's title as it stands in the workbook, and the cell in A1. */
export interface Location {
  readonly tab: string;
  readonly cell?: string;
}

/** A code that a row names although nothing in the workbook has it. */
export type Referent = 'unit' | 'listed-unit' | 'group' | 'criteria-set' | 'component' | 'parent-criterion';

/** What a notation wants at the place where reading it stopped. */
export type Expected =
  | 'bound'
  | 'comparison'
  | 'number'
  | 'plain-number'
  | 'positive-number'
  | 'whole-number'
  | 'lower-number'
  | 'higher-number'
  | 'other-number'
  | 'reachable-bound'
  | 'floor-up-to-full'
  | 'percent'
  | 'same-unit'
  | 'points'
  | 'date'
  | 'colon'
  | 'separator'
  | 'quotation-mark'
  | 'entry'
  | 'label'
  | 'class-name'
  | 'one-of'
  | 'division'
  | 'arrow'
  | 'rate-rule'
  | 'remainder'
  | 'end';

/** Totals that staff state beside marks and that are not their sum: the first, and where the others are. */
export interface DifferingTotals {
  readonly header: string;
  readonly stated: Points;
  readonly sum: Points;
  /** The first of the other cells. */
  readonly others: readonly string[];
  /** How many cells there are in all. */
  readonly count: number;
}

/** Something a person must correct, or should know, in the workbook: what is there and what would be right. */
export type IssueDetail =
  /** With the name of its file where every tab is a file of its own. */
  | { readonly code: 'missing-tab'; readonly file?: string }
  | { readonly code: 'ambiguous-tab'; readonly titles: readonly string[] }
  /** A tab that its title makes a criteria set which no group is scored by. */
  | { readonly code: 'unused-criteria'; readonly given: string }
  | { readonly code: 'missing-header'; readonly header: string }
  /** A cell beyond the last header of a text file: a comma in a number or name has parted what belongs together. */
  | { readonly code: 'misplaced-cell'; readonly given: string }
  | { readonly code: 'duplicate-header'; readonly header: string; readonly otherCell: string }
  | { readonly code: 'missing-value'; readonly header: string }
  | { readonly code: 'no-rows' }
  | { readonly code: 'not-text'; readonly given: string }
  | { readonly code: 'too-long'; readonly given: string; readonly limit: number }
  | { readonly code: 'duplicate-code'; readonly given: string; readonly otherCell: string }
  /** Beside the code of one unit stands the name of another. */
  | {
      readonly code: 'name-of-another';
      readonly given: string;
      readonly unit: string;
      readonly unitId: string;
    }
  /** With the file that would have it, where every tab is a file of its own. */
  | {
      readonly code: 'unknown-code';
      readonly given: string;
      readonly referent: Referent;
      readonly file?: string;
    }
  | { readonly code: 'unknown-setting'; readonly given: string }
  | { readonly code: 'scope-not-allowed'; readonly given: string }
  /** A bonus counts towards the total alone. */
  | { readonly code: 'bonus-with-criterion'; readonly given: string }
  | { readonly code: 'not-an-option'; readonly given: string; readonly options: readonly string[] }
  | { readonly code: 'not-a-number'; readonly given: string }
  | { readonly code: 'ambiguous-number'; readonly given: string; readonly readings: readonly string[] }
  | { readonly code: 'not-a-percentage'; readonly given: string }
  | { readonly code: 'improper-fraction'; readonly given: string }
  | { readonly code: 'percent-as-points'; readonly given: string; readonly used: Points }
  | { readonly code: 'negative-number'; readonly given: string }
  | { readonly code: 'number-too-large'; readonly given: string; readonly limit: number }
  | { readonly code: 'over-max'; readonly given: Points; readonly maxScore: Points }
  | { readonly code: 'rounded-to-millionths'; readonly given: string; readonly used: Points }
  | {
      readonly code: 'not-classes';
      readonly given: string;
      /** The character where reading stopped, counted from 1. */
      readonly at: number;
      readonly expected: Expected;
    }
  | {
      readonly code: 'not-a-rule';
      readonly given: string;
      /** The rule whose parameters these are; absent for a notation of the Settings tab. */
      readonly rule?: RuleKind;
      /** The character where reading stopped, counted from 1. */
      readonly at: number;
      readonly expected: Expected;
      /** The words to choose from, where a word was wanted. */
      readonly words?: readonly string[];
    }
  | { readonly code: 'not-declared'; readonly given: string; readonly rule: RuleKind }
  /** The highest award of a rule is above or below the maximum of its row. */
  | { readonly code: 'award-over-max'; readonly given: Points; readonly maxScore: Points }
  | { readonly code: 'award-under-max'; readonly given: Points; readonly maxScore: Points }
  /** Awards that neither only rise nor only fall with the figure; most often bands leave a gap. */
  | {
      readonly code: 'awards-up-and-down';
      /** A figure of each stretch, from the lowest up, with a decimal point. */
      readonly steps: readonly { readonly figure: string; readonly points: Points }[];
    }
  /** A declared figure above the scale of its rule, with a decimal point. */
  | { readonly code: 'over-scale'; readonly given: string; readonly scale: string; readonly rule: RuleKind }
  /** Named counts that make a rate below zero: more is taken away than is there. */
  | { readonly code: 'negative-rate'; readonly given: string; readonly rule: RuleKind }
  | { readonly code: 'rate-over-whole'; readonly given: string }
  | { readonly code: 'part-exceeds-whole'; readonly given: string }
  | { readonly code: 'exempt-but-marked'; readonly given: string }
  /** The council decided points for a row that others make up: its points are their sum. */
  | { readonly code: 'branch-decided'; readonly given: string }
  /** The council decided points for a criterion that does not apply to the unit. */
  | { readonly code: 'exempt-but-decided'; readonly given: Points }
  /** Marks under a code that the criteria set does not have. */
  | { readonly code: 'column-without-criterion'; readonly given: string }
  /** Marks of at most one point each where the maximum is many: shares as percent cells hold them. */
  | { readonly code: 'marks-like-shares'; readonly given: string; readonly maxScore: Points }
  /** Marks under the code of a criterion that receives its marks in the matrix of another basis. */
  | { readonly code: 'column-of-other-basis'; readonly given: string; readonly basis: Basis }
  /** Classes for a level that no unit has, with the level spelled most like it. */
  | { readonly code: 'classes-without-units'; readonly given: string; readonly nearest?: string }
  | { readonly code: 'level-without-classes'; readonly given: string }
  /** A criterion that receives marks and has nothing to attain, beside others that have. */
  | { readonly code: 'zero-maximum' }
  /** No criterion of a set has a maximum above zero. */
  | { readonly code: 'nothing-to-attain'; readonly given: string }
  | { readonly code: 'exempt-without-approval'; readonly given: string }
  | { readonly code: 'cyclic-parents'; readonly given: string }
  | { readonly code: 'too-deep'; readonly given: string; readonly limit: number }
  | { readonly code: 'sum-differs'; readonly stated: Points; readonly sum: Points }
  | { readonly code: 'sum-must-match'; readonly stated: Points; readonly sum: Points }
  | ({ readonly code: 'total-differs' } & DifferingTotals)
  | ({ readonly code: 'total-must-match' } & DifferingTotals)
  | { readonly code: 'component-without-basis' }
  | { readonly code: 'branch-with-basis'; readonly given: string }
  | { readonly code: 'branch-with-rule'; readonly given: string }
  | { readonly code: 'group-without-units'; readonly given: string }
  /** Neither a rule nor the regulation's words say how points come about; told where a set is checked by itself. */
  | { readonly code: 'component-without-rule'; readonly given: string }
  /** Another maximum than in the version before. */
  | { readonly code: 'maximum-changed'; readonly before: Points; readonly now: Points }
  /** A code of the version before that it does not have: the criterion would be compared with nothing. */
  | { readonly code: 'unknown-previous-code'; readonly given: string }
  /** Units whose rank, index or class stands on a ranking tab otherwise than the entries give it. */
  | { readonly code: 'shown-otherwise'; readonly units: readonly string[] }
  /** The set differs from the version before and states no version, or none that comes after it. */
  | { readonly code: 'version-not-newer'; readonly given: string; readonly before: string }
  /** A case of the office's own came out differently; without a criterion it is the index that did. */
  | {
      readonly code: 'case-failed';
      readonly given: string;
      readonly criterion?: string;
      readonly expected: string;
      /** Absent when nothing came out. */
      readonly result?: string;
    };

export type IssueCode = IssueDetail['code'];

export type Issue = { readonly location: Location } & IssueDetail;

/** An error stops the recompute; a warning is reported beside the results. */
export type Severity = 'error' | 'warning';

const SEVERITIES: Readonly<Record<IssueCode, Severity>> = {
  'rounded-to-millionths': 'warning',
  'percent-as-points': 'warning',
  'sum-differs': 'warning',
  'total-differs': 'warning',
  'unused-criteria': 'warning',
  'unknown-setting': 'warning',
  'branch-with-basis': 'warning',
  'branch-with-rule': 'warning',
  'part-exceeds-whole': 'warning',
  'rate-over-whole': 'warning',
  'column-without-criterion': 'warning',
  'column-of-other-basis': 'warning',
  'marks-like-shares': 'warning',
  'classes-without-units': 'warning',
  'level-without-classes': 'warning',
  'zero-maximum': 'warning',
  'nothing-to-attain': 'warning',
  'award-over-max': 'warning',
  'award-under-max': 'warning',
  'awards-up-and-down': 'warning',
  'group-without-units': 'warning',
  'component-without-rule': 'warning',
  'maximum-changed': 'warning',
  'unknown-previous-code': 'warning',
  'shown-otherwise': 'warning',
  'case-failed': 'warning',
  'missing-tab': 'error',
  'ambiguous-tab': 'error',
  'missing-header': 'error',
  'misplaced-cell': 'error',
  'duplicate-header': 'error',
  'missing-value': 'error',
  'no-rows': 'error',
  'not-text': 'error',
  'too-long': 'error',
  'scope-not-allowed': 'error',
  'bonus-with-criterion': 'error',
  'branch-decided': 'error',
  'duplicate-code': 'error',
  'unknown-code': 'error',
  'name-of-another': 'error',
  'not-an-option': 'error',
  'not-a-number': 'error',
  'ambiguous-number': 'error',
  'improper-fraction': 'error',
  'not-a-percentage': 'error',
  'negative-number': 'error',
  'number-too-large': 'error',
  'over-max': 'error',
  'version-not-newer': 'error',
  'not-classes': 'error',
  'not-a-rule': 'error',
  'not-declared': 'error',
  'over-scale': 'error',
  'negative-rate': 'error',
  'sum-must-match': 'error',
  'total-must-match': 'error',
  'exempt-but-marked': 'error',
  'exempt-but-decided': 'error',
  'exempt-without-approval': 'error',
  'cyclic-parents': 'error',
  'too-deep': 'error',
  'component-without-basis': 'error',
};

export function severityOf(code: IssueCode): Severity {
  return SEVERITIES[code];
}

export function isBlocking(issue: Issue): boolean {
  return severityOf(issue.code) === 'error';
}
