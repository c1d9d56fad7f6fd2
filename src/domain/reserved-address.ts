/** Whether an address can reach nobody, ever: RFC 2606 and RFC 6761 keep these names for examples and tests. */
export const isReservedAddress = (address: string): boolean =>
  /@(?:[^@]+\.)?(?:example\.(?:com|net|org)|example|test|invalid|localhost)$/i.test(address);
