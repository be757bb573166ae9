import type { Classification } from '../domain/classification.ts';
import type { Issue, Location } from '../domain/issue.ts';
import type { Unit } from '../domain/unit.ts';
import { nearestWord } from './nearest-word.ts';

/** A level that classes are stated for, and where. */
export interface ClassedLevel {
  readonly level: string;
  readonly at: Location;
}

/** Levels that have classes but no unit, and, where some level has classes, those that have units but no classes. */
export function unmatchedLevels(
  classed: readonly ClassedLevel[],
  classifications: readonly Classification[],
  units: readonly Unit[],
  locateLevel: (unit: Unit) => Location,
): readonly Issue[] {
  const firstOf = new Map<string, Unit>();
  for (const unit of units) if (!firstOf.has(unit.level)) firstOf.set(unit.level, unit);
  const withClasses = new Set(classed.map(({ level }) => level));
  const isGeneral = classifications.some(({ level }) => level === undefined);
  const open = [...firstOf].filter(([level]) => !withClasses.has(level));
  return [
    ...classed.flatMap(({ level, at }): readonly Issue[] => {
      if (firstOf.has(level)) return [];
      const nearest = nearestWord(
        level,
        open.map(([name]) => name),
      );
      return [
        {
          location: at,
          code: 'classes-without-units',
          given: level,
          ...(nearest !== undefined && { nearest }),
        },
      ];
    }),
    ...(classifications.length === 0 || isGeneral ? [] : open).map(
      ([level, unit]): Issue => ({
        location: locateLevel(unit),
        code: 'level-without-classes',
        given: level,
      }),
    ),
  ];
}
