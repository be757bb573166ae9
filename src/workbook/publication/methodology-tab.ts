import type { Content, ContentCell } from '../../domain/content.ts';
import { type CriteriaSet, type CriterionNode, maxScoreOf } from '../../domain/criteria-set.ts';
import {
  criteriaHeading,
  METHOD_LINES,
  RELEASE_HEADERS,
  RELEASE_WORDS,
} from '../../domain/messages/release-messages.ts';
import { ratioAsNumber } from '../../domain/number-format.ts';
import type { PeriodInput } from '../../domain/period-input.ts';
import { NO_POINTS, sumPoints } from '../../domain/points.ts';
import { ratio } from '../../domain/ratio.ts';
import { DEFAULT_SCORING_OPTIONS } from '../../domain/scoring-options.ts';
import { criterionHeader, criterionRows } from '../criteria-tab.ts';
import { cell } from '../output/content-rows.ts';
import { type OutputContext, say } from '../output/output-context.ts';
import { figureStyle, pointsStyle, STYLES } from '../output/styles.ts';
import { renderSettings } from '../render-settings.ts';
import { SETTINGS_COLUMNS } from '../setting-rows.ts';
import { namesOf } from '../table.ts';

/**
 * Two tables share these columns: codes and what a setting applies to are short, names come next, then values and parameters, then sentences, and
 * last what only the criteria have. So no wide column stands empty in front of a narrow one that is full.
 */
const COLUMN_WIDTHS = [110, 380, 320, 460, 160, 130, 110, 110] as const;
const WIDTH = COLUMN_WIDTHS.length;

type Row = readonly ContentCell[];

function filled(cells: Row): Row {
  const missing = Math.max(WIDTH - cells.length, 0);
  return [...cells, ...Array.from({ length: missing }, () => cell(null, STYLES.blank))];
}

function textRow(text: string, style: ContentCell['style'] = STYLES.subtitle): Row {
  return filled([{ value: text === '' ? null : text, ...(style === undefined ? {} : { style }) }]);
}

const SETTING_NAMES = namesOf(SETTINGS_COLUMNS);
/** The columns of the settings in the order of their widths here. */
const SETTING_ORDER = (['scope', 'name', 'value', 'meaning'] as const).map((name) =>
  SETTING_NAMES.indexOf(name),
);

/** What each option is in force as: one that the workbook leaves out is told with its default. */
function optionRows(input: PeriodInput, { language }: OutputContext): readonly Row[] {
  const scoring = { ...DEFAULT_SCORING_OPTIONS, ...input.scoring };
  const { rows } = renderSettings({ ...input, scoring }, language);
  return rows.map((row, index) =>
    filled(
      SETTING_ORDER.map((column) =>
        cell(row[column]?.value ?? null, index === 0 ? STYLES.header : STYLES.wrapped),
      ),
    ),
  );
}

function nodesIn(node: CriterionNode): readonly CriterionNode[] {
  return node.kind === 'component' ? [node] : [node, ...node.children.flatMap(nodesIn)];
}

/** What each row weighs, by its code: the share of the set's full maximum in percent. */
function weightsOf({ fields }: CriteriaSet, { figures }: OutputContext): ReadonlyMap<string, number> {
  const total = sumPoints(fields.map(maxScoreOf));
  if (total === NO_POINTS) return new Map();
  return new Map(
    fields.flatMap(nodesIn).map((node) => {
      const share = ratio(BigInt(maxScoreOf(node)) * 100n, BigInt(total));
      return [node.code, ratioAsNumber(share, figures)] as const;
    }),
  );
}

function criteriaRows(set: CriteriaSet, context: OutputContext): readonly Row[] {
  const { language, figures } = context;
  const weights = weightsOf(set, context);
  const header = (text: string) => cell(text, STYLES.header);
  const headers = [
    criterionHeader('code', language),
    criterionHeader('name', language),
    criterionHeader('ruleParameters', language),
    criterionHeader('ruleText', language),
    criterionHeader('ruleKind', language),
    criterionHeader('basis', language),
    criterionHeader('maxScore', language),
    RELEASE_HEADERS.weight[language],
  ].map(header);
  const rows = criterionRows(set, language).map((row) => [
    cell(row.code, STYLES.text),
    cell(language === 'en' && row.nameEn !== null ? row.nameEn : row.name, STYLES.wrapped),
    cell(row.ruleParameters, STYLES.wrapped),
    cell(row.ruleText, STYLES.wrapped),
    cell(row.ruleKind, STYLES.centred),
    cell(row.basis, STYLES.centred),
    cell(row.maxScore, pointsStyle(figures.decimals)),
    cell(weights.get(String(row.code)) ?? null, figureStyle(figures.decimals, 'plain')),
  ]);
  return [textRow(say(context, criteriaHeading(set.id, set.version)), STYLES.title), headers, ...rows];
}

/**
 * How the figures came about, from the same input that was scored: 4 head rows, the method, the options in force,
 * and for each set its criteria with maximum, weight and rule × 8 columns.
 */
export function renderMethodology(input: PeriodInput, context: OutputContext, status: string): Content {
  const { province, period } = context;
  const rows = [
    textRow(say(context, RELEASE_WORDS.methodologyTitle), STYLES.title),
    textRow([province, period].filter((part) => part !== '').join(' · ')),
    textRow(status, STYLES.current),
    textRow(''),
    textRow(say(context, RELEASE_WORDS.methodHeading), STYLES.title),
    ...METHOD_LINES.map((line) => textRow(say(context, line))),
    textRow(''),
    textRow(say(context, RELEASE_WORDS.settingsHeading), STYLES.title),
    ...optionRows(input, context),
    ...input.sets.flatMap((set) => [textRow(''), ...criteriaRows(set, context)]),
  ];
  return { rows, columnWidths: COLUMN_WIDTHS, frozenRows: 0, frozenColumns: 0 };
}
