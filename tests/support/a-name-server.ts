import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';

/** RFC 1035 section 4.1.1 and 3.2.2, RFC 3596. */
const codes = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3 };
const types = { A: 1, MX: 15, AAAA: 28 };

interface Answer {
  code?: keyof typeof codes;
  /** Exchanges with their preference; '' is the root. */
  MX?: readonly (readonly [preference: number, exchange: string])[];
  A?: readonly string[];
  AAAA?: readonly string[];
}

/** A real name server on this machine. It says nothing about domains that are not in `zone`, as one that is gone. */
export async function aNameServer(zone: Record<string, Answer>) {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    const { name, end } = readName(query, 12);
    const type = query.readUInt16BE(end);
    asked.push(`${Object.entries(types).find(([, code]) => code === type)?.[0]} ${name}`);
    const answer = zone[name];
    if (answer === undefined) return;
    const records = recordsOf(answer, type);
    const head = Buffer.alloc(12);
    head.writeUInt16BE(query.readUInt16BE(0), 0);
    // A response to a question that wanted recursion, from a server that does it.
    head.writeUInt16BE(0x8180 | codes[answer.code ?? 'NOERROR'], 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    socket.send(Buffer.concat([head, query.subarray(12, end + 4), ...records]), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const stop = () =>
    new Promise<void>((resolve) => {
      resolver.cancel();
      socket.close(() => resolve());
    });
  return { resolver, asked, stop };
}

function readName(message: Buffer, start: number): { name: string; end: number } {
  const labels: string[] = [];
  let at = start;
  for (let length = message[at]!; length > 0; length = message[at]!) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

function recordsOf({ MX = [], A = [], AAAA = [] }: Answer, type: number): Buffer[] {
  const data = {
    [types.MX]: MX.map(([preference, exchange]) => Buffer.concat([sixteen(preference), writeName(exchange)])),
    [types.A]: A.map((address) => Buffer.from(address.split('.').map(Number))),
    [types.AAAA]: AAAA.map((address) => Buffer.from(address.replaceAll(':', ''), 'hex')),
  };
  // The name is that of the question (a pointer to byte 12), the class IN, the time to live a minute.
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60]);
  return (data[type] ?? []).map((bytes) => Buffer.concat([head, sixteen(bytes.length), bytes]));
}

const sixteen = (number: number): Buffer => Buffer.from([number >> 8, number & 0xff]);

const writeName = (name: string): Buffer =>
  Buffer.concat([
    ...name
      .split('.')
      .filter((label) => label !== '')
      .map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
