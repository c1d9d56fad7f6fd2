import { factNames, forgetFacts, setFact } from '../store/facts.ts';
import type { Store } from '../store/store.ts';
import type { Writing } from '../store/writer.ts';

/** A fact for each data folder in which an organizers’ identity lies. */
const prefix = 'organizer key at ';

/** Whether the organizers’ key lies on a server of this database: another may hold it than the one that is asked. */
export interface KeyPlaces {
  onServer: () => boolean;
  /** Whether the key came or went here since the last look. */
  changedHere: () => boolean;
  /** Notes for the other servers whether it lies here, and reads what they have noted. */
  look: () => Promise<void>;
}

interface Place {
  /** The same at each start, and no other server's. */
  name: () => string;
  /** Whether other servers may run on the database. A file of SQLite has one at a time, and may be moved to another folder. */
  shared: boolean;
  isHere: () => boolean;
}

export async function openKeyPlaces(store: Store, { name, shared, isHere }: Place): Promise<KeyPlaces> {
  const own = shared ? prefix + name() : '';
  let here = false;
  let elsewhere = false;
  const look = async (): Promise<void> => {
    const lies = isHere();
    if (shared) {
      const noted = await factNames(store.read, prefix);
      elsewhere = noted.some((fact) => fact !== own);
      if (lies !== noted.includes(own))
        await store.write((writing) => (lies ? setFact(writing, own, 'yes') : forgetFacts(writing, [own])));
    }
    here = lies;
  };
  await look();
  return { onServer: () => isHere() || elsewhere, changedHere: () => here !== isHere(), look };
}

/** As when the key was moved away, or the servers are others. One that still holds it notes it again. */
export async function forgetKeyPlaces(writing: Writing): Promise<void> {
  await forgetFacts(writing, await factNames(writing.db, prefix));
}
