/** Only plain web addresses become links. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeHttpUrl } from '../../../../components/shared/safe-http-url';

test.each([
  ['https://news.example/a?b#c', 'https://news.example/a?b#c'],
  ['http://пример.example/ж', 'http://xn--e1afmkfd.example/%D0%B6'],
] as const)('lets %s through as %s', (address, link) => {
  expect(safeHttpUrl(address)).toBe(link);
});

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,x',
  'blob:https://news.example/1',
  'file:///etc/passwd',
  'chrome-extension://abc/options.html',
  'https://bank.example@evil.example/',
  'https://user:word@news.example/',
  '//news.example',
  'news.example',
  '',
  null,
  undefined,
])('refuses %o', (address) => {
  expect(safeHttpUrl(address)).toBeNull();
});

test('whatever is put in, what comes out is http or https without credentials', () => {
  const parts = fc.constantFrom(
    'java',
    'script:',
    'https:',
    'http:',
    '//',
    '@',
    'a.example',
    '\t',
    '\n',
    ' ',
    'data:',
    ':',
    '/',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.array(parts).map((some) => some.join('')),
      ),
      (address) => {
        const link = safeHttpUrl(address);
        if (link === null) return;
        const url = new URL(link);
        expect(['http:', 'https:']).toContain(url.protocol);
        expect(url.username + url.password).toBe('');
      },
    ),
  );
});
