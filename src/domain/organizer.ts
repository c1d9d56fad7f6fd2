/**
 * What an organizer may do. `owner`: everything, and who else is an organizer; `editor`: moderation, settings, letters and exports;
 * `viewer`: figures, and nothing about persons.
 */
export const organizerRoles = ['viewer', 'editor', 'owner'] as const;
export type OrganizerRole = (typeof organizerRoles)[number];

/** Who is signed in. */
export interface Organizer {
  handle: string;
  role: OrganizerRole;
}

/** Whether a role includes what another one may do. */
export const mayAct = (role: OrganizerRole, needed: OrganizerRole): boolean =>
  organizerRoles.indexOf(role) >= organizerRoles.indexOf(needed);

/** What the log calls whoever sat at the server. */
const atTheServer = 'command';

/**
 * Short names, so that neither a list nor a stolen database says who somebody is. Nobody is called as the log calls whoever sits at the
 * server: they could blame that one for what they do.
 */
export const isHandle = (text: string): boolean => /^[a-z][a-z0-9-]{1,30}$/.test(text) && text !== atTheServer;

export const isOrganizerRole = (text: string): text is OrganizerRole =>
  (organizerRoles as readonly string[]).includes(text);

/** What better-auth wants to be unique and shaped like an address. It is never mailed to. */
export const addressOfHandle = (handle: string): string => `${handle}@handle.invalid`;

/** Long enough to come through another channel over a weekend. */
export const invitationDays = 3;

/** NIST SP 800-63B-4 section 3.1.1.2 asks for 15 where a password is alone, and for 8 beside a second step. */
export const passwordLength = { least: 12, most: 128 } as const;

/**
 * At most a working day, and an hour without a click: whoever finds an open laptop is signed out. NIST SP 800-63B-4 section 2.2.3 asks
 * for a day and for an hour; less than that would take texts away from whoever is still writing them.
 */
export const sessionLife = { mostSeconds: 12 * 60 * 60, idleSeconds: 60 * 60 } as const;

/** NUL, or half a surrogate pair: nobody's password, though scrypt takes one that ends in NUL for the same without (RFC 2104 pads by it). */
export const isBrokenPassword = (typed: string): boolean => /[\0\p{Cs}]/u.test(typed);
