/** The `campaign.yaml` of a new campaign. Its comments are all the manual that an organizer may read. */
export const settingsText = (slug: string): string => `\
# The settings of this campaign. Lines that start with # are notes and count for nothing.

# The campaign's address on the site. Must be the name of this folder.
# Quoted, because YAML reads a slug such as 2027 as a number.
slug: '${slug}'

# The language of pages without a language in their address. Its text is en.mdx.
defaultLocale: en

# Who stands behind the campaign. The law asks for it, and signers trust what has an address.
publisher:
  # Shown as publisher on every page and in every mail.
  name: Replace me (your organization)
  # An e-mail address that a person reads. Shown on every page.
  contact: replace.me@example.org
  # Your postal address.
  legalAddress: Replace me, 1 Example Street, 00000 Exampleton
  # Who decides over the personal data, by name (GDPR, Article 4(7)).
  dataController: Replace me (the person or organization in charge of the data)

# Numbers of signatures to reach, rising. The page shows the next one.
goals: [100, 1000, 10000]

# The last day on which people can sign, until midnight UTC. Without it there is no end.
# closesAt: 2030-12-31

# Which optional fields the sign form shows. Name, e-mail and country are always asked.
fields:
  postcode: true
  comment: true

# When names and comments of those who chose it appear on the page. after: at once, and organizers can hide them.
# before: not until an organizer has approved them at /organize/${slug}/names.
moderation: after

# How much browsers work, unseen, before a form is sent. heavy: while robots sign in numbers; the settings page has a
# button for it, too. Nobody is shut out.
work: light

letter:
  # Whether people can write letters to representatives. The letter's text is in en.mdx.
  enabled: true
  # How many representatives one letter may go to.
  maxRepresentatives: 10
  # Whom letters may go to. Without rules: everybody in the writer's country whom a directory has. With rules: whoever one of
  # them is about, and the first that fits says which text the letter starts with. What a rule leaves out, it leaves open.
  # targets:
  #   # countries: of the writer. directories: as npx campaign recipients list prints them. roles: as the directory words them.
  #   - countries: [GB, IE]
  #     roles: [MP]
  #     # The text of this name under letters in en.mdx; left out, it is the one under letter.
  #     text: mp
  #   # The same for writers of every country, such as editors and embassies from a list of your own.
  #   - directories: [press]
  #     everywhere: true
  #     text: editor
  # How fast letters reach one representative, however many are written at once; the rest waits in a queue.
  # npx campaign letters simulate ${slug} shows when the last one would arrive.
  pace:
    # The most that one representative gets in an hour, and in a day.
    hourly: 30
    daily: 150
    # The hours of the day in which letters arrive, in the representative's own time zone.
    opensAt: 9
    closesAt: 17
    # Not on Saturday and Sunday. Set it to false where the weekend is on other days.
    weekdaysOnly: true

# For how many days what people typed is kept.
retention:
  # Until a link is pressed; then what came with it is deleted.
  unconfirmedDays: 7
  # The text of a letter, from the day it was written.
  letterTextDays: 28
  # Signers and writers, after the campaign has closed. Export and hand over before.
  daysAfterClose: 365

# When it is over, take the # away and say what came of it; signing then ends.
# outcome:
#   handedOverAt: 2031-01-31
#   handedOver: 12345
#   answer: What the addressee answered.
`;

/** The `en.mdx` of a new campaign. The mail templates put the two names into the letter. */
export const argumentText = `\
---
# The headline of the page. Quoted, since it may hold a colon.
title: "Replace me with what you want, in one line"

# One or two sentences under the headline, and in previews when the page is shared.
summary: "Replace me with why it matters, and to whom."

# Whom the petition is addressed to, as in "To …".
addressee: the Example Parliament (replace me)

# Exactly what people sign. Once somebody has signed, a change makes a new, dated version.
ask: |
  Replace me with one clear demand to the addressee.

  A second paragraph can say by when, and how one will see that it is done.

# Whose argument this is, if it is not your own.
# credit: After an article by Replace Me, Example Journal, 2026.

letter:
  # What the letter form starts with. People can change both.
  subject: Replace me with what the letter asks for
  # The two names in braces are filled in for each letter.
  body: |
    Dear {{ representative }},

    Replace me with two or three sentences that ask for one thing.

    Yours sincerely,
    {{ name }}
  # The question that asks for the writer's own paragraph: personal letters are read.
  prompt: Why does this matter to you? (Replace me.)

# Other texts for other people; letter.targets in campaign.yaml says who gets which.
# letters:
#   editor:
#     subject: Replace me
#     body: |
#       Dear {{ representative }},
#     prompt: Which article of theirs did you read?
---

Replace me with your argument: what happens now, whom it harms, and what should happen instead.
Date every figure and say where it is from, in a footnote like this one.[^1]

## What should change

Replace me with the demand and the reasons for it.

## What is known, what is disputed

Replace me. People trust a page that says what it does not know.

[^1]: Replace me with the source: author, title, year and link.
`;
