import { insertAct, lastAct } from '../store/audit.ts';
import { setFact } from '../store/facts.ts';
import type { Writing } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

/** What an organizer did. */
export interface Act {
  /** In seconds. Acts of organizers are no secret: not rounded. */
  at: number;
  /** Their handle, or `command` for whoever sat at the server. */
  organizer: string;
  /** Such as `export-begun`: a noun and what happened to it. */
  act: string;
  /** Its slug; '' where it is about no campaign. */
  campaign: string;
  /** What exactly, by ids and settings; never anything about a person. */
  facts: Record<string, string | number | boolean | readonly string[] | null>;
}

/** Writes an act down in the transaction that does it, chained to the one before. @returns the entry's number */
export async function noteAct(
  writing: Writing,
  vault: Vault,
  { at, organizer, act, campaign, facts }: Act,
): Promise<number> {
  const entry = { at, organizer, act, campaign, facts: JSON.stringify(facts) };
  const before = await lastAct(writing.db);
  const mac = macOfAct(vault, before?.mac, entry);
  const id = await insertAct(writing, { ...entry, mac });
  await setFact(writing, auditEnd, endOfAudit(vault, mac));
  return id;
}

/** The fact that tells which entry is the newest: a chain alone does not show that its end was cut off. */
export const auditEnd = 'audit end';

/** By the server key, over the newest entry's mac. */
export const endOfAudit = (vault: Vault, newest: Buffer): string =>
  vault.mac(`audit end ${newest.toString('hex')}`).toString('hex');

/** By the server key, over an entry and the mac of the one before it: nobody else can change, insert or take away one in between. */
export const macOfAct = (
  vault: Vault,
  before: Buffer | undefined,
  {
    at,
    organizer,
    act,
    campaign,
    facts,
  }: { at: number; organizer: string; act: string; campaign: string; facts: string },
): Buffer =>
  vault.mac(`audit ${before?.toString('hex') ?? ''} ${JSON.stringify([at, organizer, act, campaign, facts])}`);
