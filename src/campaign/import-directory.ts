import { toHour } from '../domain/clock.ts';
import type { Directory, Representative } from '../domain/directory.ts';
import { replaceDirectory } from '../store/directories.ts';
import type { Context } from './context.ts';

/** Puts a directory in place of its earlier import, whole or not at all. */
export const importDirectory = (
  { store, now }: Pick<Context, 'store' | 'now'>,
  directory: Directory,
  representatives: readonly Representative[],
): Promise<void> =>
  store.write((writing) =>
    replaceDirectory(
      writing,
      {
        id: directory.id,
        title: directory.title,
        source: directory.source,
        licence: directory.licence,
        as_of: directory.asOf,
        usable_for_sending: directory.usableForSending ? 1 : 0,
        imported_at: toHour(now()),
        time_zone: directory.timeZone,
      },
      representatives.map((representative) => ({
        key: representative.key,
        name: representative.name,
        role: representative.role,
        party: representative.party,
        area_id: representative.areaId,
        area_name: representative.areaName,
        country: representative.country,
        email: representative.email,
        phone: representative.phone,
        contact_form: representative.contactForm,
        address: representative.address,
        starts_on: representative.startsOn,
        ends_on: representative.endsOn,
        time_zone: representative.timeZone,
      })),
    ),
  );
