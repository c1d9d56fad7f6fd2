import { aServerOfWays } from './a-server-of-ways.ts';
import { invitation } from './a-browser.ts';
import { linkIn } from './a-server.ts';
import { aSignature } from './a-signature.ts';
import { anOrganizer, type TestOrganizer } from './an-organizer.ts';
import { everyRoute, filled, parametersOf, routeOf, type Route } from './every-route.ts';
import { formsOf } from './page-elements.ts';

/** Requests come through a proxy, so that each can say that it is from somebody else. */
const env = { TRUSTED_PROXIES: '127.0.0.0/8' };

let visitors = 0;
/** Somebody in a network of their own. */
export const fromElsewhere = (): { 'X-Forwarded-For': string } => {
  visitors += 1;
  return { 'X-Forwarded-For': `2001:db8:${(visitors & 0xffff).toString(16)}::1` };
};

/** A site on which people have signed, written and organized, so that each of its addresses leads somewhere. */
export async function aBusySite() {
  const { server, context, ids, written, deliveryOf } = await aServerOfWays({ env });
  const links = await signers(server);
  // By mail, by form, by phone and on paper.
  const { send, link } = await written('wanda@example.org', [ids.ada, ids.fiona, ids.phil, ids.posy]);
  await server.post(link, {});
  const { vault } = context;
  const delivery = (await deliveryOf(ids.ada)).id;
  const owner = organizers(server);
  const first = await owner();
  const made = await first.post('/organize/social-credit/invalidations', {
    domain: 'invalidated.example',
    reason: 'They were made up.',
  });
  /** One that whoever is signed in now has begun: nobody gets another's. */
  const anExport = async (): Promise<string> => {
    const asked = { purpose: 'hand-over', format: 'csv', fields: 'name' };
    const begun = await (await owner()).post('/organize/social-credit/export', asked);
    return String(((await begun.json()) as { export?: number }).export);
  };
  const [mail] = await server.mailsTo('sam@example.org');

  /** By a name, where it stands in this pattern, or below this first part of an address. */
  const values: Record<string, () => string | Promise<string>> = {
    'confirm token': () => next(links).replace('/confirm/', ''),
    '/me/:token token': () => next(links).replace('/confirm/', ''),
    'me token': () => send.split('/')[2]!,
    'answered token': () => vault.deliveryToken('answer', delivery),
    'answered answer': () => 'yes',
    'why token': () => vault.deliveryToken('recipient', delivery),
    'me delivery': () => String(deliveries.posy),
    'mailbox id': () => mail!.id,
    'organize token': () => joinToken,
    'organize export': anExport,
    'organize id': () => made.headers.get('Location')?.split('/').at(-1) ?? '',
    campaign: () => 'social-credit',
    locale: () => 'en',
    place: () => 'mastodon',
  };
  const deliveries = { posy: (await deliveryOf(ids.posy)).id };
  const joinToken = (await invitation(server, 'newcomer', 'viewer')).split('/').at(-1)!;
  const routes = everyRoute();
  return {
    server,
    context,
    routes,
    ids,
    owner,
    /** An address of a route that leads somewhere. */
    addressOf: async ({ pattern }: Route): Promise<string> => {
      const found = new Map<string, string | undefined>();
      for (const name of parametersOf(pattern)) {
        const keys = [`${pattern} ${name}`, `${pattern.split('/')[1]} ${name}`, name];
        found.set(name, await keys.map((key) => values[key]).find(Boolean)?.());
      }
      return filled(pattern, (name) => found.get(name));
    },
    stop: async () => {
      await context.close();
      await server.stop();
    },
  };
}

export type BusySite = Awaited<ReturnType<typeof aBusySite>>;

/** Links of people who signed, none of them used; one signer’s domain is taken out of the count. */
async function signers(server: BusySite['server']): Promise<string[]> {
  const links: string[] = [];
  const addresses = [
    'sam@example.org',
    'eve@invalidated.example',
    ...Array.from({ length: 20 }, (_, at) => `s${at}@example.org`),
  ];
  for (const email of addresses) {
    await server.post('/social-credit/sign', aSignature({ email, public: 'on', comment: 'Because.' }), fromElsewhere());
    const [mail] = await server.mailsTo(email);
    links.push(linkIn(mail!));
  }
  const [first = '', second = '', ...unused] = links;
  for (const link of [first, second]) await server.post(link, {});
  return unused;
}

/** The items in turn, for ever. */
const next = <T>(items: T[]): T => {
  const item = items.shift()!;
  items.push(item);
  return item;
};

/** Somebody who is signed in as an owner; another one once they have signed out or ended their sessions. */
function organizers(server: BusySite['server']): (isNew?: boolean) => Promise<TestOrganizer> {
  let now: TestOrganizer | undefined;
  let count = 0;
  return async (isNew = false) => {
    if (!isNew && now !== undefined && (await now.get('/organize/account')).status === 200) return now;
    count += 1;
    now = await anOrganizer(server, 'owner', `owner-${count}`);
    return now;
  };
}

/** What every address answers, as visitors and an owner see it. */
export async function everyPage(site: BusySite): Promise<{ path: string; answer: Response }[]> {
  const owner = await site.owner();
  const pages: { path: string; answer: Response }[] = [];
  for (const route of site.routes.filter(({ method }) => method === 'GET')) {
    const path = await site.addressOf(route);
    for (const at of [path, `${path}?country=GB`])
      pages.push({ path: at, answer: await (path.startsWith('/organize') ? owner : site.server).get(at) });
  }
  return pages;
}

/** By route, the fields of the forms that lead there, of every page. What is offered in them comes along. */
export async function everyForm(site: BusySite): Promise<Map<string, Map<string, string[]>>> {
  const forms = new Map<string, Map<string, string[]>>();
  for (const { path, answer } of await everyPage(site)) {
    if (!(answer.headers.get('Content-Type') ?? '').startsWith('text/html')) continue;
    for (const { method, action, fields } of formsOf(await answer.text(), path)) {
      const { pattern = action } = routeOf(site.routes, method, action) ?? {};
      const known = forms.get(`${method} ${pattern}`) ?? new Map<string, string[]>();
      for (const [name, values] of fields)
        known.set(name, [...new Set([...(known.get(name) ?? []), ...values])].slice(0, 20));
      forms.set(`${method} ${pattern}`, known);
    }
  }
  return forms;
}
