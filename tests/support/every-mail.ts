import PostalMime, { type Email } from 'postal-mime';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { askForAnswers } from '../../src/campaign/ask-for-answers.ts';
import { confirm } from '../../src/campaign/confirm.ts';
import { sendDataLink } from '../../src/campaign/send-data-link.ts';
import { signPetition } from '../../src/campaign/sign-petition.ts';
import { writeLetter } from '../../src/campaign/write-letter.ts';
import { daysUntilAsked } from '../../src/domain/limits.ts';
import type { LetterInput } from '../../src/domain/letter.ts';
import type { MessageKind } from '../../src/domain/message.ts';
import type { SignatureInput } from '../../src/domain/signature.ts';
import type { TestContext } from './a-context.ts';
import { aDirectory, deliver } from './a-delivery.ts';
import { aLetter, typed } from './a-signature.ts';
import { linkIn } from './a-server.ts';

export interface SentMail {
  kind: MessageKind;
  /** As nodemailer got it. */
  options: SendMailOptions;
  /** As it goes over the wire, and what a reader's program makes of it. */
  raw: Buffer;
  mail: Email;
}

/** One mail of each kind at least, in the order in which they left: Sam signs, twice, writes, is asked, and one letter comes back. */
export async function everyMail(
  context: TestContext,
  { sam = {}, letter = {} }: { sam?: Partial<SignatureInput>; letter?: Partial<LetterInput> } = {},
): Promise<SentMail[]> {
  const { socialCredit: campaign } = context;
  const sent: SentMail[] = [];
  const wire = createTransport({ streamTransport: true, buffer: true });
  const transport = {
    send: async (options: SendMailOptions, name: string) => {
      if (JSON.stringify(options.to).includes('sam.sample@'))
        throw Object.assign(new Error(), { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 });
      const raw = (await wire.sendMail(options)).message as Buffer;
      sent.push({ kind: name.replace(/^\d+-/, '') as MessageKind, options, raw, mail: await PostalMime.parse(raw) });
    },
    close: () => undefined,
  };
  const send = () => deliver(context, { transport });
  const press = async (kind: MessageKind) => {
    const mail = sent.find((one) => one.kind === kind)!;
    await confirm(context, linkIn({ text: mail.mail.text ?? '' }).slice('/confirm/'.length));
    await send();
  };
  await aDirectory(context);
  const found = await context.store.read.selectFrom('representatives').select('id').execute();
  const input = typed(sam);

  await signPetition(context, campaign, 'en', input);
  await send();
  await press('confirm-signature');
  await signPetition(context, campaign, 'en', input);
  await send();
  const { name = '', subject = '', body = '' } = aLetter('');
  const { email, country, postcode } = input;
  const representatives = found.map(({ id }) => id);
  const written = { name, email, country, postcode, subject, body, representatives, ...letter };
  await writeLetter(context, campaign, 'en', { real: false }, written);
  await send();
  await press('verify-letter');
  await send();
  context.clock.at += 86_400;
  await sendDataLink(context, campaign, input.email);
  await send();
  context.clock.at += daysUntilAsked * 86_400;
  await askForAnswers(context, campaign);
  await send();
  return sent;
}
