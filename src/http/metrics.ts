import { createHash, timingSafeEqual } from 'node:crypto';
import type { MailOutcome } from '../domain/message.ts';
import { oldestUnsentAt } from '../store/outbox.ts';
import { waitingMails } from '../store/mail-figures.ts';
import { confirmedByOrigin } from '../store/signatures.ts';
import { groupBounds, type WriteFacts } from '../store/write-facts.ts';
import { isLocal } from './client-address.ts';
import { exposition, expositionType, type Metric } from './exposition.ts';
import type { PageCacheFacts } from './page-cache.ts';
import { problem } from './problem.ts';
import { plainText } from './respond.ts';
import type { Request, Site } from './site.ts';

/** `GET /metrics`: figures for Prometheus, to whoever asks from this machine or has `METRICS_TOKEN`. Nobody else learns that it is there. */
export const showMetrics =
  (site: Site) =>
  async (request: Request): Promise<Response> => {
    if (!mayAsk(site, request)) return problem(site, request, 404);
    const metrics = [
      ...site.requests.metrics(),
      refusedMetric(site.refused),
      ...writeMetrics(site.store.writeFacts(), site.storeBusy.answers),
      ...(await mailMetrics(site)),
      ...pageMetrics(site.pages.facts(), site.shelf.hits()),
      await signatureMetric(site),
      ...site.processMetrics(),
    ];
    return plainText(site, exposition(metrics), expositionType);
  };

function mayAsk({ config }: Site, request: Request): boolean {
  if (isLocal(request, config.trustedProxies)) return true;
  const bearer = /^Bearer (.+)$/i.exec(request.req.header('Authorization') ?? '')?.[1];
  return config.metricsToken !== undefined && bearer !== undefined && isSame(bearer, config.metricsToken);
}

/** In the same time for every wrong one. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

const refusedMetric = (refused: Site['refused']): Metric => ({
  name: 'early_refusals_total',
  type: 'counter',
  help: 'What was refused before it was a request: malformed, too slow, too large.',
  samples: [...refused].map(([status, value]) => ({ labels: { status: String(status) }, value })),
});

function writeMetrics({ waiting, groups, writes, refusing, bySize }: WriteFacts, busy: number): Metric[] {
  let below = 0;
  const bounded = groupBounds.map((le, at) => {
    below += bySize[at] ?? 0;
    return { suffix: '_bucket', labels: { le: String(le) }, value: below };
  });
  return [
    gauge('write_queue_length', 'Writes that wait for their transaction.', waiting),
    {
      name: 'write_group_size',
      type: 'histogram',
      help: 'Writes that shared a transaction.',
      samples: [
        ...bounded,
        { suffix: '_bucket', labels: { le: '+Inf' }, value: groups },
        { suffix: '_sum', value: writes },
        { suffix: '_count', value: groups },
      ],
    },
    counter('store_busy_total', 'Requests answered 503: disk full or broken, database gone, or queue too long.', busy),
    gauge('writes_refused', '1 while the database takes nothing.', refusing === undefined ? 0 : 1),
  ];
}

async function mailMetrics({ store, now, mail }: Site): Promise<Metric[]> {
  const [waiting, oldest] = await Promise.all([waitingMails(store.read), oldestUnsentAt(store.read)]);
  const outcomes: MailOutcome[] = ['sent', 'put-off', 'failed'];
  return [
    gauge('outbox_messages', 'Mails that are still to be sent.', waiting),
    gauge(
      'outbox_oldest_age_seconds',
      'Age of the oldest of them, to the minute.',
      oldest === undefined ? 0 : Math.max(0, now() - oldest),
    ),
    {
      name: 'mail_held',
      type: 'gauge',
      help: '1 while no mail goes out, by why: the database takes nothing, or the mail server refuses everybody.',
      samples: (['database', 'refusals'] as const).map((because) => ({
        labels: { because },
        value: mail.held() === because ? 1 : 0,
      })),
    },
    {
      name: 'mails_total',
      type: 'counter',
      help: 'Tries to send a mail, by how they went.',
      samples: outcomes.map((outcome) => ({ labels: { outcome }, value: mail.outcomes[outcome] })),
    },
  ];
}

const pageMetrics = (facts: PageCacheFacts, shelfHits: number): Metric[] => [
  {
    name: 'page_cache_answers_total',
    type: 'counter',
    help: 'Shared pages answered: from ready answers, from the cache, by an old page while a new one was made, or after a render.',
    samples: [
      { labels: { from: 'ready' }, value: shelfHits },
      { labels: { from: 'cache' }, value: facts.hits },
      { labels: { from: 'old' }, value: facts.staleHits },
      { labels: { from: 'render' }, value: facts.misses },
    ],
  },
  counter('page_renders_total', 'Shared pages rendered, and compressed once each.', facts.renders),
  gauge('page_cache_pages', 'Shared pages that are kept.', facts.pages),
  gauge('page_cache_bytes', 'Their bytes, in all encodings.', facts.bytes),
];

async function signatureMetric({ campaigns, store }: Site): Promise<Metric> {
  const samples = await Promise.all(
    [...campaigns].map(async ([campaign, { id }]) => ({
      labels: { campaign },
      value: (await confirmedByOrigin(store.read, id)).site,
    })),
  );
  return { name: 'signatures_confirmed', type: 'gauge', help: 'The public count of each campaign.', samples };
}

const gauge = (name: string, help: string, value: number): Metric => ({
  name,
  type: 'gauge',
  help,
  samples: [{ value }],
});

const counter = (name: string, help: string, value: number): Metric => ({
  name,
  type: 'counter',
  help,
  samples: [{ value }],
});
