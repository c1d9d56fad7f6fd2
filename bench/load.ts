import autocannon from 'autocannon';

export interface Load {
  url: string;
  path: string;
  /** The answer that everybody has to get. */
  status: number;
  headers?: Record<string, string>;
  /** What is sent, for each request anew; undefined: a GET. */
  form?: () => string;
  /** Told of each form that was answered so. */
  onAnswered?: (form: string) => void;
  /** Where that differs from request to request. */
  pathOf?: () => string;
  seconds?: number;
  /** So many requests in all, however long that takes. */
  amount?: number;
  connections?: number;
  /** Requests a second; undefined: as many as are answered. */
  rate?: number;
}

export interface Loaded {
  answered: number;
  seconds: number;
  /** Answers a second. */
  rate: number;
  /** Milliseconds that 99 of 100 requests took at the most. */
  p99: number;
}

/**
 * Asks a server on this machine for some seconds.
 * @throws Error if anybody gets another answer, or none
 */
export async function load({
  url,
  path,
  status,
  headers = {},
  form,
  onAnswered,
  pathOf,
  ...how
}: Load): Promise<Loaded> {
  if (new URL(url).hostname !== 'localhost') throw new Error('load is for this machine alone');
  let others = 0;
  let answered = 0;
  let began = performance.now();
  let asked = 0;
  let last = began;
  const posted =
    form === undefined ? undefined : { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded', ...headers };
  const result = await autocannon({
    url,
    connections: how.connections ?? 50,
    ...(how.amount === undefined ? { duration: how.seconds ?? 4 } : { amount: how.amount }),
    ...(how.rate === undefined ? {} : { overallRate: how.rate }),
    requests: [
      {
        method: form === undefined ? 'GET' : 'POST',
        path,
        headers: posted ?? headers,
        onResponse: (code, _body, context) => {
          last = performance.now();
          if (code === status) {
            answered += 1;
            onAnswered?.((context as { form: string }).form);
          } else others += 1;
        },
        ...(form === undefined && pathOf === undefined
          ? {}
          : {
              setupRequest: (request, context) => {
                if (asked === 0) began = performance.now();
                asked += 1;
                const body = form?.();
                Object.assign(context, { form: body });
                return {
                  ...request,
                  ...(body === undefined ? {} : { body }),
                  ...(pathOf === undefined ? {} : { path: pathOf() }),
                };
              },
            }),
      },
    ],
  });
  if (others > 0 || result.errors > 0)
    throw new Error(`not everybody was answered ${status}: ${others} other answers, ${result.errors} errors`);
  // autocannon tells whole seconds, which for a number of requests may be half as long again.
  const seconds = how.amount === undefined ? result.duration : (last - began) / 1000;
  return { answered, seconds, rate: answered / seconds, p99: result.latency.p99 };
}

let signers = 0;

/** A form of somebody new, as long as the usual one. */
export function newSigner(): string {
  signers += 1;
  return formOf(signers);
}

/** The form of a signer by their number, which is in their address. */
export const formOf = (signer: number): string =>
  `name=Bench+Example&email=bench-${process.pid}-${signer}%40example.org&country=DE&postcode=10115&comment=${comment}`;

/** Signing by the JSON API instead. */
export const jsonOf = (url: string) => ({
  url,
  path: '/api/v1/campaigns/social-credit/signatures',
  headers: { 'Content-Type': 'application/json' },
  form: () => JSON.stringify(Object.fromEntries(new URLSearchParams(newSigner()))),
});

const comment = 'A comment as long as the usual one: about a hundred characters, which say why somebody signs this.'
  .replaceAll(' ', '+')
  .replaceAll(':', '%3A')
  .replaceAll(',', '%2C');
