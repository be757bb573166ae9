import * as z from 'zod';

const AddressSchema = z.email().toLowerCase();

/** Who may read a publication, always view-only. */
export const AudienceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('people'), addresses: z.array(AddressSchema).min(1).max(200) }),
  z.strictObject({
    kind: z.literal('domain'),
    domain: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i)
      .toLowerCase(),
  }),
  /** Anyone who has the link; search engines are not shown it. */
  z.strictObject({ kind: z.literal('anyone') }),
]);
export type Audience = z.infer<typeof AudienceSchema>;
export type AudienceKind = Audience['kind'];

/** One right to read, as it is given. */
export type Reader =
  | { readonly type: 'user'; readonly address: string }
  | { readonly type: 'domain'; readonly domain: string }
  | { readonly type: 'anyone' };

/** The rights that an audience needs: each person once, in order of address. */
export function readersOf(audience: Audience): readonly Reader[] {
  switch (audience.kind) {
    case 'people':
      return [...new Set(audience.addresses)]
        .toSorted((a, b) => (a < b ? -1 : 1))
        .map((address) => ({ type: 'user', address }));
    case 'domain':
      return [{ type: 'domain', domain: audience.domain }];
    default:
      return [{ type: 'anyone' }];
  }
}
