import { driftedLetters } from '../../src/store/drifted-letters.ts';
import type { TestContext } from './a-context.ts';

/** Ends a test: whatever it did, the counts of letters and of mail must say what a COUNT of the rows does. */
export async function leaveWithoutDrift(context: TestContext): Promise<void> {
  const drifted = await driftedLetters(context.store.read);
  await context.remove();
  if (drifted.length > 0) throw new Error(`Counts differ from the rows: ${JSON.stringify(drifted)}`);
}
