import { BlockList, isIP } from 'node:net';
import type { Request } from './site.ts';

/**
 * The address of whoever sent a request. X-Forwarded-For is read from the right, and only past
 * proxies that the operator trusts: everything further left is the sender's own invention.
 */
export function clientAddress(request: Request, trustedProxies: readonly string[]): string {
  const trusted = blockListOf(trustedProxies);
  const forwarded = (request.req.header('X-Forwarded-For') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  let address = peerOf(request);
  while (forwarded.length > 0 && holds(trusted, address)) address = plain(forwarded.pop() ?? '');
  return address;
}

/**
 * Whether a request was made on this machine, by nobody's proxy. A proxy here that tells us nothing would look like that: so what any
 * proxy adds, and a Host that is not this machine's name, speak against it; unless one that is trusted says that it was asked from here.
 */
export function isLocal(request: Request, trustedProxies: readonly string[]): boolean {
  const peer = peerOf(request);
  if (request.req.header('X-Forwarded-For') !== undefined)
    return holds(blockListOf(trustedProxies), peer) && isLoopback(clientAddress(request, trustedProxies));
  const { headers } = request.env.incoming;
  if (Object.keys(headers).some((name) => addedByProxies.test(name))) return false;
  return isLoopback(peer) && loopbackName.test(headers.host ?? '');
}

/**
 * The address by which a sender may be limited. Undefined where it may be a proxy's: a proxy that says nothing, or that nobody has
 * named, looks like one sender on this machine or in its own network, and all the world would be that one.
 */
export function limitedAddress(request: Request, trustedProxies: readonly string[]): string | undefined {
  const peer = peerOf(request);
  const address = clientAddress(request, trustedProxies);
  const mayBeProxy = isNear(peer) || holds(blockListOf(trustedProxies), peer);
  return address === peer && mayBeProxy ? undefined : address;
}

/** Whether a proxy near by says whom it asks for, and TRUSTED_PROXIES does not name it. */
export function isUnnamedProxy(request: Request, trustedProxies: readonly string[]): boolean {
  if (request.req.header('X-Forwarded-For') === undefined) return false;
  const peer = peerOf(request);
  return isNear(peer) && !holds(blockListOf(trustedProxies), peer);
}

const addedByProxies =
  /^(?:via|forwarded|x-forwarded-.+|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-.+)$/;
const loopbackName = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i;
const isLoopback = (address: string): boolean => holds(loopback, address);

const blockListOf = (networks: readonly string[]): BlockList => {
  const list = lists.get(networks) ?? blockList(networks);
  lists.set(networks, list);
  return list;
};

const lists = new WeakMap<readonly string[], BlockList>();

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return list;
}

const loopback = blockList(['127.0.0.0/8', '::1']);

/** Networks that are nobody's on the internet: RFC 1918, 3927, 4193, 4291 and 6598. */
const nearBy = blockList([
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
]);

const isNear = (address: string): boolean => {
  const [unscoped = ''] = address.split('%');
  return holds(loopback, unscoped) || holds(nearBy, unscoped);
};

const holds = (list: BlockList, address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

const peerOf = (request: Request): string => plain(request.env.incoming.socket.remoteAddress ?? '');

/** IPv4 in IPv6's clothes (`::ffff:127.0.0.1`) is IPv4, and the port that some proxies add (`192.0.2.1:5000`) is none of it. */
const plain = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
