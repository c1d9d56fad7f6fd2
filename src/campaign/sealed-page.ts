import type { SealedPage } from '../domain/sealed-page.ts';
import { epochsById } from '../store/epochs.ts';
import { sealedSignatures } from '../store/sealed-signatures.ts';
import type { Context, RunningCampaign } from './context.ts';
import { exportedStates, type FoundExport } from './running-export.ts';

/** A read of 3 ms and about 250 kB on the wire: small enough that signers notice nothing, large enough to be quick. */
const pageSize = 500;

/** What an organizer's browser opens next: rows as they are sealed, with the keys of their epochs as they are wrapped. */
export async function sealedPage(
  { store }: Pick<Context, 'store'>,
  campaign: RunningCampaign,
  { all, through }: Extract<FoundExport, { outcome: 'running' }>,
  after: number,
): Promise<SealedPage> {
  const { rows, next } = await sealedSignatures(store.read, campaign.id, exportedStates(all), {
    after,
    through,
    most: pageSize,
  });
  const ids = [...new Set(rows.map(({ epoch_id }) => epoch_id))];
  const epochs = ids.length === 0 ? [] : await epochsById(store.read, ids);
  return {
    rows: rows.map(({ sealed, epoch_id: epoch, form, ...columns }) => ({
      ...columns,
      sealed: sealed.toString('base64'),
      epoch,
      form: form.toString('base64'),
    })),
    epochs: Object.fromEntries(epochs.map(({ id, wrapped }) => [id, wrapped.toString('base64')])),
    next,
  };
}
