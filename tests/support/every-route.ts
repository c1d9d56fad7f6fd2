import { readConfig } from '../../src/config.ts';
import { createApp } from '../../src/http/app.ts';
import type { Site } from '../../src/http/site.ts';

/** An address of the site, as the app itself has it: `/me/:token/send`. */
export interface Route {
  method: string;
  pattern: string;
}

/** Every address that answers, so that a new one is tested without a word here. What stands before all of them (`/*`) is left out. */
export function everyRoute(): Route[] {
  // Nothing is asked of it: the handlers are made, and never run.
  const site = { config: readConfig({}), now: () => 0 } as unknown as Site;
  const { routes } = createApp(site, () => undefined);
  const found = routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, pattern: path }));
  return found.filter(
    ({ method, pattern }, at) => found.findIndex((one) => one.method === method && one.pattern === pattern) === at,
  );
}

/** A part of a pattern that stands for something: its name, and what it may be, as Hono writes it. */
const parameter = /:(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g;

/**
 * The pattern with values in place of its parameters.
 * @param valueOf undefined leaves the parameter's name, which leads nowhere
 */
export const filled = (pattern: string, valueOf: (name: string) => string | undefined): string =>
  pattern.replace(parameter, (_, name: string) => valueOf(name) ?? name);

export const parametersOf = (pattern: string): string[] => [...pattern.matchAll(parameter)].map(([, name]) => name!);

/** The first route that a path leads to. */
export function routeOf(routes: readonly Route[], method: string, path: string): Route | undefined {
  const bare = path.replace(/[?#].*$/s, '');
  return routes.find((route) => route.method === method && matcherOf(route.pattern).test(bare));
}

const matcherOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(parameter, (_, _name, values?: string) => (values ? `(?:${values})` : '[^/]+'))}$`);
