import { expect, type Page } from '@playwright/test';
import { countryName, ownName } from '../../src/strings/format.ts';
import { strings } from '../../src/strings/strings.ts';
import { linkIn, type TestServer } from './a-server.ts';
import type { Hands } from './hands.ts';

/** Somebody who signs and writes, and what they mind of each page that they come to. */
export interface Reader {
  locale: string;
  name: string;
  hands: Hands;
  minds?: (page: Page) => Promise<void>;
}

/** From the front page to a signature that counts and a letter that went out, with one mistake on the way. Everything is found by what it is called. */
export async function signAndWrite(
  page: Page,
  server: TestServer,
  { locale, name, hands, minds }: Reader,
): Promise<void> {
  const text = strings(locale);
  const { fields, checkYourMail } = text;
  const country = countryName(locale, 'GB');
  const email = 'reader@example.org';
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  const titled = async (title: string): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await minds?.(page);
  };
  const confirmFromMailbox = async (kind: 'signature' | 'letter', mails: number): Promise<void> => {
    await titled(checkYourMail.title);
    const mail = (await server.mailsTo(email, mails)).at(-1)!;
    await hands.press(page.getByRole('link', { name: checkYourMail.mailboxLink }));
    await titled(text.mailbox.title);
    await hands.press(page.getByRole('link', { name: mail.subject }).first());
    await titled(mail.subject);
    await hands.press(page.getByRole('link', { name: linkIn(mail) }));
    await titled(text.confirm[kind].pending);
    await hands.press(button(text.confirm[kind].button));
  };

  await page.goto(server.url);
  if (locale !== 'en') await hands.press(page.getByRole('link', { name: ownName(locale), exact: true }));
  await titled(text.home.title);
  await hands.press(page.getByRole('article').getByRole('link'));

  const form = page.locator('form[action$="/sign"]');
  await expect(form).toBeVisible();
  await minds?.(page);
  await hands.type(form.getByLabel(fields.name, { exact: true }), name);
  await hands.type(form.getByLabel(fields.email, { exact: true }), email);
  await hands.press(button(text.sign.button));
  await expect(page).toHaveTitle(new RegExp(`^${fields.errorPrefix} `));
  const summary = page.getByRole('alert', { name: fields.errorSummary });
  await expect(summary).toBeFocused();
  await minds?.(page);
  await hands.press(summary.getByRole('link', { name: text.errors.countryMissing }));
  const chosen = form.getByLabel(fields.country, { exact: true });
  await expect(chosen).toBeFocused();
  await expect(form.locator('label[for=country]')).toBeInViewport();
  await expect(chosen).toHaveAttribute('aria-invalid', 'true');
  await expect(chosen).toHaveAccessibleDescription(text.errors.countryMissing);
  await hands.choose(chosen, country);
  await hands.press(button(text.sign.button));
  await confirmFromMailbox('signature', 1);

  await titled(text.signed.title);
  await hands.press(page.getByRole('link', { name: text.signed.lettersButton }));
  await titled(text.letter.title);
  await hands.choose(page.getByLabel(text.letter.where), country);
  await hands.press(button(text.letter.find));
  await hands.tick(page.getByRole('checkbox', { name: 'Ada Example' }));
  await hands.type(page.getByLabel(fields.name, { exact: true }), name);
  await hands.type(page.getByLabel(fields.email, { exact: true }), email);
  await hands.press(button(text.letter.preview));
  await titled(text.letterPreview.title);
  await hands.press(button(text.letterPreview.send).first());
  await confirmFromMailbox('letter', 2);
  await titled(text.letterSent.title);
  const [letter] = await server.mailsTo('ada.example@example.org');
  expect(letter?.replyTo).toBe(`${name} <${email}>`);
}
