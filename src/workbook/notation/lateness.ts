import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Language } from '../../domain/language.ts';
import { RULE_WORDS } from '../../domain/messages/rule-messages.ts';
import type { LatenessRule, LatenessStep } from '../../domain/rule.ts';
import { awardOf, writeAward } from './award.ts';
import { parseDate, writeDate } from './date.ts';
import type { Entry } from './entries.ts';
import { isWord } from './label.ts';
import { wholeNumberOf } from './number.ts';
import {
  andThen,
  atLeastOne,
  mapParsed,
  type Parsed,
  type Piece,
  parsed,
  parseEach,
  stopAt,
} from './piece.ts';
import { splitRemainder, writeRemainder } from './rate-rules.ts';

/** A century of days: nothing is later. */
const DAYS_LIMIT = 36_500;

const STEP = /^(?:≤|<=)\s*(\S+)\s+(?:ngày|days?)$/iu;

/** `hạn: 31/12/2024; ≤ 0 ngày: 1; ≤ 15 ngày: 0,5; còn lại: 0`; without a due date, days late are entered. */
export function parseLateness(entries: readonly Entry[], end: number): Parsed<LatenessRule> {
  return andThen(splitRemainder(entries, end), ({ before, otherwise }) => {
    const [first, ...rest] = before;
    const hasDue = first !== undefined && isWord(first.head, RULE_WORDS.due);
    const due = hasDue ? dueDateOf(first) : parsed(undefined);
    if (!due.ok) return due;
    const steps = parseSteps(hasDue ? rest : before);
    const listed = andThen(steps, (list) => atLeastOne(list, end, 'one-of', stepWords()));
    return mapParsed(
      listed,
      (list): LatenessRule => ({
        kind: 'lateness',
        ...(due.value !== undefined && { due: due.value }),
        steps: list,
        otherwise,
      }),
    );
  });
}

const stepWords = (): readonly string[] => ['≤ 0 ngày: …', '≤ 0 days: …'];

function dueDateOf({ head, value }: Entry): Parsed<CalendarDate> {
  if (value === undefined) return stopAt(head.at + head.text.length, 'colon');
  const date = parseDate(value.text);
  return date === undefined ? stopAt(value.at, 'date') : parsed(date);
}

function parseSteps(entries: readonly Entry[]): Parsed<readonly LatenessStep[]> {
  let last = -1;
  return parseEach(entries, ({ head, value }) =>
    andThen(daysOf(head), (atMostDays): Parsed<LatenessStep> => {
      if (atMostDays <= last) return stopAt(head.at, 'higher-number');
      last = atMostDays;
      return mapParsed(awardOf(value, head.at + head.text.length), (award) => ({ atMostDays, award }));
    }),
  );
}

function daysOf(head: Piece): Parsed<number> {
  if (isWord(head, RULE_WORDS.onTime)) return parsed(0);
  const number = head.quoted ? undefined : STEP.exec(head.text)?.[1];
  if (number === undefined) return stopAt(head.at, 'one-of', stepWords());
  return wholeNumberOf({ text: number, at: head.at + head.text.indexOf(number), quoted: false }, DAYS_LIMIT);
}

export function writeLateness(rule: LatenessRule, language: Language): string {
  const due = rule.due === undefined ? [] : [`${RULE_WORDS.due[language]}: ${writeDate(rule.due, language)}`];
  const steps = rule.steps.map(
    ({ atMostDays, award }) => `≤ ${atMostDays} ${RULE_WORDS.days[language]}: ${writeAward(award, language)}`,
  );
  return [...due, ...steps, writeRemainder(rule.otherwise, language)].join('; ');
}
