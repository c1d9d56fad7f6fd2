/** An imported list of representatives, with its source and date. */
export interface Directory {
  /** A slug; importing the same id again replaces the directory. */
  id: string;
  title: string;
  /** Where the list comes from, as prose or addresses; '' if the file does not say. */
  source: string;
  licence: string;
  /** The ISO day on which the list was true, or ''. */
  asOf: string;
  /** False: shown in mailbox mode only; nothing is ever mailed to it. */
  usableForSending: boolean;
  /** Made up, to try things with: letters reach it at once. */
  demonstration: boolean;
  /** The zone in which its representatives keep office hours (IANA, such as Europe/Berlin); '' is not known. */
  timeZone: string;
}

/** Who gets letters, with the post that makes them the one to write to. Every field may be '' but key and name. */
export interface Representative {
  /** The person's id in the source: the same person has it again in the next import. */
  key: string;
  name: string;
  /** As the source words it, such as "MP". */
  role: string;
  party: string;
  areaId: string;
  areaName: string;
  /** ISO 3166-1 alpha-2 in capitals; '*' answers for every country; '' is not known. */
  country: string;
  /** An address that `parseEmailAddress` has passed. */
  email: string;
  phone: string;
  /** An http(s) address. */
  contactForm: string;
  address: string;
  /** ISO day. */
  startsOn: string;
  /** ISO day, the last one in office. */
  endsOn: string;
  /** IANA; '' where the directory's holds. */
  timeZone: string;
}

/** What an organizer should look at after an import; nothing in it stopped the import. */
export interface ImportWarning {
  /** The representative it is about, if it is about one. */
  key?: string;
  /** One plain sentence. */
  message: string;
}
