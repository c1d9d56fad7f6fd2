import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { InvalidationState } from '../domain/invalidation.ts';
import type { OrganizerRole } from '../domain/organizer.ts';

type Id = GeneratedAlways<number>;

/** The tables of those who run campaigns, as migrations/ makes them. Names in camel case are better-auth's; its times are ISO 8601. */
export interface OrganizerSchema {
  organizers: {
    id: string;
    name: string;
    email: string;
    emailVerified: 0 | 1;
    image: string | null;
    createdAt: string;
    updatedAt: string;
    twoFactorEnabled: 0 | 1 | null;
    role: OrganizerRole;
  };
  organizer_sessions: {
    id: string;
    expiresAt: string;
    token: string;
    createdAt: string;
    updatedAt: string;
    ipAddress: string | null;
    userAgent: string | null;
    userId: string;
  };
  organizer_passwords: {
    id: string;
    accountId: string;
    providerId: string;
    userId: string;
    password: string | null;
    createdAt: string;
    updatedAt: string;
  };
  organizer_challenges: { id: string; identifier: string; value: string; expiresAt: string };
  organizer_totps: { id: string; secret: string; userId: string; verified: 0 | 1 | null; lockedUntil: string | null };
  organizer_passkeys: {
    id: string;
    name: string | null;
    userId: string;
    credentialID: string;
    createdAt: string | null;
  };
  invitations: {
    id: Id;
    handle: string;
    role: OrganizerRole;
    token_hash: ColumnType<Buffer>;
    made_at: number;
    expires_at: number;
    used_at: number | null;
  };
  audit: {
    id: Id;
    at: number;
    organizer: string;
    act: string;
    campaign: string;
    facts: string;
    mac: ColumnType<Buffer>;
  };
  overrides: {
    id: Id;
    campaign_id: number;
    setting: string;
    value: string | null;
    set_at: number;
    set_by: string;
  };
  invalidations: {
    id: Id;
    campaign_id: number;
    conditions: string;
    reason: string;
    state: InvalidationState;
    made_at: number;
    made_by: string;
    last_id: number;
    through_id: Generated<number>;
    count: Generated<number>;
    confirmed: Generated<number>;
    settled_at: number | null;
    undone_at: number | null;
    undone_by: string | null;
  };
}
