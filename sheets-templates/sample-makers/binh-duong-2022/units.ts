import { URL } from 'node:url';
import { CriteriaSetIdSchema } from '../../../src/domain/criteria-set.ts';
import { type Group, GroupIdSchema, LevelSchema, type Unit, UnitIdSchema } from '../../../src/domain/unit.ts';
import type { DemoLevel } from '../../criteria-sets/demo-set.ts';
import { cell, type Row, readTableFile } from '../../table-file.ts';

export const LEVELS = ['so', 'huyen', 'xa'] as const satisfies readonly DemoLevel[];

const GROUP_NAMES: Readonly<Record<DemoLevel, { readonly name: string; readonly nameEn: string }>> = {
  so: { name: 'Sở, ban, ngành', nameEn: 'Departments' },
  huyen: { name: 'Huyện, thị xã, thành phố', nameEn: 'Districts, towns and cities' },
  xa: { name: 'Xã, phường, thị trấn', nameEn: 'Communes, wards and townships' },
};

const TIERS: Readonly<Record<DemoLevel, string>> = { so: 'Sở', huyen: 'Huyện', xa: 'Xã' };

/** The code of a set says what it is, so that the title of every tab of criteria and marks says it too. */
export function setIdOf(level: DemoLevel): string {
  return `${level}-minh-hoa`;
}

export const GROUPS: readonly Group[] = LEVELS.map((level) => ({
  id: GroupIdSchema.parse(level),
  ...GROUP_NAMES[level],
  setId: CriteriaSetIdSchema.parse(setIdOf(level)),
}));

function unitOf(level: DemoLevel, id: string, name: string, rest: Partial<Unit>): Unit {
  return {
    id: UnitIdSchema.parse(id),
    name,
    level: LevelSchema.parse(TIERS[level]),
    groupId: GroupIdSchema.parse(level),
    ranked: true,
    ...rest,
  };
}

/** What kind of place a name begins with, and the English word that ends it. */
const PLACE_WORDS: readonly (readonly [vi: string, en: string])[] = [
  ['Thành phố', 'City'],
  ['Thị xã', 'Town'],
  ['Huyện', 'District'],
  ['Phường', 'Ward'],
  ['Thị trấn', 'Township'],
  ['Xã', 'Commune'],
];

function englishPlace(name: string): string {
  const [vi, en] = PLACE_WORDS.find(([word]) => name.startsWith(`${word} `)) ?? ['', ''];
  return `${name.slice(vi.length).trim()} ${en}`;
}

/** The list of the statistics office mixes two manners of writing the tone; the newspapers write Hòa. */
function placeName(row: Row, column: string): string {
  return cell(row, column).normalize('NFC').replaceAll('Hoà', 'Hòa');
}

function readUnits(): readonly Unit[] {
  const departments = readTableFile(new URL('data/departments.csv', import.meta.url));
  const communes = readTableFile(new URL('data/communes.csv', import.meta.url));
  const districts = new Map(
    communes.map((row) => [cell(row, 'district_code'), placeName(row, 'district')] as const),
  );
  return [
    ...departments.map((row) =>
      unitOf('so', cell(row, 'code'), cell(row, 'unit'), { nameEn: cell(row, 'english_name') }),
    ),
    ...[...districts].map(([id, name]) => unitOf('huyen', id, name, { nameEn: englishPlace(name) })),
    ...communes.map((row) => {
      const name = placeName(row, 'commune');
      const parent = placeName(row, 'district');
      return unitOf('xa', cell(row, 'commune_code'), name, { nameEn: englishPlace(name), parent });
    }),
  ];
}

/** All units, by level and in the order of their codes, which gives no ranking away. */
export const UNITS: readonly Unit[] = readUnits();

export function unitsAt(level: DemoLevel): readonly Unit[] {
  return UNITS.filter(({ groupId }) => groupId === level);
}

/** The district that a commune belongs to; a unit of another level is its own place. */
export function localityOf(unit: Unit): string {
  return UNITS.find(({ name, groupId }) => groupId === 'huyen' && name === unit.parent)?.id ?? unit.id;
}
