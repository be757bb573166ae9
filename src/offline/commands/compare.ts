import type { Language } from '../../domain/language.ts';
import {
  hashLines,
  movedLine,
  OFFLINE_WORDS,
  placesSharedLine,
  reasonPart,
  SOURCE_WORDS,
} from '../../domain/messages/offline-words.ts';
import { OUTPUT_HEADERS } from '../../domain/messages/output-messages.ts';
import { workbooksWantedLine } from '../../domain/messages/year-on-year-words.ts';
import { terminalTable } from '../../local/terminal-table.ts';
import { EXIT } from '../offline-failure.ts';
import { answer, type Command } from './command.ts';
import { compareResults } from './compare-results.ts';
import { loadCompared } from './load-compared.ts';
import { signed, yearOnYearLines } from './year-on-year-lines.ts';

type Comparison = ReturnType<typeof compareResults>;

function figure(text: string | null | undefined, language: Language): string {
  if (text === null || text === undefined) return OFFLINE_WORDS.absent[language];
  if (text === 'blank') return OFFLINE_WORDS.blank[language];
  if (text === 'not-applicable') return OFFLINE_WORDS.notApplicable[language];
  return language === 'vi' ? text.replace('.', ',') : text;
}

function markLines({ marks }: Comparison, language: Language): readonly string[] {
  if (marks.length === 0) return [];
  const { criterion, source, before, after } = OFFLINE_WORDS;
  const headers = [OUTPUT_HEADERS.unitCode, criterion, source, before, after].map((word) => word[language]);
  const rows = marks.map((each) => {
    const stage = (each.after ?? each.before)?.stage;
    return [
      each.unit,
      each.component,
      stage === undefined ? '' : SOURCE_WORDS[stage][language],
      figure(each.before?.mark, language),
      figure(each.after?.mark, language),
    ];
  });
  return ['', OFFLINE_WORDS.differingMarks[language], ...terminalTable(headers, rows)];
}

function adjustmentLines({ adjustments }: Comparison, language: Language): readonly string[] {
  if (adjustments.length === 0) return [];
  const { criterion, kind: sort, before, after, bonus, penalty, onTotal } = OFFLINE_WORDS;
  const headers = [OUTPUT_HEADERS.unitCode, sort, criterion, before, after].map((word) => word[language]);
  const rows = adjustments.map((each) => [
    each.unit,
    (each.kind === 'bonus' ? bonus : penalty)[language],
    each.code ?? onTotal[language],
    figure(each.before, language),
    figure(each.after, language),
  ]);
  return ['', OFFLINE_WORDS.differingAdjustments[language], ...terminalTable(headers, rows)];
}

function unitLines({ units }: Comparison, language: Language): readonly string[] {
  if (units.length === 0) return [];
  const { rank, index, grade, unitCode, unit } = OUTPUT_HEADERS;
  const arrow = (pick: (place: NonNullable<Comparison['units'][number]['before']>) => string | null) =>
    units.map(({ before, after }) => {
      const [was, is] = [before, after].map((place) => figure(place === null ? null : pick(place), language));
      return was === is ? (is ?? '') : `${was} → ${is}`;
    });
  const [ranks, indexes, classes] = [
    arrow((place) => (place.rank === null ? null : String(place.rank))),
    arrow((place) => place.index),
    arrow((place) => place.class),
  ];
  const headers = [unitCode, unit, rank, index, grade].map((word) => word[language]);
  const rows = units.map((each, row) => [
    each.unit,
    each.name,
    ranks[row] ?? '',
    indexes[row] ?? '',
    classes[row] ?? '',
  ]);
  return ['', OFFLINE_WORDS.movedUnits[language], ...terminalTable(headers, rows)];
}

/** 12.550000 is 12.55. */
function withoutZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}

function reasonLines({ reasons }: Comparison, language: Language): readonly string[] {
  const lines = reasons.flatMap(({ unit, rank, parts, noLongerAhead, nowAhead }) => {
    const told = parts.map((part) => {
      const what = 'component' in part ? part.component : OFFLINE_WORDS.adjustment[language];
      const kind = part.kind === 'penalty' ? `${OFFLINE_WORDS.penalty[language]} ` : '';
      return reasonPart(`${kind}${what}`, signed(withoutZeros(part.change), language))[language];
    });
    const moved = noLongerAhead.length + nowAhead.length > 0;
    return [
      ...(told.length === 0 ? [] : [`${unit}: ${told.join('; ')}`]),
      ...(!moved && rank.before !== rank.after
        ? [placesSharedLine(unit, rank.before, rank.after)[language]]
        : []),
      ...(moved ? [movedLine(unit, noLongerAhead.join(', '), nowAhead.join(', '))[language]] : []),
    ];
  });
  return lines.length === 0 ? [] : ['', OFFLINE_WORDS.why[language], ...lines];
}

function comparisonLines(comparison: Comparison, language: Language): readonly string[] {
  const { a, b, sameEntries, sameResults, marks, adjustments, yearOnYear } = comparison;
  const { otherEntries, otherResults, noEntryDecides } = OFFLINE_WORDS;
  const hashes = [
    `A: ${hashLines(a.entriesHash, a.resultsHash)[language]}`,
    `B: ${hashLines(b.entriesHash, b.resultsHash)[language]}`,
  ];
  // Of two periods it is told how units moved from one to the other, not that every mark is another.
  if (yearOnYear !== null) return [...hashes, ...yearOnYearLines(yearOnYear, language)];
  return [
    ...hashes,
    ...(yearOnYear === null && a.period !== b.period
      ? [workbooksWantedLine(a.period, b.period)[language]]
      : []),
    (sameEntries ? OFFLINE_WORDS.sameEntries : otherEntries)[language],
    (sameResults ? OFFLINE_WORDS.sameResults : otherResults)[language],
    ...(!sameEntries && marks.length + adjustments.length === 0 ? [noEntryDecides[language]] : []),
    ...markLines(comparison, language),
    ...adjustmentLines(comparison, language),
    ...unitLines(comparison, language),
    ...reasonLines(comparison, language),
  ];
}

/** Where two workbooks or results differ; like other comparing commands it ends with 1 when they do. */
export const compareCommand: Command = async (options, host) => {
  const [a = '', b = ''] = options.operands;
  const before = await loadCompared(a, host);
  const comparison = compareResults(before, await loadCompared(b, host));
  answer(options, host, comparison, (language) => comparisonLines(comparison, language));
  return comparison.sameResults && comparison.sameEntries ? EXIT.fine : EXIT.entriesHaveErrors;
};
