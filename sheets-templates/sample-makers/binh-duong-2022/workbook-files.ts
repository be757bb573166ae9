import type { Cell, Grid } from '../../../src/domain/grid.ts';
import type { PeriodInput } from '../../../src/domain/period-input.ts';
import type { ProofCase } from '../../../src/domain/proof-case.ts';
import { ratio } from '../../../src/domain/ratio.ts';
import { fileNameOf } from '../../../src/offline/csv/file-name.ts';
import { guardText } from '../../../src/offline/csv/guarded-text.ts';
import { renderFurther } from '../../../src/workbook/further-tabs.ts';
import { renderControlWorkbook } from '../../../src/workbook/render-control-workbook.ts';
import { tabKeyText } from '../../../src/workbook/tab-key.ts';
import { readDemoSet } from '../../criteria-sets/demo-set.ts';
import { ABOUT_TITLE, aboutGrid, NOTICE } from './about-this-sample.ts';
import { CLASSES } from './classes.ts';
import { ADJUSTMENTS, decisionsOn, EXEMPTIONS, OVERRIDES } from './decisions.ts';
import { PLAN_DUE } from './declared-values.ts';
import { assessmentsOf, fitUnit } from './fit-unit.ts';
import { MADE_UP_VERSION, PAST_RESULTS } from './history.ts';
import { INDEX_TARGETS } from './index-targets.ts';
import { ruleCasesOf } from './rule-cases.ts';
import { selfAssessmentOf } from './self-assessment.ts';
import { GROUPS, LEVELS, setIdOf, UNITS } from './units.ts';

interface MadeUpYear {
  readonly input: PeriodInput;
  readonly cases: readonly ProofCase[];
}

function makeYear(): MadeUpYear {
  const levels = LEVELS.map((level) => {
    const { set } = readDemoSet(level, { id: setIdOf(level), due: PLAN_DUE });
    const assessments = INDEX_TARGETS[level].flatMap(({ unitId, exact }) => {
      const unit = UNITS.find(({ id }) => id === unitId);
      if (unit === undefined) throw new Error(`no unit ${unitId}`);
      const declared = fitUnit({ unit, level, set, target: exact, decisions: decisionsOn(unitId) });
      return [...selfAssessmentOf(unit, declared), ...assessmentsOf(unit, declared)];
    });
    return { set: { ...set, version: MADE_UP_VERSION }, assessments, cases: ruleCasesOf(level, set) };
  });
  const input: PeriodInput = {
    settings: {
      language: 'vi',
      province: 'Bình Dương',
      period: '2022',
      notice: NOTICE,
      notApplicable: 'block',
      rounding: 'half-up',
      decimals: 2,
      classifications: [CLASSES],
    },
    scoring: { status: 'official', rankBasis: 'exact', rankStyle: 'competition' },
    analysis: { lowBelow: ratio(80, 1), divisiveFrom: ratio(30, 1) },
    groups: GROUPS,
    units: UNITS,
    sets: levels.map(({ set }) => set),
    assessments: levels.flatMap(({ assessments }) => assessments),
    exemptions: EXEMPTIONS,
    adjustments: ADJUSTMENTS,
    overrides: OVERRIDES,
  };
  return { input, cases: levels.flatMap(({ cases }) => cases) };
}

/** A field as the other samples have it: a decimal comma, quotation marks only where they are needed. */
function field(cell: Cell): string {
  if (cell === null) return '';
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : guardText(String(cell));
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csvText(grid: Grid): string {
  const width = Math.max(...grid.map((row) => row.length));
  const lines = grid.map((row) => Array.from({ length: width }, (_, place) => field(row[place] ?? null)));
  return lines.map((fields) => `${fields.join(',')}\n`).join('');
}

/** Every file of the sample by name, rendered as the product renders a new control workbook. */
export function makeBinhDuong2022(): ReadonlyMap<string, string> {
  const { input, cases } = makeYear();
  const tabs = [
    ...renderControlWorkbook(input, 'vi'),
    ...renderFurther({ history: { results: PAST_RESULTS, links: [] }, cases }, input.sets, 'vi'),
  ];
  return new Map([
    [fileNameOf(ABOUT_TITLE), csvText(aboutGrid())],
    ...tabs.map(({ key, content }): readonly [string, string] => [
      fileNameOf(tabKeyText(key)),
      csvText(content.rows.map((row) => row.map(({ value }) => value))),
    ]),
  ]);
}
