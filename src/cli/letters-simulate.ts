import { isoDay, isoTime } from '../domain/clock.ts';
import { countryCodes } from '../domain/countries.ts';
import { channelOf } from '../domain/channel.ts';
import { zoneOf } from '../domain/office-hours.ts';
import { simulateLetters, type SimulatedLetters } from '../domain/simulate-letters.ts';
import { targetsFor, type TargetRule } from '../domain/target.ts';
import { campaignsFolder } from '../places.ts';
import { readCampaigns } from '../settings/read-campaigns.ts';
import { directories, sittingRepresentatives } from '../store/directories.ts';
import { isOffered } from '../store/fit-representatives.ts';
import { CommandError, now, parseCommand, withStore, type OpenStore } from './command.ts';
import { plotLetters } from './letters-plot.ts';
import { tellLetters } from './letters-tell.ts';

/** More is a matter of minutes and gigabytes. */
const mostLetters = 20_000_000;

/** `letters simulate <slug>`: when letters would arrive if many wrote. Sends nothing and changes nothing. */
export async function simulateCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseCommand({
    args,
    allowPositionals: true,
    options: {
      writers: { type: 'string', default: '5000' },
      each: { type: 'string', default: '1' },
      country: { type: 'string' },
      'at-once': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const [slug] = positionals;
  if (slug === undefined || positionals.length > 1)
    throw new CommandError('Name one campaign: npx campaign letters simulate <slug>', 2);
  const writers = wholeNumber('--writers', values.writers);
  const country = values.country?.toUpperCase();
  if (country !== undefined && !countryCodes.includes(country))
    throw new CommandError('--country takes two letters, such as GB.', 2);
  const { pace, targets, maxRepresentatives } = letterSettings(slug);
  const offices = await withStore((open) => officesOf(open, targets, country));
  const each = Math.min(
    maxRepresentatives,
    values.each === 'all' ? offices.length : wholeNumber('--each', values.each),
  );
  if (writers * Math.min(each, offices.length) > mostLetters)
    throw new CommandError(`That is more than ${mostLetters.toLocaleString('en')} letters: take fewer.`);
  const curve = values['at-once'] ? 'at-once' : 'burst';
  const rush = { representatives: offices, pace, writers, each, curve, from: now() } as const;
  const simulated = simulateLetters(rush);
  const busiest = offices[simulated.busiest.place]?.name ?? '';
  if (values.json) process.stdout.write(`${JSON.stringify(asJson(simulated, busiest))}\n`);
  else {
    process.stdout.write(`${tellLetters(simulated, rush, busiest)}\n\n`);
    process.stdout.write(`${plotLetters(simulated, process.stdout.columns || 80)}\n`);
  }
  return 0;
}

function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new CommandError(`${option} takes a whole number, at least 1.`, 2);
  return number;
}

function letterSettings(slug: string) {
  const campaign = readCampaigns(campaignsFolder).find((one) => one.slug === slug);
  if (campaign === undefined) throw new CommandError(`There is no folder of a campaign “${slug}”.`);
  if (!campaign.letter.enabled) throw new CommandError(`${slug} offers no letters: see letter.enabled.`);
  return campaign.letter;
}

/** Whom people could write to. Who answers for every country (`*`) does so only where nobody else does. */
async function officesOf(
  { store, config }: OpenStore,
  targets: readonly TargetRule[] | undefined,
  country: string | undefined,
) {
  const offered = (await directories(store.read)).filter((directory) =>
    isOffered(directory, { real: config.smtpUrl !== undefined }),
  );
  const zones = new Map(offered.map((directory) => [directory.id, directory.time_zone]));
  const rows = (await sittingRepresentatives(store.read, isoDay(now()))).filter(
    (row) =>
      channelOf(row) === 'email' &&
      zones.has(row.directory_id) &&
      targetsFor(targets, country ?? row.country)(row) !== undefined,
  );
  const near = rows.filter((row) => (country === undefined ? row.country !== '*' : row.country === country));
  const found = near.length > 0 ? near : rows.filter((row) => row.country === '*');
  if (found.length === 0)
    throw new CommandError(
      'There is nobody to write to by mail, by these rules: npx campaign recipients import <file>, then try again.',
    );
  return found.map(({ id, name, directory_id, time_zone, country: of }) => ({
    key: String(id),
    name,
    zone: zoneOf(time_zone, zones.get(directory_id) ?? '', of),
  }));
}

function asJson({ hours, halfAt, lastAt, busiest, ...rest }: SimulatedLetters, name: string) {
  const time = (at: number | undefined) => (at === undefined ? null : isoTime(at));
  return {
    ...rest,
    halfAt: time(halfAt),
    lastAt: time(lastAt),
    busiest: { name, letters: busiest.letters },
    hours: hours.map((hour) => ({ ...hour, at: isoTime(hour.at) })),
  };
}
