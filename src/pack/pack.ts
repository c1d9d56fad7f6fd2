import type { PackFacts, PackName, PackRemoval, SignedText } from '../domain/pack.ts';
import {
  countryName,
  direction,
  formatDay,
  formatList,
  formatNumber,
  formatTime,
  languageName,
} from '../strings/format.ts';
import { strings } from '../strings/strings.ts';
import { isoTime } from '../domain/clock.ts';
import { markup, type Markup } from './markup.ts';
import { style } from './style.ts';

/** Whether its names are those who chose it, or everybody's. */
type Named = 'public' | 'all';

/**
 * A petition as it is handed over: one HTML file that needs no other and prints on A4 and Letter, as it grows. By itself it names only those
 * who chose to be named.
 */
export async function* writePack(
  facts: PackFacts,
  names: AsyncIterable<readonly PackName[]>,
  named: Named,
): AsyncGenerator<string> {
  const text = strings(facts.locale).pack;
  yield `<!doctype html>\n${
    markup`<html lang="${facts.locale}" dir="${direction(facts.locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${facts.title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        ${[front(facts), texts(facts), countries(facts), quality(facts)]}
        <section class="own-page">
          <h2>${named === 'public' ? text.publicNames : text.allNames}</h2>
          <p class="small">${named === 'public' ? text.publicNamesLead : text.allNamesLead}</p> `.html
  }`;
  let count = 0;
  for await (const page of names) {
    count += page.length;
    // A list of its own for each page of names: columns of a million could not be laid out.
    if (page.length > 0) yield markup`<ul class="names">${page.map((name) => item(name))}</ul>\n`.html;
  }
  const end = count === 0 ? text.noPublicNames : text.inAll(formatNumber(facts.locale, count), count);
  yield markup`<p class="small">${end}</p></section></body></html>\n`.html;
}

const item = ({ name, country, postcode = '' }: PackName): Markup =>
  markup`<li><bdi>${name}</bdi> <span>${[country, postcode].filter((part) => part !== '').join(' ')}</span></li>\n`;

function front({ locale, title, publisher, addressee, at, confirmed }: PackFacts): Markup {
  const { pack: text } = strings(locale);
  const elsewhere = (['paper', 'import'] as const)
    .filter((origin) => confirmed[origin] > 0)
    .map((origin) => text[origin](formatNumber(locale, confirmed[origin]), confirmed[origin]));
  return markup`<header>
    <p class="kind">${text.kind}</p>
    <h1>${title}</h1>
    <p>${text.to(addressee)}<br />${text.by(publisher)}</p>
    <p class="count">${text.signatures(formatNumber(locale, confirmed.site), confirmed.site)}</p>
    ${elsewhere.length === 0 ? '' : markup`<p>${text.and(formatList(locale, elsewhere))}</p>`}
    <p class="small">${text.asOf(formatTime(locale, isoTime(at)))}</p>
  </header>`;
}

function texts({ locale, texts: signed }: PackFacts): Markup {
  const { pack: text } = strings(locale);
  return markup`<section>
    <h2>${signed.length > 1 ? text.texts : text.text}</h2>
    ${signed.map((one) => version(locale, one))}
  </section>`;
}

function version(locale: string, { locale: language, body, sha256, sinceAt, signatures }: SignedText): Markup {
  const { pack: text } = strings(locale);
  const day = formatDay(locale, isoTime(sinceAt));
  return markup`<h3>${text.version(languageName(locale, language), day, formatNumber(locale, signatures), signatures)}</h3>
    <div class="text" lang="${language}" dir="${direction(language)}">${body}</div>
    <p class="small print">${text.fingerprint(sha256)}</p>`;
}

function countries({ locale, countries: { shown, others } }: PackFacts): Markup {
  const { pack: text, figures } = strings(locale);
  if (shown.length === 0) return markup`<section><h2>${text.countries}</h2><p>${figures.noCountries}</p></section>`;
  const rows = shown.map(({ country, count }) => place(locale, countryName(locale, country), count));
  return markup`<section>
    <h2>${text.countries}</h2>
    <ul class="places">
      ${rows}${others === undefined ? '' : place(locale, figures.otherCountries, others)}
    </ul>
  </section>`;
}

const place = (locale: string, name: string, count: number): Markup =>
  markup`<li><span>${name}</span> <b>${formatNumber(locale, count)}</b></li>\n`;

function quality({ locale, confirmed, events, invalidated, removals }: PackFacts): Markup {
  const { figures } = strings(locale);
  const { received, expired, bounced, withdrawn, erased } = events;
  const counts = { received, confirmed: events.confirmed, expired, bounced, withdrawn, erased, invalidated };
  const rows = (Object.keys(counts) as (keyof typeof counts)[]).map((what) => row(locale, figures[what], counts[what]));
  return markup`<section>
    <h2>${figures.quality}</h2>
    <table>
      <tbody>
        ${rows}${row(locale, figures.counted, confirmed.site)}
      </tbody>
    </table>
    <h3>${figures.removals}</h3>
    ${removals.length === 0 ? markup`<p>${figures.noRemovals}</p>` : markup`<ul>${removals.map((one) => removal(locale, one))}</ul>`}
    <h3>${figures.methodTitle}</h3>
    ${figures.method.map((paragraph) => markup`<p>${paragraph}</p>`)}
  </section>`;
}

function removal(locale: string, { at, count, reason, undoneAt }: PackRemoval): Markup {
  const { pack: text } = strings(locale);
  const undone = undoneAt === undefined ? '' : ` ${text.undone(formatDay(locale, isoTime(undoneAt)))}`;
  const what = text.removedOn(formatNumber(locale, count), formatDay(locale, isoTime(at)), count);
  return markup`<li>${what} <bdi>${reason}</bdi>${undone}</li>`;
}

const row = (locale: string, what: string, count: number): Markup =>
  markup`<tr>
    <td>${what}</td>
    <td class="number">${formatNumber(locale, count)}</td>
  </tr>`;
