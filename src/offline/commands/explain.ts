import type { Adjustment } from '../../domain/adjustment.ts';
import { type CriterionNode, maxScoreOf } from '../../domain/criteria-set.ts';
import type { Language } from '../../domain/language.ts';
import { OFFLINE_FAILURES } from '../../domain/messages/offline-messages.ts';
import {
  exactLine,
  OFFLINE_WORDS,
  placeLine,
  pointsLine,
  SOURCE_WORDS,
  unrankedLine,
} from '../../domain/messages/offline-words.ts';
import { formatPoints, formatRatio } from '../../domain/number-format.ts';
import type { ComponentResult, NodeResult, RankedUnit, UnrankedUnit } from '../../domain/scoreboard.ts';
import { terminalTable } from '../../local/terminal-table.ts';
import { contextOf, gradeName, type OutputContext } from '../../workbook/output/output-context.ts';
import { rankedNote, unrankedNote } from '../../workbook/output/ranking/ranking-notes.ts';
import { unitName } from '../../workbook/output/unit-names.ts';
import { workingLine } from '../../workbook/working-line.ts';
import { EXIT, OfflineFailure } from '../offline-failure.ts';
import { answer, type Command } from './command.ts';
import { indexLines, penaltyReasons } from './explain-index.ts';
import { scoreWorkbook } from './score-workbook.ts';

type ScoredUnit = RankedUnit | UnrankedUnit;

/** One row of the criteria tree with what became of it. */
interface ExplainedRow {
  readonly code: string;
  readonly name: string;
  readonly depth: number;
  readonly mark?: string;
  readonly source?: string;
  readonly earned: string;
  readonly attainable: string;
  readonly how?: string;
}

function markWords({ mark }: ComponentResult, language: Language): string {
  switch (mark.kind) {
    case 'blank':
      return OFFLINE_WORDS.blank[language];
    case 'not-applicable':
      return OFFLINE_WORDS.notApplicable[language];
    case 'zero':
      return '0';
    default:
      return formatPoints(mark.points, language);
  }
}

/** What a unit's rows are told with. */
interface Told {
  readonly adjustments: readonly Adjustment[];
  readonly language: Language;
}

function howOf(result: NodeResult, { adjustments, language }: Told): string {
  const { deducted } = result;
  const reasons = penaltyReasons(adjustments, result.code, language);
  const taken =
    deducted === undefined
      ? []
      : [`${OFFLINE_WORDS.deducted[language]} ${formatPoints(deducted, language)}: ${reasons}`];
  if (result.kind === 'branch') return taken.join('; ');
  const { mark, override, working } = result;
  return [
    // What does not apply by its own rule was approved by nobody: the working says why.
    ...(mark.kind === 'not-applicable' && mark.reason !== '' ? [`${mark.reason} (${mark.approvedBy})`] : []),
    ...(override === undefined
      ? []
      : [`${OFFLINE_WORDS.council[language]}: ${override.reason} (${override.decidedBy})`]),
    ...(working === undefined ? [] : [workingLine(working, language)]),
    ...taken,
  ].join('; ');
}

function explainNode(
  node: CriterionNode,
  results: ReadonlyMap<string, NodeResult>,
  depth: number,
  told: Told,
): readonly ExplainedRow[] {
  const { language } = told;
  const result = results.get(node.code);
  if (result === undefined) return [];
  const how = howOf(result, told);
  const name = language === 'en' && node.nameEn !== undefined ? node.nameEn : node.name;
  const row: ExplainedRow = {
    code: node.code,
    name,
    depth,
    ...(result.kind === 'component'
      ? { mark: markWords(result, language), source: SOURCE_WORDS[result.source][language] }
      : {}),
    earned: formatPoints(result.earned, language),
    attainable: `${formatPoints(result.attainable, language)} / ${formatPoints(maxScoreOf(node), language)}`,
    ...(how === '' ? {} : { how }),
  };
  const children = node.kind === 'branch' ? node.children : [];
  return [row, ...children.flatMap((child) => explainNode(child, results, depth + 1, told))];
}

function byCode(nodes: readonly NodeResult[]): readonly (readonly [string, NodeResult])[] {
  return nodes.flatMap((node) => [
    [node.code, node] as const,
    ...(node.kind === 'branch' ? byCode(node.children) : []),
  ]);
}

function headLines(unit: ScoredUnit, context: OutputContext): readonly string[] {
  const { language, figures } = context;
  const { sheet, index, grade } = unit;
  const shown = index === undefined ? undefined : formatRatio(index, figures, language);
  const isRanked = 'standing' in unit;
  const place = isRanked ? placeLine(unit.standing.rank, unit.standing.of, shown ?? '') : unrankedLine(shown);
  const note = isRanked ? rankedNote(unit, context) : unrankedNote(unit, context);
  const points = [sheet.earned, sheet.attainable, sheet.fullMax].map((each) => formatPoints(each, language));
  return [
    `${sheet.unit.id} · ${unitName(sheet, language)}`,
    [place[language], gradeName(grade, context) ?? []].flat().join(' · '),
    ...(index === undefined ? [] : [exactLine(`${index.numerator}/${index.denominator}`)[language]]),
    pointsLine(points[0] ?? '', points[1] ?? '', points[2] ?? '')[language],
    ...(note === '' ? [] : [`${OFFLINE_WORDS.why[language]}: ${note}`]),
  ];
}

function treeLines(rows: readonly ExplainedRow[], language: Language): readonly string[] {
  const { criterion, mark: given, source: whose, earned: points, max, how: why } = OFFLINE_WORDS;
  const titles = [criterion, given, whose, points, max, why].map((word) => word[language]);
  return terminalTable(
    titles,
    rows.map(({ depth, code, name, mark = '', source = '', earned, attainable, how = '' }) => [
      `${'  '.repeat(depth)}${code} ${name}`,
      mark,
      source,
      earned,
      attainable,
      how,
    ]),
  );
}

/** Why a unit has its result, down to each criterion. */
export const explainCommand: Command = async (options, host) => {
  const [path = ''] = options.operands;
  const { scored, input, context } = await scoreWorkbook(path, host);
  const wanted = options.unit?.normalize('NFC').trim();
  const all = scored.scoreboard.groups.flatMap((each) =>
    [...each.ranked, ...each.unranked].map((result) => ({ unit: result, group: each })),
  );
  const found = all.find((each) => each.unit.sheet.unit.id === wanted);
  if (found === undefined) {
    const known = all.map((each) => each.unit.sheet.unit.id).join(', ');
    throw new OfflineFailure(OFFLINE_FAILURES.noSuchUnit(wanted ?? '', known), EXIT.usage);
  }
  const { unit, group } = found;
  const fields = input.sets.find((set) => set.id === group.group.setId)?.fields ?? [];
  const results = new Map(byCode(unit.sheet.fields));
  const adjustments = (input.adjustments ?? []).filter(({ unitId }) => unitId === unit.sheet.unit.id);
  const workingIn = (language: Language) =>
    indexLines(unit.sheet, adjustments, group.method.notApplicable, language);
  const rowsIn = (language: Language) =>
    fields.flatMap((node) => explainNode(node, results, 0, { adjustments, language }));
  const told = contextOf(group, { ...context, language: options.language, numbers: options.language });
  const document = {
    format: 'par-index-explanation/1',
    unit: unit.sheet.unit.id,
    name: unit.sheet.unit.name,
    summary: headLines(unit, told),
    working: workingIn(options.language),
    adjustments: adjustments.map((each) => ({
      kind: each.kind,
      ...('code' in each && { code: each.code }),
      points: formatPoints(each.points, 'en'),
      reason: each.reason,
    })),
    rows: rowsIn(options.language),
  };
  answer(options, host, document, (language) => [
    ...headLines(unit, told),
    ...workingIn(language),
    '',
    ...treeLines(rowsIn(language), language),
  ]);
  return EXIT.fine;
};
