import { expect, test } from 'vitest';
import { type Component, type CriteriaSet, CriterionCodeSchema } from '../../../src/domain/criteria-set.ts';
import { isNewerVersion } from '../../../src/domain/newer-version.ts';
import { compareSets } from '../../../src/engine/compare/compare-sets.ts';
import { aBranch, aComponent, aSet, points } from '../builders.ts';

const BEFORE = aSet([
  aBranch('1', [aComponent('1.1', 2), aComponent('1.2', 3)]),
  aComponent('2', 5, 'survey'),
]);

/** What changed in a form that a person can check line by line. */
function told(after: CriteriaSet, before: CriteriaSet = BEFORE) {
  return compareSets(after, before).nodes.map((node) => {
    if (node.kind === 'added') return `+ ${node.after.node.code}`;
    if (node.kind === 'removed') return `- ${node.before.node.code}`;
    return `${node.before.node.code} → ${node.after.node.code}: ${node.aspects.join(', ')}`;
  });
}

const renamed = (component: Component, previousCode: string): Component => ({
  ...component,
  previousCode: CriterionCodeSchema.parse(previousCode),
});

test('a set is the same as itself, whatever versions the two state', () => {
  const difference = compareSets({ ...BEFORE, version: '2' }, { ...BEFORE, version: '1' });
  expect(difference).toEqual({
    versions: { before: '1', after: '2' },
    maxima: { before: points(10), after: points(10) },
    nodes: [],
  });
});

test('rows that come and go are told, and the sums above them as changed maxima', () => {
  const after = aSet([
    aBranch('1', [aComponent('1.1', 2), aComponent('1.3', 4)]),
    aComponent('2', 5, 'survey'),
  ]);
  expect(told(after)).toEqual(['1 → 1: maximum', '+ 1.3', '- 1.2']);
});

test('a row that names its previous code is the same row, and its branch is not a new parent', () => {
  const first = { ...renamed(aComponent('1.2', 2), '1.1'), name: 'criterion 1.1' };
  const second = { ...renamed(aComponent('1.1', 3), '1.2'), name: 'criterion 1.2' };
  const after = aSet([aBranch('1', [first, second]), aComponent('2', 5, 'survey')]);
  expect(told(after)).toEqual(['1.1 → 1.2: code', '1.2 → 1.1: code']);
});

test('the code that another row names as its own past is nobody else’s: the row that bears it now is new', () => {
  const moved = { ...renamed(aComponent('1.3', 2), '1.1'), name: 'criterion 1.1' };
  const after = aSet([
    aBranch('1', [aComponent('1.1', 9), aComponent('1.2', 3), moved]),
    aComponent('2', 5, 'survey'),
  ]);
  expect(told(after)).toEqual(['1 → 1: maximum', '+ 1.1', '1.1 → 1.3: code']);
});

test('each thing that a row says is compared', () => {
  const other: Component = {
    ...aComponent('1.1', 2.5, 'survey'),
    name: 'other',
    rule: { kind: 'yes-no' },
    ruleText: 'Có: 2,5',
  };
  const after = aSet([aBranch('1', [aComponent('1.2', 3)]), other, aComponent('2', 5, 'survey')]);
  expect(told(after)).toEqual([
    '1 → 1: maximum',
    '1.1 → 1.1: name, parent, maximum, basis, rule, regulation',
  ]);
});

test('a row that was scored and now has rows below it, and the reverse', () => {
  const after = aSet([aComponent('1', 5), aBranch('2', [aComponent('2.1', 5, 'survey')])]);
  expect(told(after)).toEqual(['1 → 1: scored, basis', '2 → 2: scored, basis', '+ 2.1', '- 1.1', '- 1.2']);
});

test.each([
  ['2025', '2024', true],
  ['2024', '2024', false],
  ['2024', '2025', false],
  ['2024.10', '2024.9', true],
  ['2024.1', '2024', true],
  ['892/QĐ-BNV', '876/QĐ-BNV', true],
  ['531/2025', '892/2024', true],
  ['892/2024', '531/2025', false],
  ['531/QĐ-UBND ngày 12/3/2025', '892/QĐ-UBND ngày 05/02/2024', true],
  ['12/2025/QĐ-UBND', '2085/2024/QĐ-UBND', true],
  ['15/01/2025', '31/12/2024', true],
  ['10/02/2025', '15/01/2025', true],
  ['2024/2', '2024/10', false],
  ['2025 (2001/QĐ-UBND)', '2024 (2085/QĐ-UBND)', true],
  ['v2', 'thử nghiệm', true],
  ['bản mới', 'bản cũ', false],
])('version %s after %s: %s', (version, than, expected) => {
  expect(isNewerVersion(version, than)).toBe(expected);
});
