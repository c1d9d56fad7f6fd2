import type { Metric } from './exposition.ts';

/** In seconds: from what lies ready, over a write to disk, to what somebody waits for. */
const buckets = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5] as const;
const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/** How requests to one route went. */
export interface Series {
  observe(status: number, milliseconds: number): void;
}

interface Counted extends Series {
  method: string;
  route: string;
  byStatus: number[];
  byBucket: number[];
  seconds: number;
}

/** Counts requests by route, in memory; a number is added, and nothing else happens. */
export function openRequestCounts() {
  const routes = new Map<string, Map<string, Counted>>();
  const all = (): Counted[] => [...routes.values()].flatMap((methods) => [...methods.values()]);
  return {
    /** HEAD counts as GET, and what nobody should send as one. */
    series: (method: string, route: string): Series => {
      const name = method === 'POST' ? 'POST' : method === 'GET' || method === 'HEAD' ? 'GET' : 'other';
      let methods = routes.get(route);
      if (methods === undefined) routes.set(route, (methods = new Map()));
      let series = methods.get(name);
      if (series === undefined) methods.set(name, (series = aSeries(name, route)));
      return series;
    },
    metrics: (): Metric[] => [
      {
        name: 'http_requests_total',
        type: 'counter',
        help: 'Requests answered, by route pattern and class of status.',
        samples: all().flatMap(({ method, route, byStatus }) =>
          byStatus.flatMap((value, at) =>
            value === 0 ? [] : [{ labels: { method, route, status: statusClasses[at] ?? '' }, value }],
          ),
        ),
      },
      {
        name: 'http_request_duration_seconds',
        type: 'histogram',
        help: 'Time until an answer was made.',
        samples: all().flatMap(({ method, route, byBucket, seconds }) => {
          const count = byBucket.reduce((sum, value) => sum + value, 0);
          let below = 0;
          const bounded = buckets.map((le, at) => {
            below += byBucket[at] ?? 0;
            return { suffix: '_bucket', labels: { method, route, le: String(le) }, value: below };
          });
          return [
            ...bounded,
            { suffix: '_bucket', labels: { method, route, le: '+Inf' }, value: count },
            { suffix: '_sum', labels: { method, route }, value: seconds },
            { suffix: '_count', labels: { method, route }, value: count },
          ];
        }),
      },
    ],
  };
}

export type RequestCounts = ReturnType<typeof openRequestCounts>;

function aSeries(method: string, route: string): Counted {
  const series: Counted = {
    method,
    route,
    byStatus: statusClasses.map(() => 0),
    byBucket: [...buckets, Infinity].map(() => 0),
    seconds: 0,
    observe: (status, milliseconds) => {
      const seconds = milliseconds / 1000;
      series.seconds += seconds;
      const statusAt = Math.min(Math.max(Math.floor(status / 100), 1), statusClasses.length) - 1;
      series.byStatus[statusAt] = (series.byStatus[statusAt] ?? 0) + 1;
      let at = 0;
      while (seconds > (buckets[at] ?? Infinity)) at += 1;
      series.byBucket[at] = (series.byBucket[at] ?? 0) + 1;
    },
  };
  return series;
}
