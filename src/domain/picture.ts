export type Direction = 'ltr' | 'rtl';

/** What a preview shows of a campaign, in words that are ready to be drawn. */
export interface Picture {
  locale: string;
  direction: Direction;
  /** Above the title, such as “Petition”. */
  kicker: string;
  title: string;
  /** The title's own language, where the campaign does not speak the picture's. */
  titleLocale: string;
  titleDirection: Direction;
  publisher: string;
  /** The count, written as the locale writes numbers. */
  count: string;
  /** What follows the count, such as “people have signed”. */
  signed: string;
  /** Such as “Next goal: 10,000”; '' where there is none any more. */
  goal: string;
  /** How much of the goal is reached, 0…1. */
  share: number;
}

/** What networks and messengers ask of a preview: 1.91 to 1, and sharp on a phone. */
export const pictureSize = { width: 1200, height: 630 } as const;

/** Networks keep what they once saw for days: nobody sees that a count is a minute old. */
export const pictureSeconds = 60;
