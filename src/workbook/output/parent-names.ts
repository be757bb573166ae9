import type { Bilingual } from '../../domain/language.ts';
import type { GroupView } from './group-view.ts';

/** The name of a unit's parent: by the unit that bears this code or name, so that it has an English one too. */
export function parentNamed(parent: string, groups: readonly GroupView[]): Bilingual {
  const units = groups.flatMap(({ result }) => [...result.ranked, ...result.unranked]);
  const found = units.find(({ sheet: { unit } }) => unit.id === parent || unit.name === parent)?.sheet.unit;
  return found === undefined
    ? { vi: parent, en: parent }
    : { vi: found.name, en: found.nameEn ?? found.name };
}
