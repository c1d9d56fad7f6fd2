/** The networks that an address belongs to. */
export interface Networks {
  /** What one line is given: an IPv4 address, or the IPv6 /64 from which a home or a phone may take any address. */
  line: string;
  /** About what one office, school or customer of a provider's is given: `192.0.2.0/24` or `2001:db8:1::/48` (RFC 6177). */
  site: string;
}

/** Undefined for what is no address. */
export function networksOf(address: string): Networks | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address))
    return { line: `${address}/32`, site: `${address.slice(0, address.lastIndexOf('.'))}.0/24` };
  const [plain = ''] = address.split('%');
  // URL writes each IPv6 address in one way only (RFC 5952), and takes nothing else in brackets.
  const host = /^[\da-f:.]+$/i.test(plain) ? URL.parse(`http://[${plain}]`)?.hostname : undefined;
  if (host === undefined) return undefined;
  const groups = groupsOf(host.slice(1, -1));
  return { line: `${groups.slice(0, 4).join(':')}::/64`, site: `${groups.slice(0, 3).join(':')}::/48` };
}

/** The eight groups of an IPv6 address, where `::` stands for as many zeros as are missing. */
function groupsOf(address: string): string[] {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
