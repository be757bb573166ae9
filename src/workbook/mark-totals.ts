import type { Assessment } from '../domain/assessment.ts';
import {
  type CriteriaSet,
  type CriterionCode,
  type CriterionNode,
  componentsOf,
} from '../domain/criteria-set.ts';
import type { Cell } from '../domain/grid.ts';
import type { Issue } from '../domain/issue.ts';
import { NO_POINTS, type Points, sumPoints } from '../domain/points.ts';
import { cellName } from './a1.ts';
import { readPoints } from './cell-number.ts';
import { headerText } from './marks-columns.ts';
import { isTotalWord, type SumCheck, sumIssue } from './stated-sum.ts';

/** A column in which staff add up marks themselves: of a field or criterion, or of the whole row. */
interface TotalColumn {
  readonly column: number;
  readonly header: string;
  readonly codes: readonly CriterionCode[];
  /** The rows in which the total is another one, in the order of the rows. */
  readonly differing: { readonly row: number; readonly stated: Points; readonly sum: Points }[];
}

/** Holds the totals that staff state in a matrix of marks against the marks themselves. */
export interface TotalsCheck {
  add(row: number, cells: readonly Cell[], entered: Pick<Assessment, 'marks' | 'declared'>): void;
  /** One issue for each column, at the first total that differs, with the places of further ones. */
  issues(tab: string): readonly Issue[];
}

/** As many further places as somebody looks up; the issue says how many there are. */
const NAMED_CELLS = 10;

/** Checks columns under the code of a row that gathers others, and under a word for total. */
export function totalsCheck(
  header: readonly Cell[],
  set: CriteriaSet,
  marked: ReadonlySet<CriterionCode>,
  sums: SumCheck,
): TotalsCheck {
  const columns = totalColumns(header, set, marked);
  return {
    add: (row, cells, entered) => {
      for (const each of columns) {
        const total = statedTotal(cells[each.column] ?? null, each.codes, entered);
        if (total !== undefined && sumIssue(total.stated, total.sum, sums) !== undefined) {
          each.differing.push({ row, ...total });
        }
      }
    },
    issues: (tab) =>
      columns.flatMap(({ column, header: title, differing }): readonly Issue[] => {
        const [first, ...others] = differing;
        if (first === undefined) return [];
        const { row, stated, sum } = first;
        return [
          {
            location: { tab, cell: cellName(row, column) },
            code: sums.statedSums === 'error' ? 'total-must-match' : 'total-differs',
            header: title,
            stated,
            sum,
            others: others.slice(0, NAMED_CELLS).map((other) => cellName(other.row, column)),
            count: differing.length,
          },
        ];
      }),
  };
}

function totalColumns(
  header: readonly Cell[],
  set: CriteriaSet,
  marked: ReadonlySet<CriterionCode>,
): readonly TotalColumn[] {
  const branches = new Map<string, readonly CriterionNode[]>(
    set.fields.flatMap(branchesOf).map((branch) => [branch.code, [branch]]),
  );
  return header.flatMap((cell, column) => {
    const text = headerText(cell);
    const nodes = branches.get(text) ?? (isTotalWord(text) ? set.fields : []);
    const codes = nodes.flatMap(componentsOf).flatMap(({ code }) => (marked.has(code) ? [code] : []));
    return codes.length === 0 ? [] : [{ column, header: text, codes, differing: [] }];
  });
}

function branchesOf(node: CriterionNode): readonly CriterionNode[] {
  return node.kind === 'component' ? [] : [node, ...node.children.flatMap(branchesOf)];
}

/** A total and what the marks below it add up to; undefined where nothing can be compared. */
function statedTotal(
  cell: Cell,
  codes: readonly CriterionCode[],
  entered: Pick<Assessment, 'marks' | 'declared'>,
): { readonly stated: Points; readonly sum: Points } | undefined {
  const reading = readPoints(cell);
  const sum = sumOfMarks(codes, entered);
  return reading.kind === 'value' && sum !== undefined ? { stated: reading.value, sum } : undefined;
}

/** Undefined where a fact was entered, whose points only the rule knows. A blank adds nothing so far. */
function sumOfMarks(
  codes: readonly CriterionCode[],
  { marks, declared }: Pick<Assessment, 'marks' | 'declared'>,
): Points | undefined {
  if (codes.some((code) => declared?.has(code) === true)) return undefined;
  return sumPoints(
    codes.map((code) => {
      const mark = marks.get(code);
      return mark?.kind === 'scored' ? mark.points : NO_POINTS;
    }),
  );
}
