import type { Writing } from './writer.ts';

/** One of a group of writes. */
interface Acting {
  act: (writing: Writing) => Promise<unknown>;
  /** What it is about, where it touches nothing else; undefined: it may touch anything. */
  about: string | undefined;
}

/**
 * Runs a group's writes in their one transaction. Those that are about different things may run side by side, so that their
 * statements travel to the database together; all others run one after another.
 * @throws what the first to fail throws, once none is under way any more
 */
export async function actTogether<One extends Acting>(
  group: readonly One[],
  writing: Writing,
  sideBySide: boolean,
): Promise<{ waiting: One; value: unknown }[]> {
  const done: { waiting: One; value: unknown }[] = [];
  const inTurn = async (some: readonly One[]): Promise<void> => {
    for (const waiting of some) done.push({ waiting, value: await waiting.act(writing) });
  };
  if (!sideBySide) {
    await inTurn(group);
    return done;
  }
  await inTurn(group.filter(({ about }) => about === undefined));
  const rest = Map.groupBy(
    group.filter(({ about }) => about !== undefined),
    ({ about }) => about,
  );
  const failures: unknown[] = [];
  await Promise.all([...rest.values()].map((some) => inTurn(some).catch((error: unknown) => failures.push(error))));
  if (failures.length > 0) throw failures[0];
  return done;
}
