import { driftedLetters } from '../../src/store/drifted-letters.ts';
import { driftedSignatures } from '../../src/store/drifted-signatures.ts';
import { driftedCounts } from '../../src/store/signatures.ts';
import type { TestContext } from './a-context.ts';

/** Ends a test: whatever it did, the counts of signatures, letters and mail must say what a COUNT of the rows does. */
export async function leaveWithoutDrift(context: TestContext): Promise<void> {
  const { read } = context.store;
  const drifted = [...(await driftedCounts(read)), ...(await driftedSignatures(read)), ...(await driftedLetters(read))];
  await context.remove();
  if (drifted.length > 0) throw new Error(`Counts differ from the rows: ${JSON.stringify(drifted)}`);
}
