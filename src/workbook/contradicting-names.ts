import type { Cell } from '../domain/grid.ts';
import type { Issue } from '../domain/issue.ts';
import type { Unit } from '../domain/unit.ts';
import { cellName } from './a1.ts';
import type { InputTab } from './input-tab.ts';
import { foldLabel, isLabel } from './label.ts';
import { UNIT_CODE_HEADER, UNIT_NAME_HEADER } from './marks-columns.ts';
import { givenText } from './reading.ts';

const isHeader = (label: typeof UNIT_CODE_HEADER) => (cell: Cell) =>
  typeof cell === 'string' && isLabel(foldLabel(cell), label);

/** Who bears a name, in either language; communes of two districts may share one. */
function bearersByName(units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> {
  const bearers = new Map<string, Unit[]>();
  for (const unit of units)
    for (const name of new Set([unit.name, unit.nameEn ?? unit.name].map(foldLabel)))
      bearers.set(name, [...(bearers.get(name) ?? []), unit]);
  return bearers;
}

/**
 * Rows of a matrix of marks whose code and name are those of two different units: nobody can tell whose marks they are,
 * as when a column was pasted one row too low. A name that no unit bears says nothing: the code alone counts.
 */
export function contradictingNames(tab: InputTab, units: readonly Unit[]): readonly Issue[] {
  const header = tab.grid.findIndex((cells) => cells.some(isHeader(UNIT_CODE_HEADER)));
  const [codeColumn = -1, nameColumn = -1] = [UNIT_CODE_HEADER, UNIT_NAME_HEADER].map((label) =>
    tab.grid[header]?.findIndex(isHeader(label)),
  );
  if (codeColumn < 0 || nameColumn < 0) return [];
  const bearers = bearersByName(units);
  const byCode = new Map<string, Unit>(units.map((unit) => [unit.id, unit]));
  return tab.grid.slice(header + 1).flatMap((cells, offset): readonly Issue[] => {
    const unit = byCode.get(givenText(cells[codeColumn] ?? null));
    const given = givenText(cells[nameColumn] ?? null);
    const others = bearers.get(foldLabel(given));
    if (unit === undefined || others === undefined || others.includes(unit)) return [];
    const location = { tab: tab.title, cell: cellName(header + 1 + offset, nameColumn) };
    return [{ location, code: 'name-of-another', given, unit: unit.name, unitId: unit.id }];
  });
}
