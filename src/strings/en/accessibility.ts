/** The page /accessibility. A sentence that no test proves does not belong here; docs/accessibility.md names the tests. */
export const accessibility = {
  title: 'Accessibility',
  lead: 'Nobody should be kept from signing or writing by how they see, hear, move or read. This page says what was tested, what does not work, and whom to tell.',
  standard:
    'We build this site to the Web Content Accessibility Guidelines (WCAG) 2.2, level AA, in every language that it speaks. We know of nothing on our own pages that goes against them; but so far only programs have tested it, and programs do not find everything.',

  goodTitle: 'What you can count on',
  good: [
    'You can sign and write with the keyboard alone, and without JavaScript.',
    'There is no picture puzzle, no password and no sound or moving picture. No form runs out while you type.',
    'If something is missing or wrong, a list above the form says what, with a link to each field. What you typed is kept.',
    'The pages follow your settings: dark or light, forced colours, larger text, less motion. They fit a screen of 320 pixels’ width without scrolling sideways.',
  ],

  testedTitle: 'What was tested, and how',
  tested: [
    'Every page that supporters and activists see is examined by the program axe-core, in each language, light and dark; so is each form that came back with mistakes.',
    'Programs that act like people sign and write a letter: with the keyboard alone, without JavaScript, on a small phone with a slow connection, from right to left, and in 繁體中文.',
    'Measured besides: that the focus can be seen, how large what you press is, twice the text size, forced colours and reduced motion.',
    'All of this happens in the Chromium browser, whenever the software changes.',
  ],

  gapsTitle: 'What does not work, or is not known',
  gaps: [
    'Nobody who depends on a screen reader, a magnifier or voice control has tested the site yet, and it has not been tested in Firefox or Safari.',
    'What a campaign says in its own words and pictures is up to its organizers. A picture without a description would be their mistake; please tell them.',
    'Where a campaign has not been translated, you read its text in another language; it is marked as such. What signers write and what representatives are called is not, so that a screen reader may read it in the wrong voice.',
    'If many forms come from your network, whoever has no JavaScript may have to wait some minutes and send theirs again.',
    'Some representatives are reached by a contact form only. Those forms are not ours, and may be built in a way that keeps you out.',
  ],

  tellTitle: 'Whom to tell',
  tell: 'Does something keep you out? Write to the organizers of the campaign. Say on which page, what you wanted to do, and which device, browser and aid you use. Ask them as well if you would rather sign in another way.',
  further:
    'If that does not help: in many countries a public body takes complaints about websites that are not accessible.',
  reviewed: (day: string) => `This page was last checked on ${day}.`,
};
