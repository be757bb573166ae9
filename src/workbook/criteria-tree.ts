import type { Basis, CriterionCode, CriterionNode } from '../domain/criteria-set.ts';
import { maxScoreOf } from '../domain/criteria-set.ts';
import type { IssueDetail } from '../domain/issue.ts';
import { NO_POINTS, type Points, sumPoints } from '../domain/points.ts';
import type { Rule } from '../domain/rule.ts';
import { ruleRemarks } from './rule-remarks.ts';
import { type SumCheck, sumIssue } from './stated-sum.ts';

/** A row of the criteria table before its place in the tree is known. */
export interface CriterionRow {
  readonly code: CriterionCode;
  readonly parent?: CriterionCode;
  readonly name: string;
  readonly nameEn?: string;
  readonly maxScore?: Points;
  readonly basis?: Basis;
  readonly ruleText?: string;
  readonly rule?: Rule;
  /** True when a rule is stated and could not be read. */
  readonly unruled?: boolean;
  readonly previousCode?: CriterionCode;
  /** False when a cell of the row was refused, so that an empty value is no further mistake. */
  readonly sound: boolean;
}

/** The cell of a row that an issue of the tree is about. */
export type TreeColumn = 'code' | 'parent' | 'maxScore' | 'basis' | 'ruleKind' | 'ruleParameters';

export interface TreeIssue {
  readonly row: CriterionRow;
  readonly column: TreeColumn;
  readonly detail: IssueDetail;
}

export interface CriteriaTree {
  readonly fields: readonly CriterionNode[];
  /** The sum of all maxima; absent when some row could not be read. */
  readonly total?: Points;
  readonly issues: readonly TreeIssue[];
}

export interface TreeOptions {
  /** The header of the column of maxima, for rows that state none. */
  readonly maxHeader: string;
  /** How strictly a stated maximum is held against the sum of its children. */
  readonly sums: SumCheck;
}

/** Deeper than any regulation (fields, criteria, components: five depths at most have been seen). */
const DEPTH_LIMIT = 12;

/**
 * Builds the tree from parent codes, never from the dots in a code; order is the order of the rows. Depth by
 * depth from the top, so that rows whose parents lead back to themselves are those that are never reached.
 */
export function buildCriteriaTree(rows: readonly CriterionRow[], options: TreeOptions): CriteriaTree {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const children = childrenByParent(rows, byCode);
  const reached = rowsByDepth(children);
  const rowsReached = new Set(reached.flat());
  const issues: TreeIssue[] = [
    ...unknownParentIssues(rows, byCode),
    ...unreachedIssues(rows, rowsReached, byCode),
    ...tooDeepIssues(reached[DEPTH_LIMIT] ?? []),
  ];
  const nodes = new Map<CriterionRow, BuiltNode>();
  for (const row of reached.slice(0, DEPTH_LIMIT).toReversed().flat()) {
    const below = (children.get(row.code) ?? []).map((child) => nodes.get(child) ?? UNBUILT);
    const built = below.length === 0 ? leafOf(row, options) : branchOf(row, below, options);
    issues.push(...built.issues);
    nodes.set(row, built);
  }
  const top = (children.get(undefined) ?? []).map((row) => nodes.get(row) ?? UNBUILT);
  const fields = top.flatMap(({ node }) => node ?? []);
  const whole = top.length > 0 && top.every((built) => built.whole);
  return { fields, issues, ...(whole && { total: sumPoints(fields.map(maxScoreOf)) }) };
}

type RowsByCode = ReadonlyMap<CriterionCode, CriterionRow>;

/** Rows below each code, in order; a row whose parent nobody knows is taken for a field, and reported. */
function childrenByParent(rows: readonly CriterionRow[], byCode: RowsByCode) {
  const children = new Map<CriterionCode | undefined, CriterionRow[]>();
  for (const row of rows) {
    const parent = row.parent !== undefined && byCode.has(row.parent) ? row.parent : undefined;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [row]);
    else siblings.push(row);
  }
  return children;
}

function unknownParentIssues(rows: readonly CriterionRow[], byCode: RowsByCode): readonly TreeIssue[] {
  return rows.flatMap((row) => {
    if (row.parent === undefined || byCode.has(row.parent)) return [];
    const detail = { code: 'unknown-code', given: row.parent, referent: 'parent-criterion' } as const;
    return [{ row, column: 'parent', detail }];
  });
}

function tooDeepIssues(rows: readonly CriterionRow[]): readonly TreeIssue[] {
  return rows.map((row) => ({
    row,
    column: 'parent',
    detail: { code: 'too-deep', given: row.code, limit: DEPTH_LIMIT },
  }));
}

function rowsByDepth(
  children: ReadonlyMap<CriterionCode | undefined, readonly CriterionRow[]>,
): readonly (readonly CriterionRow[])[] {
  const depths: (readonly CriterionRow[])[] = [];
  let depth = children.get(undefined) ?? [];
  while (depth.length > 0) {
    depths.push(depth);
    depth = depth.flatMap((row) => children.get(row.code) ?? []);
  }
  return depths;
}

/** One issue per circle of parents, at its first row; rows that merely hang below a circle are left alone. */
function unreachedIssues(
  rows: readonly CriterionRow[],
  reached: ReadonlySet<CriterionRow>,
  byCode: RowsByCode,
): readonly TreeIssue[] {
  const visited = new Set<CriterionRow>(reached);
  const issues: TreeIssue[] = [];
  for (const start of rows) {
    const path = new Set<CriterionRow>();
    let row: CriterionRow | undefined = start;
    while (row !== undefined && !visited.has(row)) {
      visited.add(row);
      path.add(row);
      row = row.parent === undefined ? undefined : byCode.get(row.parent);
    }
    if (row === undefined || !path.has(row)) continue;
    issues.push({ row, column: 'parent', detail: { code: 'cyclic-parents', given: row.code } });
  }
  return issues;
}

interface BuiltNode {
  readonly node?: CriterionNode;
  /** False when something below could not be read, so that sums mean nothing. */
  readonly whole: boolean;
  readonly issues: readonly TreeIssue[];
}

const UNBUILT: BuiltNode = { whole: false, issues: [] };

function leafOf(row: CriterionRow, { maxHeader }: TreeOptions): BuiltNode {
  const { parent: _, sound, unruled: __, maxScore, basis, ...rest } = row;
  if (maxScore !== undefined && basis !== undefined) {
    const remarks = rest.rule === undefined ? [] : ruleRemarks(rest.rule, maxScore);
    const isEmpty = maxScore === NO_POINTS;
    return {
      node: { kind: 'component', ...rest, basis, maxScore },
      whole: true,
      issues: [
        ...(isEmpty ? [{ row, column: 'maxScore', detail: { code: 'zero-maximum' } } as const] : []),
        ...remarks.map((detail) => ({ row, column: 'ruleParameters', detail }) as const),
      ],
    };
  }
  if (!sound) return UNBUILT;
  const issues: TreeIssue[] = [];
  if (maxScore === undefined) {
    issues.push({ row, column: 'maxScore', detail: { code: 'missing-value', header: maxHeader } });
  }
  if (basis === undefined) issues.push({ row, column: 'basis', detail: { code: 'component-without-basis' } });
  return { whole: false, issues };
}

function branchOf(row: CriterionRow, below: readonly BuiltNode[], { sums }: TreeOptions): BuiltNode {
  const { code, name, nameEn, maxScore, basis, rule } = row;
  const issues: TreeIssue[] = [];
  if (rule !== undefined) {
    issues.push({ row, column: 'ruleKind', detail: { code: 'branch-with-rule', given: rule.kind } });
  }
  if (basis !== undefined) {
    issues.push({ row, column: 'basis', detail: { code: 'branch-with-basis', given: basis } });
  }
  const children = below.flatMap((built) => built.node ?? []);
  if (children.length === 0) return { whole: false, issues };
  const node: CriterionNode = {
    kind: 'branch',
    code,
    name,
    children,
    ...(nameEn !== undefined && { nameEn }),
  };
  const whole = below.every((built) => built.whole);
  const differs = maxScore === undefined ? undefined : sumIssue(maxScore, maxScoreOf(node), sums);
  if (whole && differs !== undefined) issues.push({ row, column: 'maxScore', detail: differs });
  return { node, whole, issues };
}
