import { type Component, type CriteriaSet, componentsOfSet } from '../../../src/domain/criteria-set.ts';
import type { Grid } from '../../../src/domain/grid.ts';
import type { ProofCase } from '../../../src/domain/proof-case.ts';
import { CASE_COLUMNS, EXEMPT_WORD, INDEX_WORD } from '../../../src/workbook/cases-columns.ts';
import { parseCases } from '../../../src/workbook/cases-tab.ts';
import { writeDeclared } from '../../../src/workbook/declared/declared-cell.ts';
import { writePoints } from '../../../src/workbook/notation/number.ts';
import { bestAndWorst } from '../../criteria-sets/best-and-worst.ts';
import type { DemoLevel } from '../../criteria-sets/demo-set.ts';

/** What is entered for a criterion and what the office expects: points, or that it does not apply. */
type Line = readonly [code: string, entered: string, expected: string];

const NOT_APPLICABLE = EXEMPT_WORD.vi;

const AT_THE_BOUND: readonly Line[] = [
  ['1.1.1', '10/02/2022', '0,5'],
  ['1.1.2', '80%', '1,6'],
  ['1.2', '6', '0'],
  ['1.3.2', '4/5', '1,2'],
  ['2.3.2', '7/10', '0,5'],
  ['3.4.2', '12/12', '1'],
  ['4.2.2', '80%', '0,5'],
  ['5.5', '95%', '1'],
  ['6.1', '95%', '2'],
  ['7.1.2', '90%', '1,5'],
  ['7.1.3', '84,5', '1,69'],
  ['8.1.1', 'A: 50; B: 30; C: 15; D: 5', '2,13'],
  ['8.2', '171/200', '17,1'],
];

const JUST_BELOW: readonly Line[] = [
  ['1.1.1', '11/02/2022', '0'],
  ['1.1.2', '79,9%', '0'],
  ['1.3.2', '79/100', '0'],
  ['2.3.2', '69,9%', '0'],
  ['3.4.2', '11/12', '0'],
  ['4.2.2', '79/100', '0'],
  ['5.5', '94,9%', '0,5'],
  ['6.1', '70%', '0'],
  ['7.1.2', '89,9%', '0,75'],
];

/** Half of the way on each scale, and the rows that differ between the levels. */
const HALFWAY: Readonly<Record<DemoLevel, readonly Line[]>> = {
  so: [
    ['1.5', '3', '1,5'],
    ['2.1', '195/200', '3,9'],
    ['3.4.1', '97,5%', '1,5'],
    ['6.1', '82,5%', '1'],
    ['7.2.1', '35%', '1'],
  ],
  huyen: [
    ['1.5', '1 sáng kiến', '1'],
    ['2.1', '195/200', '1,95'],
    ['3.4.1', '97,5%', '1,5'],
    ['6.1', '82,5%', '1'],
    ['6.3', '7/10', '1'],
    ['7.2.1', '35%', '1'],
  ],
  xa: [
    ['1.5', '1 sáng kiến', '1'],
    ['3.4.1', '97,5%', '2,5'],
    ['3.5.1', '0/0', NOT_APPLICABLE],
    ['6.1', '82,5%', '1'],
    ['7.2.1', '35%', '1'],
  ],
};

/** Everything at its best but for some rows, and the index that must come out. */
interface WholeCase {
  readonly name: string;
  readonly except: readonly Line[];
  readonly index: string;
}

const WHOLE_CASES: readonly WholeCase[] = [
  { name: 'Mọi tiêu chí đạt điểm tối đa', except: [], index: '100' },
  {
    // 65 × 60,5 / 62,5 + 35: the appraised block is read on its full scale, the survey added as it is.
    name: 'Không phát sinh vấn đề và hồ sơ trễ hạn, chưa áp dụng ISO',
    except: [
      ['1.3.2', NOT_APPLICABLE, NOT_APPLICABLE],
      ['3.4.2', '0/0', NOT_APPLICABLE],
      ['7.3', 'Không đạt', '0'],
    ],
    index: '97,92',
  },
];

function bestLine({ code, rule, maxScore }: Component): Line {
  if (rule === undefined) throw new Error(`the criterion ${code} has no rule`);
  return [code, writeDeclared(bestAndWorst(rule)[0], 'vi'), writePoints(maxScore, 'vi')];
}

function caseRows(name: string, lines: readonly Line[]): Grid {
  return lines.map(([code, entered, expected]) => [name, code, null, entered, expected]);
}

function wholeRows({ name, except, index }: WholeCase, set: CriteriaSet): Grid {
  const lines = componentsOfSet(set).map(
    (component) => except.find(([code]) => code === component.code) ?? bestLine(component),
  );
  return [...caseRows(name, lines), [name, INDEX_WORD.vi, null, null, index]];
}

/** Cases as the office would write them, read by the product's own parser; one that cannot be read is a mistake here. */
export function ruleCasesOf(level: DemoLevel, set: CriteriaSet): readonly ProofCase[] {
  const { name, code, stage, entered, expected } = CASE_COLUMNS;
  const grid: Grid = [
    [name, code, stage, entered, expected].map(({ header }) => header.vi),
    ...caseRows('Đúng ngưỡng', AT_THE_BOUND),
    ...caseRows('Ngay dưới ngưỡng', JUST_BELOW),
    ...caseRows('Giữa thang', HALFWAY[level]),
    ...WHOLE_CASES.flatMap((each) => wholeRows(each, set)),
  ];
  const tab = { key: { kind: 'cases', setId: set.id }, title: level, grid } as const;
  const { cases, issues } = parseCases(tab, set, 'vi');
  if (issues.length > 0) throw new Error(JSON.stringify(issues));
  return cases.map(({ proof }) => proof);
}
