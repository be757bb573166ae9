import type { Count, DeclaredValue } from '../../domain/declared-value.ts';
import type { Cell } from '../../domain/grid.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { RuleKind } from '../../domain/rule.ts';
import { foldLabel, isLabel } from '../label.ts';
import { type Entry, splitEntries } from '../notation/entries.ts';
import { givenText, NOTHING_READ, type Reading, refusal, valueRead } from '../reading.ts';
import { readFigure, unsuited } from './figures.ts';

const YES_WORDS: readonly Bilingual[] = [
  { vi: 'Đạt', en: 'Yes' },
  { vi: 'Có', en: 'Met' },
  { vi: 'true', en: 'true' },
];
const NO_WORDS: readonly Bilingual[] = [
  { vi: 'Không đạt', en: 'No' },
  { vi: 'Không', en: 'Not met' },
  { vi: 'false', en: 'false' },
];

/** Whether a requirement was met, in words or as a tick box. */
export function readYesNo(cell: Cell): Reading<DeclaredValue> {
  const folded = foldLabel(String(cell));
  if (YES_WORDS.some((word) => isLabel(folded, word))) return valueRead({ kind: 'yes-no', yes: true });
  if (NO_WORDS.some((word) => isLabel(folded, word))) return valueRead({ kind: 'yes-no', yes: false });
  return unsuited(cell, 'yes-no');
}

export function writeYesNo(yes: boolean, language: Language): string {
  const [word] = yes ? YES_WORDS : NO_WORDS;
  return word?.[language] ?? '';
}

/** One of the labels that the rule lists, as staff type it. */
export function readChoice(cell: Cell, labels: readonly string[]): Reading<DeclaredValue> {
  const label = findLabel(String(cell), labels);
  if (label !== undefined) return valueRead({ kind: 'label', label });
  return refusal({ code: 'not-an-option', given: givenText(cell), options: labels });
}

function findLabel(text: string, labels: readonly string[]): string | undefined {
  const exact = text.normalize('NFC').trim();
  const folded = foldLabel(text);
  return labels.find((label) => label === exact) ?? labels.find((label) => foldLabel(label) === folded);
}

type DeclaredCounts = Extract<DeclaredValue, { readonly kind: 'counts' }>;

/** The labels whose counts a rule takes. */
export interface CountedLabels {
  readonly rule: RuleKind;
  readonly labels: readonly string[];
  /** Named inputs must all be there; events and answers that are left out did not happen. */
  readonly allNeeded: boolean;
  /** Events and answers are whole numbers; a named input may be an amount of money. */
  readonly whole: boolean;
}

/** `tổng số: 200; quá hạn: 10`: a count for each label, none twice. */
export function readCounts(cell: Cell, wanted: CountedLabels): Reading<DeclaredCounts> {
  const entries = typeof cell === 'string' ? splitEntries(cell.normalize('NFC').trim()) : undefined;
  if (entries?.ok !== true) return unsuited(cell, wanted.rule);
  const counts = new Map<string, Count>();
  for (const entry of entries.value) {
    const count = readCount(cell, entry, wanted);
    if (count.kind !== 'value') return count;
    if (counts.has(count.value.label)) return unsuited(cell, wanted.rule);
    counts.set(count.value.label, count.value);
  }
  const complete = wanted.labels.every((label) => counts.has(label));
  if (counts.size === 0 || (wanted.allNeeded && !complete)) return unsuited(cell, wanted.rule);
  return valueRead({ kind: 'counts', counts: [...counts.values()] });
}

function readCount(cell: Cell, { head, value }: Entry, wanted: CountedLabels): Reading<Count> {
  const label = findLabel(head.text, wanted.labels);
  if (label === undefined) {
    return refusal({ code: 'not-an-option', given: givenText(head.text), options: wanted.labels });
  }
  const count = value === undefined ? NOTHING_READ : readFigure(value.text, wanted.rule, false);
  if (count.kind === 'refused') return count;
  if (count.kind === 'blank' || (wanted.whole && count.value.denominator !== 1n))
    return unsuited(cell, wanted.rule);
  return valueRead({ label, count: count.value });
}
