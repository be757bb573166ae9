import type { Area, Layout } from '../../domain/layout.ts';

/** The areas that a layout lays conditional formats over, without what the formats are. */
export function ruledAreas({ scales = [], highlights = [] }: Layout): readonly Area[] {
  return [...highlights, ...scales].map(({ area: { top, left, height, width } }) => ({
    top,
    left,
    height,
    width,
  }));
}
