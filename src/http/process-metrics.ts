import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Metric } from './exposition.ts';

/** Finer costs more than it tells. */
const resolutionMilliseconds = 20;
const nanoseconds = 1e9;

/** The timer that measures counts its own interval in. */
const late = (measured: number): number => Math.max(0, measured / nanoseconds - resolutionMilliseconds / 1000);

/** What Node says about itself. The delays are those since somebody last asked. */
export function openProcessMetrics(version: string): () => Metric[] {
  const delay = monitorEventLoopDelay({ resolution: resolutionMilliseconds });
  delay.enable();
  return () => {
    const { rss, heapUsed, external } = process.memoryUsage();
    // Before anything was measured, these are not numbers of this world.
    const measured = delay.count > 0;
    const delays = { '0.5': delay.percentile(50), '0.99': delay.percentile(99), '1': delay.max };
    delay.reset();
    const gauge = (name: string, help: string, samples: Metric['samples']): Metric => ({
      name,
      type: 'gauge',
      help,
      samples,
    });
    return [
      gauge('build_info', 'The version that runs.', [{ labels: { version, node: process.versions.node }, value: 1 }]),
      gauge('uptime_seconds', 'Since the process began.', [{ value: process.uptime() }]),
      gauge('memory_bytes', 'Memory of the process.', [
        { labels: { kind: 'resident' }, value: rss },
        { labels: { kind: 'heap' }, value: heapUsed },
        { labels: { kind: 'external' }, value: external },
      ]),
      gauge(
        'event_loop_delay_seconds',
        'How late timers were since the last time this was asked, by quantile.',
        measured
          ? Object.entries(delays).map(([quantile, value]) => ({ labels: { quantile }, value: late(value) }))
          : [],
      ),
    ];
  };
}
