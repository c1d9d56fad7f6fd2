/**
 * The network that an address belongs to, as `192.0.2.0/24` or `2001:db8:1::/48`: about what one office, school or customer of a
 * provider's is given (RFC 6177 for IPv6). Undefined for what is no address.
 */
export function networkOf(address: string): string | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
  const [plain = ''] = address.split('%');
  // URL writes each IPv6 address in one way only (RFC 5952), and takes nothing else in brackets.
  const host = /^[\da-f:.]+$/i.test(plain) ? URL.parse(`http://[${plain}]`)?.hostname : undefined;
  return host === undefined ? undefined : `${groupsOf(host.slice(1, -1)).slice(0, 3).join(':')}::/48`;
}

/** The eight groups of an IPv6 address, where `::` stands for as many zeros as are missing. */
function groupsOf(address: string): string[] {
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
