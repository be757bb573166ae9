import type { Language } from '../../domain/language.ts';
import type { ScoreSheet } from '../../domain/scoreboard.ts';
import type { Group } from '../../domain/unit.ts';

/** The group's name in the reader's language; the Vietnamese one where no English name is given. */
export function groupName(group: Group, language: Language): string {
  return language === 'en' && group.nameEn !== undefined ? group.nameEn : group.name;
}

/** The unit's name in the reader's language; the Vietnamese one where no English name is given. */
export function unitName(sheet: ScoreSheet, language: Language): string {
  return language === 'en' && sheet.unit.nameEn !== undefined ? sheet.unit.nameEn : sheet.unit.name;
}
