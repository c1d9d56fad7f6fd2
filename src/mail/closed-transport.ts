/** User data never names a file or an address to fetch. */
export const closedTransport = { disableFileAccess: true, disableUrlAccess: true };
