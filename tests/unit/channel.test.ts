import { describe, expect, test } from 'vitest';
import {
  channelOf,
  channelOfDelivery,
  isForWriter,
  otherChannels,
  takenBack,
  type Reachable,
} from '../../src/domain/channel.ts';

/** Ada can be reached in every way; a test takes some away. */
const ada = (changes: Partial<Reachable> = {}): Reachable => ({
  email: 'ada@example.org',
  bounced_at: null,
  paused_at: null,
  contact_form: 'https://example.org/ada',
  phone: '+44 20 7946 0000',
  address: '1 Example Street, Exampleton',
  ...changes,
});
const nothing = { email: '', contact_form: '', phone: '', address: '' };
const bounced = { bounced_at: 1_790_000_000 };

describe('how a letter reaches Ada', () => {
  test.each([
    ['by mail, whatever else is known', {}, 'email', ['form', 'phone', 'post']],
    ['by her form, once her address refused mail', bounced, 'form', ['phone', 'post']],
    ['by her form, while an organizer lets no mail go there', { paused_at: 1_790_000_000 }, 'form', ['phone', 'post']],
    ['by her form, where no address is published', { email: '' }, 'form', ['phone', 'post']],
    ['by phone', { email: '', contact_form: '' }, 'phone', ['post']],
    ['by post', { ...nothing, address: '1 Example Street' }, 'post', []],
    ['not at all', nothing, 'none', []],
    [
      'not at all, when all that was known refused mail',
      { ...nothing, email: 'ada@example.org', ...bounced },
      'none',
      [],
    ],
  ] as const)('%s', (_, changes, channel, others) => {
    expect(channelOf(ada(changes))).toBe(channel);
    expect(otherChannels(ada(changes))).toEqual(others);
  });
});

describe('what the writer takes there', () => {
  test.each([
    ['nothing that waits to be mailed', 'queued', {}, false, 'email'],
    ['nothing that was mailed', 'sent', bounced, false, 'email'],
    ['what has no address', 'queued', { email: '' }, true, 'form'],
    ['what came back', 'bounced', bounced, true, 'email'],
    ['what could not be mailed, though the address may be right', 'failed', {}, true, 'email'],
    ['nothing that came back and has no other way', 'bounced', { ...nothing, ...bounced }, false, 'email'],
    ['nothing that has no way at all', 'queued', nothing, false, 'none'],
    ['what they say they took there', 'handed-over', { email: '' }, true, 'form'],
  ] as const)('%s', (_, state, changes, theirs, channel) => {
    expect(isForWriter(state, ada(changes))).toBe(theirs);
    expect(channelOfDelivery(state, ada(changes))).toBe(channel);
  });

  test('what they did not send after all waits again, and is never mailed a second time', () => {
    expect(takenBack(ada({ email: '' }))).toBe('queued');
    expect(takenBack(ada(bounced))).toBe('queued');
    expect(takenBack(ada())).toBe('failed');
  });
});
