/** Whether this server does what only one of several has to do by the clock. */
export interface Leadership {
  /**
   * Two may think so for some seconds, when one's connection died unnoticed: whatever a leader does can be done twice, and done
   * beside another.
   */
  leads(): boolean;
  /** Lets another take over. */
  stop(): Promise<void>;
}

/** On SQLite there is one server only. */
export const alone: Leadership = { leads: () => true, stop: () => Promise.resolve() };
