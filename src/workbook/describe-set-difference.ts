import type { Component, CriterionNode } from '../domain/criteria-set.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import {
  ASPECT_WORDS,
  NODE_CHANGE_WORDS,
  SET_DIFFERENCE_WORDS,
  setDifferenceLine,
} from '../domain/messages/set-difference-messages.ts';
import { formatPoints } from '../domain/number-format.ts';
import type { Points } from '../domain/points.ts';
import type { NodeAspect, NodeDifference, PlacedNode, SetDifference } from '../domain/set-difference.ts';
import { optionWord } from './cell-option.ts';
import { BASIS_OPTIONS } from './criteria-tab.ts';
import { ruleWords } from './rule-words.ts';

/** One line of a difference as people read it. */
export interface DifferenceRow {
  readonly code: string;
  /** Added, removed, or what of the row changed. */
  readonly change: string;
  /** Empty for a row that was added. */
  readonly before: string;
  /** Empty for a row that was removed. */
  readonly after: string;
}

function componentIn(node: CriterionNode): Component | undefined {
  return node.kind === 'component' ? node : undefined;
}

function textOf({ node, parent, maxScore }: PlacedNode, aspect: NodeAspect, language: Language): string {
  const component = componentIn(node);
  const { nothing, scoredRow, branchRow } = SET_DIFFERENCE_WORDS;
  switch (aspect) {
    case 'code':
      return node.code;
    case 'name':
      return node.nameEn === undefined ? node.name : `${node.name} (${node.nameEn})`;
    case 'parent':
      return parent ?? nothing[language];
    case 'maximum':
      return formatPoints(maxScore, language);
    case 'scored':
      return (component === undefined ? branchRow : scoredRow)[language];
    case 'basis':
      return component === undefined
        ? nothing[language]
        : optionWord(BASIS_OPTIONS, component.basis, language);
    case 'rule':
      return component?.rule === undefined ? nothing[language] : ruleWords(component, language);
    default:
      return component?.ruleText ?? nothing[language];
  }
}

function wholeRow({ node, maxScore }: PlacedNode, language: Language): string {
  const name = language === 'en' ? (node.nameEn ?? node.name) : node.name;
  return `${name} (${formatPoints(maxScore, language)})`;
}

function rowsOf(difference: NodeDifference, language: Language): readonly DifferenceRow[] {
  const change = NODE_CHANGE_WORDS[difference.kind][language];
  switch (difference.kind) {
    case 'added':
      return [
        { code: difference.after.node.code, change, before: '', after: wholeRow(difference.after, language) },
      ];
    case 'removed':
      return [
        {
          code: difference.before.node.code,
          change,
          before: wholeRow(difference.before, language),
          after: '',
        },
      ];
    default:
      return difference.aspects.map((aspect) => ({
        code: difference.after.node.code,
        change: ASPECT_WORDS[aspect][language],
        before: textOf(difference.before, aspect, language),
        after: textOf(difference.after, aspect, language),
      }));
  }
}

/** A difference of two versions as a table: a line for each row that came or went, and for each thing that changed. */
export function differenceRows({ nodes }: SetDifference, language: Language): readonly DifferenceRow[] {
  return nodes.flatMap((node) => rowsOf(node, language));
}

function inBoth(points: Points): Bilingual {
  return { vi: formatPoints(points, 'vi'), en: formatPoints(points, 'en') };
}

/** What a difference comes to, in one line. */
export function differenceSummary({ nodes, versions, maxima }: SetDifference): Bilingual {
  if (nodes.length === 0) return SET_DIFFERENCE_WORDS.same;
  const count = (kind: NodeDifference['kind']) => nodes.filter((node) => node.kind === kind).length;
  const named = (version: string | undefined): Bilingual =>
    version === undefined ? SET_DIFFERENCE_WORDS.noVersion : { vi: version, en: version };
  return setDifferenceLine(
    { added: count('added'), removed: count('removed'), changed: count('changed') },
    { before: named(versions.before), after: named(versions.after) },
    { before: inBoth(maxima.before), after: inBoth(maxima.after) },
  );
}
