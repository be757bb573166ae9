import { describe, expect, test } from 'vitest';
import type { Content } from '../../../src/domain/content.ts';
import { componentsOfSet } from '../../../src/domain/criteria-set.ts';
import type { Area } from '../../../src/domain/layout.ts';
import { ratioAsNumber } from '../../../src/domain/number-format.ts';
import { renderByField } from '../../../src/workbook/output/by-field/by-field-tab.ts';
import { renderCriteriaAnalysis } from '../../../src/workbook/output/criteria-analysis/criteria-analysis-tab.ts';
import type { GroupView } from '../../../src/workbook/output/group-view.ts';
import { profileFrame } from '../../../src/workbook/output/profiles/profile-frame.ts';
import { profileLines } from '../../../src/workbook/output/profiles/profile-lines.ts';
import { renderProfiles } from '../../../src/workbook/output/profiles/profiles-tab.ts';
import { always } from '../../engine/always.ts';
import { richPeriods } from '../../engine/rich-periods.ts';
import { ENGLISH, VIETNAMESE, valuesOf, viewsOf } from './group-views.ts';

const LINES_HEAD = { title: '', subtitle: '', status: '' };

function tabsOf(view: GroupView): readonly Content[] {
  return [VIETNAMESE, ENGLISH].flatMap((context) => [
    renderByField(view, context, 'HIỆN HÀNH'),
    renderCriteriaAnalysis(view, context, 'HIỆN HÀNH'),
    renderProfiles(view, context, 'HIỆN HÀNH'),
    profileLines(profileFrame(view, context), LINES_HEAD),
  ]);
}

function isWithin({ top, left, height, width }: Area, { rows, columnWidths }: Content): boolean {
  return height > 0 && width > 0 && top + height <= rows.length && left + width <= columnWidths.length;
}

const unitsOf = ({ result }: GroupView) =>
  [...result.ranked, ...result.unranked].map(({ sheet }) => sheet.unit.id);

describe('the tabs of a group', () => {
  test('have rows as wide as their columns, finite figures, and areas within their cells', () => {
    always(richPeriods, (input) => {
      for (const content of viewsOf(input).flatMap(tabsOf)) {
        const { rows, columnWidths, scales = [], charts = [], filter } = content;
        expect(rows.every((row) => row.length === columnWidths.length)).toBe(true);
        const values = rows.flat().map(({ value }) => value);
        expect(values.filter((value) => typeof value === 'number' && !Number.isFinite(value))).toEqual([]);
        const areas = [
          ...scales.map(({ area }) => area),
          ...charts.flatMap(({ categories, series }) => [categories, ...series.map((each) => each.values)]),
          ...(filter === undefined ? [] : [filter]),
        ];
        expect(areas.every((area) => isWithin(area, content))).toBe(true);
      }
    });
  });

  test('never write a figure as text', () => {
    always(richPeriods, (input) => {
      for (const view of viewsOf(input)) {
        const codes = new Set<string>([
          ...unitsOf(view),
          ...view.analysis.statistics.criteria.map(({ code }) => code),
        ]);
        const texts = tabsOf(view).flatMap(({ rows }) =>
          rows.flat().flatMap(({ value }) => (typeof value === 'string' && !codes.has(value) ? [value] : [])),
        );
        expect(texts.filter((text) => /^[-+]?\d+([.,]\d+)?$/.test(text))).toEqual([]);
      }
    });
  });
});

test('the tab by field shows every unit once, with the shares of the analysis', () => {
  always(richPeriods, (input) => {
    for (const view of viewsOf(input)) {
      const { figures } = VIETNAMESE;
      const rows = valuesOf(renderByField(view, VIETNAMESE, '')).slice(5, 5 + unitsOf(view).length);
      expect(rows.map((row) => row[1])).toEqual(unitsOf(view));
      const shown = rows.map((row) =>
        row.slice(3, -1).map((value) => (typeof value === 'number' ? value : undefined)),
      );
      expect(shown).toEqual(
        view.analysis.units.map(({ fields }) =>
          fields.map(({ share }) => share && ratioAsNumber(share, figures)),
        ),
      );
    }
  });
});

test('the table of criteria has every criterion and component once, the most to be had first', () => {
  always(richPeriods, (input) => {
    for (const view of viewsOf(input)) {
      const below = view.analysis.statistics.criteria.filter(
        ({ depth, isComponent }) => depth > 0 || isComponent,
      );
      const { rows, filter } = renderCriteriaAnalysis(view, VIETNAMESE, '');
      const table = rows.slice(5, 4 + (filter?.height ?? 0)).map((row) => row.map(({ value }) => value));
      expect(table.map(([code]) => code)).toEqual(
        below.toSorted((a, b) => b.lost - a.lost).map(({ code }) => code),
      );
    }
  });
});

test('the heat map has a cell for every unit and component', () => {
  always(richPeriods, (input) => {
    for (const view of viewsOf(input)) {
      const { scales = [] } = renderCriteriaAnalysis(view, VIETNAMESE, '');
      const cells = scales.slice(1).map(({ area }) => area.height * area.width);
      expect(cells.reduce((sum, each) => sum + each, 0)).toBe(
        unitsOf(view).length * componentsOfSet(view.set).length,
      );
    }
  });
});

test('all pages of a group are equally long, one for each unit', () => {
  always(richPeriods, (input) => {
    for (const view of viewsOf(input)) {
      const { rows, pageBreaks = [] } = renderProfiles(view, VIETNAMESE, '');
      const tops = unitsOf(view).length === 0 ? [] : [4, ...pageBreaks];
      expect(tops.map((top) => String(rows[top]?.[0]?.value).endsWith(')'))).toEqual(
        unitsOf(view).map(() => true),
      );
      const lengths = tops.map((top, place) => (tops[place + 1] ?? rows.length + 1) - top);
      expect(new Set(lengths).size).toBeLessThanOrEqual(1);
    }
  });
});
