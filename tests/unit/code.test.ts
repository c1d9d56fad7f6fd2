import { expect, test } from 'vitest';
import { readCode } from '../../src/forms/code.ts';
import { strings } from '../../src/strings/strings.ts';

test.each(['123 456', '123-456', '١٢٣٤٥٦', '۱۲۳۴۵۶', '１２３４５６', '\u200f123456\u200e', '123\u00a0456'])(
  'somebody who types %s means 123456',
  (code) => {
    expect(readCode({ email: 'sam@example.org', code }, strings('ar'))).toMatchObject({ value: { code: '123456' } });
  },
);

test.each(['12345', '1234567', '12345x', '१२३४५६७', ''])('somebody who types “%s” is told', (code) => {
  expect(readCode({ email: 'sam@example.org', code }, strings('ar'))).toMatchObject({ outcome: 'faulty' });
});
