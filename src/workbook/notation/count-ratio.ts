import type { Language } from '../../domain/language.ts';
import { RULE_MESSAGES } from '../../domain/messages/rule-messages.ts';
import type { CountRatioRule, RateRule, Term } from '../../domain/rule.ts';
import { readQuoted, skipSpace, splitEntries } from './entries.ts';
import { isWord } from './label.ts';
import { andThen, atLeastOne, mapParsed, type Parsed, type Piece, parsed, stopAt } from './piece.ts';
import {
  parseBands,
  parseLinear,
  parseProportional,
  writeBands,
  writeLinear,
  writeProportional,
} from './rate-rules.ts';

const RATE_KINDS = ['bands', 'proportional', 'linear', 'satisfaction'] as const;
const ARROW = /^(?:→|->|=>)/u;
/** A hyphen parts terms only between spaces: "e-mail" is one word. */
const MINUS = /^(?:−|-(?=\s))/u;
const LABEL_ENDS = /^(?:[/()+−→:;\n]|->|=>|\s-\s)/u;
const PLAIN_LABEL = /^[\p{L}\p{N}][\p{L}\p{N} .,%]*$/u;

interface Read<T> {
  readonly value: T;
  readonly end: number;
}

/** `(tổng số − quá hạn) / tổng số → Theo mức: …`: named counts make a rate, a rule on rates scores it. */
export function parseCountRatio(text: string): Parsed<CountRatioRule> {
  return andThen(readTerms(text, 0), (part) => {
    if (text.charAt(part.end) !== '/') return stopAt(part.end, 'division');
    return andThen(readTerms(text, part.end + 1), (whole) => {
      const arrow = ARROW.exec(text.slice(whole.end))?.[0];
      if (arrow === undefined) return stopAt(whole.end, 'arrow');
      return mapParsed(
        parseRateRule(text, skipSpace(text, whole.end + arrow.length)),
        (scoredBy): CountRatioRule => ({
          kind: 'count-ratio',
          part: part.value,
          whole: whole.value,
          scoredBy,
        }),
      );
    });
  });
}

function parseRateRule(text: string, at: number): Parsed<RateRule> {
  const colon = text.indexOf(':', at);
  const head: Piece = { text: text.slice(at, colon < 0 ? text.length : colon).trim(), at, quoted: false };
  const kind = RATE_KINDS.find((candidate) => isWord(head, RULE_MESSAGES[candidate].word));
  if (kind === undefined) return stopAt(at, 'rate-rule', rateRuleWords());
  return andThen(splitEntries(text, colon < 0 ? text.length : colon + 1), (entries): Parsed<RateRule> => {
    switch (kind) {
      case 'bands':
        return parseBands(entries, text.length);
      case 'proportional':
        return parseProportional(entries, text.length);
      case 'linear':
        return parseLinear(entries, text.length);
      default:
        return entries[0] === undefined ? parsed({ kind }) : stopAt(entries[0].head.at, 'end');
    }
  });
}

function rateRuleWords(): readonly string[] {
  return RATE_KINDS.flatMap((kind) => [RULE_MESSAGES[kind].word.vi, RULE_MESSAGES[kind].word.en]);
}

type Terms = readonly [Term, ...Term[]];

/** One label, or several with signs between them, with or without brackets around them. */
function readTerms(text: string, from: number): Parsed<Read<Terms>> {
  const start = skipSpace(text, from);
  const bracketed = text.charAt(start) === '(';
  return andThen(readTermList(text, bracketed ? skipSpace(text, start + 1) : start), (list) => {
    if (!bracketed) return parsed(list);
    if (text.charAt(list.end) !== ')') return stopAt(list.end, 'one-of', [')', '+', '−']);
    return parsed({ value: list.value, end: skipSpace(text, list.end + 1) });
  });
}

function readTermList(text: string, from: number): Parsed<Read<Terms>> {
  const terms: Term[] = [];
  let at = from;
  for (;;) {
    const sign = readSign(text, at);
    if (sign === undefined && terms.length > 0) break;
    const label = readTermLabel(text, skipSpace(text, at + (sign?.length ?? 0)));
    if (!label.ok) return label;
    terms.push({ sign: sign === undefined || sign === '+' ? '+' : '-', label: label.value.value });
    at = skipSpace(text, label.value.end);
  }
  return mapParsed(atLeastOne(terms, from, 'label'), (value) => ({ value, end: at }));
}

function readSign(text: string, at: number): string | undefined {
  return text.charAt(at) === '+' ? '+' : MINUS.exec(text.slice(at))?.[0];
}

function readTermLabel(text: string, at: number): Parsed<Read<string>> {
  const first = text.charAt(at);
  if (first === '"' || first === '“') {
    const quoted = readQuoted(text, at, first === '"' ? '"' : '”');
    return andThen(quoted, ({ piece, end: after }) =>
      piece.text === '' ? stopAt(at, 'label') : parsed({ value: piece.text, end: after }),
    );
  }
  let end = at;
  while (end < text.length && !LABEL_ENDS.test(text.slice(end))) end += 1;
  const label = text.slice(at, end).trim();
  return label === '' ? stopAt(at, 'label') : parsed({ value: label, end });
}

export function writeCountRatio(rule: CountRatioRule, language: Language): string {
  const word = RULE_MESSAGES[rule.scoredBy.kind].word[language];
  const parameters = writeRateRule(rule.scoredBy, language);
  const scoredBy = parameters === '' ? word : `${word}: ${parameters}`;
  return `${writeTerms(rule.part)} / ${writeTerms(rule.whole)} → ${scoredBy}`;
}

function writeRateRule(rule: RateRule, language: Language): string {
  switch (rule.kind) {
    case 'bands':
      return writeBands(rule, language);
    case 'proportional':
      return writeProportional(rule, language);
    case 'linear':
      return writeLinear(rule, language);
    default:
      return '';
  }
}

function writeTerms(terms: Terms): string {
  const written = terms.map(({ sign, label }, place) => {
    const name = PLAIN_LABEL.test(label) ? label : `"${label.replaceAll('"', '""')}"`;
    if (place === 0) return sign === '+' ? name : `− ${name}`;
    return `${sign === '+' ? '+' : '−'} ${name}`;
  });
  return written.length === 1 ? written.join('') : `(${written.join(' ')})`;
}
