import { expect, test } from 'vitest';
import { isInputTab } from '../../sheets-templates/menu/src/input-tabs.ts';
import { SINGLE_TAB_TITLES } from '../../src/domain/messages/tab-messages.ts';
import { GROUP_KINDS, isInputKey, parseTabKey } from '../../src/workbook/tab-key.ts';

const KEYS = [
  ...Object.keys(SINGLE_TAB_TITLES),
  ...GROUP_KINDS.map((kind) => `${kind}.huyen`),
  'criteria.huyen-2017',
  'cases.huyen-2017',
  'marks.self-assessment.so',
  'marks.appraisal.so',
  'marks.survey.so',
];

test.each(KEYS)(
  'an edit in the tab %s puts results out of date exactly when it is a tab that people fill',
  (text) => {
    const key = parseTabKey(text);
    if (key === undefined) throw new Error(`${text} is no key of a tab`);
    expect(isInputTab(text)).toBe(isInputKey(key));
  },
);

test.each(['', 'settings2', 'a tab of staff', 'criteria'])(
  'an edit in a tab of staff’s own (%j) does not',
  (text) => {
    expect(isInputTab(text)).toBe(false);
  },
);
