import type { TextFormatName } from '../../../domain/export-format.ts';
import type { ExportPurpose } from '../../../domain/export-purpose.ts';
import type { SignatureField } from '../../../domain/exported-signature.ts';
import type { LeftOutReason } from '../../../domain/left-out.ts';

const purposes: Record<ExportPurpose, string> = {
  'hand-over': 'To hand the petition over',
  updates: 'To send updates to those who asked for them',
  check: 'To check the count',
  request: 'To answer a signer’s request',
  other: 'Something else',
};

const formats: Record<TextFormatName, string> = {
  csv: 'CSV, for spreadsheets',
  jsonl: 'JSON Lines, every value exactly as it was typed',
  'action-network': 'CSV for Action Network',
  mailchimp: 'CSV for Mailchimp',
  civicrm: 'CSV for CiviCRM',
};

const fields: Record<SignatureField, string> = {
  id: 'Number',
  name: 'Name',
  email: 'E-mail address',
  country: 'Country',
  postcode: 'Postcode',
  comment: 'Comment',
  public: 'Whether the name is shown',
  updates: 'Whether they want updates',
  source: 'The code of the link that they followed',
  locale: 'Language',
  confirmed_at: 'Hour of confirmation',
  origin: 'Where it was gathered',
};

const leftOut: Record<LeftOutReason, (count: string) => string> = {
  unopened: (count) => `${count} could not be opened: they are not sealed to this identity, or were changed.`,
  unconfirmed: (count) => `${count} were not confirmed.`,
  'no-consent': (count) => `${count} did not ask for updates, or no longer want any.`,
  'formula-address': (count) => `${count} have an address that a spreadsheet would run as a formula.`,
};

/** Of the page that opens signatures in the browser. Its script says these words too. */
export const browserExport = {
  title: 'Export signatures',
  lead: 'Your browser opens the signatures, which the server cannot. Your identity, and what it opens, never leave this browser.',
  trust: 'Is your campaign at risk?',
  trustDetail:
    'The server hands your browser the script that does this. Whoever took the server over could hand out another one, which keeps what you open. Then export with the command only, on a computer of your own.',
  needsScript: 'The form needs JavaScript',
  needsScriptDetail:
    'Signatures are opened by your browser’s JavaScript, which is switched off or did not load. Switch it on, or use the command below.',
  purpose: 'What is it for?',
  purposeHint:
    'It stands in the log, beside your handle. A file to send updates by holds only those who asked for them.',
  choose: 'Choose one',
  purposes,
  words: 'What exactly?',
  wordsHint: 'A few words, and nothing about a person: the log is never deleted.',
  format: 'Format',
  formatHint:
    'CSV has an apostrophe before what a spreadsheet would run as a formula. For a tool that sends mail, only those who asked for updates are in the file, with the columns that it needs.',
  formats,
  fieldsTitle: 'Which data?',
  fieldsHint: 'Take no more than you need.',
  fields,
  all: 'Signatures that are not confirmed, too: nobody knows whether the address is theirs, and they do not count',
  identity: 'Your identity',
  identityFile: 'Identity file',
  identityFileHint: 'The file from “campaign keys new” or “age-keygen”. It stays in this browser.',
  paste: 'Or paste it',
  pasted: 'Identity',
  pastedHint: 'Starts with AGE-SECRET-KEY-1 or -----BEGIN AGE ENCRYPTED FILE-----.',
  passphrase: 'Passphrase of the identity',
  passphraseHint: 'Only if it has one.',
  button: 'Export',
  reading: 'Opening your identity. With a passphrase this takes some seconds.',
  running: 'Opening signatures …',
  progress: (done: string, total: string) => `${done} of about ${total}`,
  cancel: 'Cancel',
  goOn: 'Go on',
  stopped: 'Stopped. No file was saved.',
  interrupted: {
    unreachable: 'The connection is lost. Nothing that was opened is lost: go on as soon as you are online again.',
    'signed-out':
      'Your session has ended. Leave this page open, sign in on another tab, and go on here: nothing that was opened is lost.',
    refused: 'The server says that this export is over, or not yours any more. Cancel, and begin again.',
  },
  done: (written: string, file: string) => `${written} signatures are in ${file}.`,
  doneTitle: 'Done',
  leftOutTitle: 'Left out',
  leftOut,
  unopenedNumbers: (numbers: string) => `The first of them: number ${numbers}.`,
  keep: 'The file holds personal data in the open: keep it encrypted, and delete it when it has done its work.',
  notLogged: 'The server could not be told that this export is done: the log shows its beginning only.',
  again: 'Export something else',
  command: 'With the command',
  commandDetail:
    'The same export, and more (Excel workbooks, who wrote to whom), on a computer with the project and a copy of the database:',
  pack: 'To hand the petition over',
  packDetail:
    'A document to print, or to save as PDF from your browser: the text as it was signed, the total by country, the names of those who chose to be shown, and how the count came about. It needs no identity, and holds nothing that is sealed.',
  packButton: 'Save the document',
  errors: {
    unknown: 'Choose what the export is for.',
    'no-words': 'Say in a few words what the export is for.',
    'too-long': 'Say it shorter, in 200 characters at most.',
    format: 'Choose a format.',
    fields: 'Choose at least one kind of data.',
    noIdentity: 'Choose your identity file, or paste what stands in it.',
    noPassphrase: 'This identity has a passphrase: type it.',
    foreign:
      'Nothing is sealed to this identity. Choose that of an organizer of this site; “npx campaign keys list” shows whose count.',
    signedOut: 'Your session has ended. Sign in on another tab, then press Export again.',
    refused: 'You may not export signatures here any more. An owner can say why.',
    unreachable: 'The server cannot be reached. Check your connection, then press Export again.',
    broken: 'Something broke in this browser, and no file was saved. Load the page again, or use the command.',
  },
};
