/**
 * On every answer. `same-origin` and not `no-referrer`: with the latter Chromium sends
 * `Origin: null` on form posts.
 */
export const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  // For browsers that do not know `frame-ancestors`.
  'X-Frame-Options': 'DENY',
} as const;

/** For the page that anybody may show in a frame. It acts on nothing that is stored: what its form begins, a mail has to confirm. */
export const embedHeaders = (() => {
  const { 'X-Frame-Options': _, 'Content-Security-Policy': policy, ...others } = securityHeaders;
  return {
    ...others,
    'Content-Security-Policy': policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
})();

/** HTTPS sites say so for good; a demonstration on http must not. */
export const transportHeaders = (siteUrl: string): Record<string, string> =>
  siteUrl.startsWith('https:') ? { 'Strict-Transport-Security': 'max-age=31536000' } : {};
