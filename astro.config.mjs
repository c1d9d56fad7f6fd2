import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { locales } from './src/strings/strings.ts';

/** Nothing that is built or checked here tells anyone. Astro reads this after its settings. */
process.env.ASTRO_TELEMETRY_DISABLED = '1';

/**
 * Astro is a function here, not a server: src/http/ asks it for a page and caches the bytes.
 * docs/decisions/002-astro-as-a-function.md says why.
 * @type {import('astro').AstroIntegration}
 */
const renderFunction = {
  name: 'render-function',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'render-function',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./src/http/astro-entry.ts', import.meta.url),
        supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'unsupported' },
        adapterFeatures: { buildOutput: 'server' },
      }),
  },
};

/** What both forms need comes in one file: the headers of another would weigh more than what is in it. */
const ofForms = { name: 'forms', test: /src[\\/]browser[\\/](?:begin-work|show-faults)\.ts$/ };

export default defineConfig({
  output: 'server',
  adapter: renderFunction,
  integrations: [mdx()],
  build: { inlineStylesheets: 'never', assets: '_assets' },
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: { client: { build: { rolldownOptions: { output: { codeSplitting: { groups: [ofForms] } } } } } },
  },
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  devToolbar: { enabled: false },
  session: false,
  /** Which address speaks which language is decided in src/http/, which asks for a page as `/{language}{page}`: docs/decisions/044-every-language.md. */
  i18n: {
    locales: [...locales],
    defaultLocale: 'en',
    fallback: Object.fromEntries(locales.filter((locale) => locale !== 'en').map((locale) => [locale, 'en'])),
    routing: { prefixDefaultLocale: false, fallbackType: 'rewrite' },
  },
});
