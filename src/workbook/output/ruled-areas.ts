import * as z from 'zod';
import type { Layout, RuledArea } from '../../domain/layout.ts';

/** As notes on written tabs keep such an area. */
export const RuledAreaSchema: z.ZodType<RuledArea> = z.object({
  top: z.int(),
  left: z.int(),
  height: z.int(),
  width: z.int(),
  by: z.enum(['scale', 'highlight']),
});

/** The areas that a layout lays rules over. */
export function ruledAreas({ scales = [], highlights = [] }: Layout): readonly RuledArea[] {
  return [
    ...highlights.map(({ area }): RuledArea => ({ ...area, by: 'highlight' })),
    ...scales.map(({ area }): RuledArea => ({ ...area, by: 'scale' })),
  ];
}
