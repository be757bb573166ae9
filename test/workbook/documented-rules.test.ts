import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Bilingual, Language } from '../../src/domain/language.ts';
import { SCORING_SETTING_MESSAGES } from '../../src/domain/messages/scoring-setting-messages.ts';
import {
  NOT_APPLICABLE_WORDS,
  SCOPED_SETTING_MESSAGES,
  SETTING_MESSAGES,
} from '../../src/domain/messages/setting-messages.ts';
import { formatPoints, formatRatio } from '../../src/domain/number-format.ts';
import { asPoints, type Points } from '../../src/domain/points.ts';
import { RULE_KINDS, type Rule } from '../../src/domain/rule.ts';
import { NOT_APPLICABLE_POLICIES } from '../../src/domain/settings.ts';
import { applyRule } from '../../src/engine/apply-rule/apply-rule.ts';
import { indexScore } from '../../src/engine/index-score.ts';
import { readPoints } from '../../src/workbook/cell-number.ts';
import { optionReader } from '../../src/workbook/cell-option.ts';
import { RULE_OPTIONS } from '../../src/workbook/criterion-rule.ts';
import { readDeclared } from '../../src/workbook/declared/declared-cell.ts';
import { parseRule } from '../../src/workbook/notation/rule.ts';
import type { Reading } from '../../src/workbook/reading.ts';
import { SCORING_DEFINITIONS } from '../../src/workbook/scoring-definitions.ts';
import { SETTING_DEFINITIONS } from '../../src/workbook/setting-definitions.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/method.md'), 'utf8');
const ENGLISH = PAGE.indexOf('\n# How the index is computed');
const PARTS: Readonly<Record<Language, string>> = { vi: PAGE.slice(0, ENGLISH), en: PAGE.slice(ENGLISH) };

/** The cells of every row of a table on the page, in one of its languages. */
function rowsOf(language: Language): readonly (readonly string[])[] {
  return PARTS[language].split('\n').flatMap((line) =>
    line.startsWith('| ')
      ? [
          line
            .slice(1, -1)
            .split('|')
            .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
        ]
      : [],
  );
}

interface WorkedLine {
  readonly language: Language;
  readonly number: string;
  readonly word: string;
  readonly parameters: string;
  readonly max: string;
  readonly entered: string;
  readonly points: string;
}

const WORKED: readonly WorkedLine[] = (['vi', 'en'] as const).flatMap((language) =>
  rowsOf(language).flatMap(
    ([number = '', word = '', parameters = '', max = '', entered = '', points = '']) =>
      /^R\d+$/.test(number) ? [{ language, number, word, parameters, max, entered, points }] : [],
  ),
);

function read<T>(reading: Reading<T>): T {
  if (reading.kind !== 'value') throw new Error(`not read: ${JSON.stringify(reading)}`);
  return reading.value;
}

function ruleOf({ language, word, parameters }: WorkedLine): Rule {
  const rule = parseRule(read(optionReader(RULE_OPTIONS, language)(word)), parameters);
  if (!rule.ok) throw new Error(`not a rule: ${JSON.stringify(rule.stop)}`);
  return rule.value;
}

const NOT_APPLICABLE: Bilingual = { vi: 'không áp dụng', en: 'not applicable' };

function shown(points: Points | undefined, language: Language): string {
  return points === undefined ? NOT_APPLICABLE[language] : formatPoints(points, language);
}

test.each(WORKED)('$number in $language: “$parameters”, $entered of $max gives $points', (line) => {
  const rule = ruleOf(line);
  const max = read(readPoints(line.max));
  const { points } = applyRule(rule, read(readDeclared(line.entered, rule, max)), max);
  expect(shown(points, line.language)).toBe(line.points);
});

test('every kind of rule is worked in both languages, under the same numbers', () => {
  const kinds = (language: Language) =>
    WORKED.filter((line) => line.language === language).map((line) => `${line.number} ${ruleOf(line).kind}`);
  expect(kinds('vi')).toEqual(kinds('en'));
  expect(new Set(kinds('vi').map((kind) => kind.replace(/^R\d+ /, '')))).toEqual(new Set(RULE_KINDS));
});

test('every number from R1 to R18 is told in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const told = [...PARTS[language].matchAll(/^- \*\*(R\d+) /gm)].map(([, number]) => number);
    expect(told).toEqual(Array.from({ length: 18 }, (_, place) => `R${place + 1}`));
  }
});

test('every setting that decides a result is told with all its choices, in both languages', () => {
  const { notApplicable, rounding, decimals, classifications } = SETTING_MESSAGES;
  const names = [
    ...Object.values(SCORING_SETTING_MESSAGES),
    ...[notApplicable, rounding, decimals, classifications, ...Object.values(SCOPED_SETTING_MESSAGES)],
  ].map(({ name }) => name);
  const choices = [
    ...Object.values(SCORING_DEFINITIONS),
    SETTING_DEFINITIONS.notApplicable,
    SETTING_DEFINITIONS.rounding,
  ].flatMap((definition) => definition.choices ?? []);
  for (const language of ['vi', 'en'] as const) {
    const rows = rowsOf(language).filter((row) => names.some((name) => name[language] === row[0]));
    const told = new Set(rows.map(([name]) => name));
    expect(names.map((name) => name[language]).filter((name) => !told.has(name))).toEqual([]);
    const values = rows.map((row) => row.slice(1).join(' ')).join(' ');
    expect(choices.map((choice) => choice[language]).filter((choice) => !values.includes(choice))).toEqual(
      [],
    );
  }
});

test('the index of a unit to which five appraised points do not apply is told as it is computed', () => {
  const whole = (points: number): Points => asPoints(points * 1_000_000);
  const totals = {
    earned: whole(81),
    attainable: whole(95),
    fullMax: whole(100),
    blocks: [
      { basis: 'appraisal', earned: whole(51), attainable: whole(60), fullMax: whole(65) },
      { basis: 'survey', earned: whole(30), attainable: whole(35), fullMax: whole(35) },
    ],
  } as const;
  for (const language of ['vi', 'en'] as const) {
    for (const policy of NOT_APPLICABLE_POLICIES) {
      const index = indexScore(totals, policy);
      if (index === undefined) throw new Error('no index');
      const word = NOT_APPLICABLE_WORDS[policy][language];
      const told = rowsOf(language).find(
        ([first = '', , last = '']) => first.startsWith(word) && /\d$/.test(last),
      );
      expect(told?.[2]).toBe(formatRatio(index, { decimals: 2, rounding: 'half-up' }, language));
    }
  }
});
