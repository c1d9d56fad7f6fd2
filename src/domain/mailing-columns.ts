import { formulaSafe } from './csv.ts';
import type { ExportedSignature, SignatureField } from './exported-signature.ts';
import type { LeftOutReason } from './left-out.ts';

/** A tool that sends mail, whose import knows these columns by their names. */
export const mailingTools = ['action-network', 'mailchimp', 'civicrm'] as const;
export type MailingTool = (typeof mailingTools)[number];

interface MailingColumn {
  heading: string;
  /** What of a signature it shows; undefined: nothing about a person. */
  field?: SignatureField;
  /** Whether the tool is of no use without it. */
  needed?: true;
  cell: (signature: ExportedSignature, campaign: string) => string;
}

const email = (heading: string): MailingColumn => ({
  heading,
  field: 'email',
  needed: true,
  cell: (signature) => signature.email,
});

/**
 * A name is one field here, and where it would split nobody can tell. All of it stands as the first name, so that a greeting is right;
 * the column of last names is there and empty.
 */
const names = (first: string, last: string): MailingColumn[] => [
  { heading: first, field: 'name', needed: true, cell: (signature) => signature.name },
  { heading: last, cell: () => '' },
];

const postcode = (heading: string): MailingColumn => ({
  heading,
  field: 'postcode',
  cell: (signature) => signature.postcode,
});
const country = (heading: string): MailingColumn => ({
  heading,
  field: 'country',
  cell: (signature) => signature.country,
});

/** The campaign as a tag, so that the list says later where an address came from. */
const tag = (heading: string): MailingColumn => ({ heading, cell: (_, campaign) => campaign });

/**
 * Columns by the tools' own names. None says that somebody is subscribed or has not opted out: all in the file asked for updates, and
 * an import must never bring back whoever left the tool's list since.
 */
export const mailingColumns: Record<MailingTool, readonly MailingColumn[]> = {
  'action-network': [
    ...names('first_name', 'last_name'),
    email('email'),
    postcode('zip_code'),
    country('country'),
    tag('can2_user_tags'),
  ],
  mailchimp: [
    email('Email Address'),
    ...names('First Name', 'Last Name'),
    tag('TAGS'),
    {
      heading: 'CONFIRM_TIME',
      field: 'confirmed_at',
      // Mailchimp's own exports have times like 2026-01-31 17:00:00.
      cell: ({ confirmed_at }) => (confirmed_at ?? '').replace('T', ' ').replace('Z', ''),
    },
  ],
  civicrm: [
    // Unique in CiviCRM: a second import finds the same contacts again.
    {
      heading: 'External Identifier',
      field: 'id',
      needed: true,
      cell: ({ id }, campaign) => `${campaign}-${id}`,
    },
    ...names('First Name', 'Last Name'),
    postcode('Postal Code'),
    country('Country'),
    email('Email'),
  ],
};

/** Consent first: only who asked for updates, and showed that the address is theirs, is in a file that updates are sent by. */
export function leftOutOfUpdates(signature: ExportedSignature): LeftOutReason | undefined {
  // On paper there may be no address at all.
  if (signature.confirmed_at === null || signature.email === '') return 'unconfirmed';
  return signature.updates ? undefined : 'no-consent';
}

/** The same for a tool that sends mail, which reads its file as a spreadsheet does. */
export function leftOutOfMailing(signature: ExportedSignature): LeftOutReason | undefined {
  const reason = leftOutOfUpdates(signature);
  if (reason !== undefined) return reason;
  return formulaSafe(signature.email) === signature.email ? undefined : 'formula-address';
}
