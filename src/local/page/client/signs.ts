import { holds } from '../model/box.ts';
import type { PageCell, PageTab, PageWorkbook } from '../model/page-workbook.ts';
import { type CellRule, compileRule } from '../model/validation.ts';

/** The rules of a workbook's cells, found quickly: a window draws thousands of cells at a time. */
export class Signs {
  #workbook: PageWorkbook | undefined;
  #tabs = new Map<number, PageTab>();
  #compiled = new Map<CellRule, ReturnType<typeof compileRule>>();

  use(workbook: PageWorkbook): void {
    if (this.#workbook?.tabs !== workbook.tabs) {
      this.#tabs = new Map(workbook.tabs.map((tab) => [tab.id, tab]));
      this.#compiled = new Map();
    }
    this.#workbook = workbook;
  }

  tab(id: number): PageTab | undefined {
    return this.#tabs.get(id);
  }

  ruleAt(tab: number, row: number, column: number): CellRule | undefined {
    return this.#tabs.get(tab)?.validations.find(({ boxes }) => boxes.some((box) => holds(box, row, column)))
      ?.rule;
  }

  /** Whether what stands in a cell is not what its rule allows. */
  isWrong(rule: CellRule, cell: PageCell | null): boolean {
    const value = cell?.value;
    if (value === undefined || value === '') return false;
    const known = this.#compiled.get(rule) ?? compileRule(rule, this.#workbook?.locale ?? '');
    this.#compiled.set(rule, known);
    return known(value) === false;
  }
}
