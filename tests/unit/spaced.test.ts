import { expect, test } from 'vitest';
import { spaced } from '../../src/strings/spaced.ts';

test.each([
  ['Ada Example', '告诉我们，Ada Example 已回信。'],
  ['王小明', '告诉我们，王小明已回信。'],
  ['Ада', '告诉我们，Ада 已回信。'],
  ['नमस्ते', '告诉我们，नमस्ते 已回信。'],
  ['やまだ', '告诉我们，やまだ已回信。'],
  ['𠮷野', '告诉我们，𠮷野已回信。'],
  ['Example Ltd.', '告诉我们，Example Ltd. 已回信。'],
  ['（无名）', '告诉我们，（无名）已回信。'],
])('a name like %s stands in a Chinese sentence with the space that its script wants', (name, sentence) => {
  expect(spaced`告诉我们，${name}已回信。`).toBe(sentence);
});

test('a day has a space before its year and none after its last character, and nothing in it is changed', () => {
  expect(spaced`已于${'2027年12月31日'}递交 ${12} 个。`).toBe('已于 2027年12月31日递交 12 个。');
});

test('names side by side, or nothing at all, get no space from us', () => {
  expect(spaced`${'Ada'}${'王'}`).toBe('Ada 王');
  expect(spaced`请问${''}回信了吗`).toBe('请问回信了吗');
});
