import { z } from 'zod';
import type { InvalidationConditions } from '../domain/invalidation.ts';
import { origins } from '../domain/signature.ts';

const tag = z.string().regex(/^(?:[0-9a-f]{2})+$/);

/** What the database may hold. Nothing else: a condition that we do not know would be one that is not asked. */
const schema = z.strictObject({
  from: z.int().optional(),
  to: z.int().optional(),
  network: tag.optional(),
  mailDomain: tag.optional(),
  country: z.string().optional(),
  source: z.string().optional(),
  state: z.enum(['pending', 'confirmed']).optional(),
  disposable: z.boolean().optional(),
  honeypot: z.boolean().optional(),
  origin: z.enum(origins).optional(),
}) satisfies z.ZodType<InvalidationConditions>;

/** What `conditionsText` wrote. @returns undefined where it is damaged */
export function readConditions(text: string): InvalidationConditions | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
