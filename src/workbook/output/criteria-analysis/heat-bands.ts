import {
  type Component,
  type CriteriaSet,
  type CriterionNode,
  componentsOf,
} from '../../../domain/criteria-set.ts';

/** As many components side by side as a page holds beside the names of the units. */
export const BAND_COLUMNS = 14;

/** A part of the heat map: some fields, whole if they fit, with their components in printed order. */
export interface HeatBand {
  readonly fields: readonly CriterionNode[];
  readonly components: readonly Component[];
}

function piecesOf(field: CriterionNode): readonly HeatBand[] {
  const components = componentsOf(field);
  const count = Math.ceil(components.length / BAND_COLUMNS);
  return Array.from({ length: count }, (_, piece) => ({
    fields: [field],
    components: components.slice(piece * BAND_COLUMNS, (piece + 1) * BAND_COLUMNS),
  }));
}

/** The components of a set in parts that fit beside the names of the units; each component once, in printed order. */
export function heatBands({ fields }: CriteriaSet): readonly HeatBand[] {
  const bands: HeatBand[] = [];
  for (const piece of fields.flatMap(piecesOf)) {
    const last = bands.at(-1);
    if (last !== undefined && last.components.length + piece.components.length <= BAND_COLUMNS) {
      bands[bands.length - 1] = {
        fields: [...last.fields, ...piece.fields],
        components: [...last.components, ...piece.components],
      };
    } else bands.push(piece);
  }
  return bands;
}
