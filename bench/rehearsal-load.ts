import autocannon from 'autocannon';

export interface Answers {
  /** With the status that was hoped for. */
  answered: number;
  /** 503 with Retry-After: nothing was stored, and people were told to come again. */
  busy: number;
  /** Any other answer. */
  wrong: number;
  /** No answer within ten seconds, or a connection that broke. */
  unanswered: number;
  /** Milliseconds, measured from when a request was due. */
  p99: number;
}

interface Asked {
  url: string;
  path: string;
  status: number;
  /** Requests a second. */
  rate: number;
  seconds: number;
  /** A form to send for a number of a signer; undefined: the page is looked at. */
  signing?: { next(): number; formOf(signer: number): string; answered(signer: number): void };
}

/** Asks a server on this machine at a steady rate, and counts what it answers, whatever that is. */
export async function ask({ url, path, status, rate, seconds, signing }: Asked): Promise<Answers> {
  if (new URL(url).hostname !== 'localhost') throw new Error('load is for this machine alone');
  const counts = { answered: 0, busy: 0, wrong: 0 };
  const posted = { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' };
  const result = await autocannon({
    url,
    connections: 25,
    duration: seconds,
    overallRate: rate,
    requests: [
      {
        method: signing === undefined ? 'GET' : 'POST',
        path,
        headers: signing === undefined ? { 'Accept-Encoding': 'br' } : posted,
        onResponse: (code, _body, context, headers) => {
          const verdict = verdictOf(code, status, headers ?? {});
          counts[verdict] += 1;
          if (verdict === 'answered') signing?.answered((context as { signer: number }).signer);
        },
        ...(signing === undefined
          ? {}
          : {
              setupRequest: (request, context) => {
                const signer = signing.next();
                (context as { signer: number }).signer = signer;
                return { ...request, body: signing.formOf(signer) };
              },
            }),
      },
    ],
  });
  return { ...counts, unanswered: result.errors, p99: result.latency.p99 };
}

function verdictOf(code: number, hopedFor: number, headers: object): 'answered' | 'busy' | 'wrong' {
  if (code === hopedFor) return 'answered';
  const saysWhen = Object.keys(headers).some((name) => name.toLowerCase() === 'retry-after');
  return code === 503 && saysWhen ? 'busy' : 'wrong';
}
