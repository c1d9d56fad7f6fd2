/** A count that differs from the rows. */
export interface DriftedTally {
  slug: string;
  /** What is counted, such as `sent to 17`: letters to the representative of this number. */
  what: string;
  counted: number;
  found: number;
}

/** How many there are of something, by the rows or by a tally. */
export interface TalliedRow {
  campaign_id: number;
  what: string;
  count: number;
}

/** What the rows and the tallies of the same things do not agree on; what is in one of them only is nought in the other. */
export function driftFrom(rows: TalliedRow[], counts: TalliedRow[]): (Omit<DriftedTally, 'slug'> & TalliedCampaign)[] {
  const nameOf = (row: TalliedRow): string => `${row.campaign_id} ${row.what}`;
  const found = new Map(rows.map((row) => [nameOf(row), row.count]));
  const counted = new Map(counts.map((row) => [nameOf(row), row.count]));
  const all = new Map([...rows, ...counts].map((row) => [nameOf(row), row]));
  return [...all]
    .map(([name, { campaign_id, what }]) => ({
      campaign_id,
      what,
      counted: counted.get(name) ?? 0,
      found: found.get(name) ?? 0,
    }))
    .filter((difference) => difference.counted !== difference.found);
}

type TalliedCampaign = Pick<TalliedRow, 'campaign_id'>;
