/** Which addresses may be asked for packs at all. */
import { expect, test } from 'vitest';
import { MAX_ADDRESS, readAddress } from '../../../lib/packs/address';

test.each([
  ['https://desk.example/pack.json', 'https://desk.example/pack.json'],
  [' https://DESK.example:8443/a b?c=d#part ', 'https://desk.example:8443/a%20b?c=d'],
  ['https://көл.example/', 'https://xn--j1ac53c.example/'],
])('%s is asked as %s', (typed, address) => {
  for (const isDeveloper of [false, true]) expect(readAddress(typed, isDeveloper)).toEqual({ ok: true, address });
});

test.each([
  ['no address', 'not-address'],
  ['ftp://desk.example/pack.json', 'not-https'],
  ['http://desk.example/pack.json', 'not-https'],
  ['javascript:alert(1)', 'not-https'],
  ['file:///etc/passwd', 'not-https'],
  ['https://me:secret@desk.example/', 'with-user'],
  ['https://127.0.0.1/pack.json', 'local-address'],
  ['https://0x7f.1/pack.json', 'local-address'],
  ['https://[::1]/pack.json', 'local-address'],
  ['https://192.168.0.7/pack.json', 'local-address'],
  ['https://8.8.8.8/pack.json', 'local-address'],
  ['https://localhost/pack.json', 'local-address'],
  ['https://localhost./pack.json', 'local-address'],
  ['https://printer/pack.json', 'local-address'],
  ['https://printer.local/pack.json', 'local-address'],
  ['http://192.168.0.7/pack.json', 'local-address'],
  ['http://127.0.0.2/pack.json', 'local-address'],
  ['http://localhost.desk.example/pack.json', 'not-https'],
])('%s is refused as %s, for developers as well', (typed, kind) => {
  for (const isDeveloper of [false, true])
    expect(readAddress(typed, isDeveloper)).toEqual({ ok: false, fault: { kind } });
});

test('an address that is too long is none', () => {
  const typed = `https://desk.example/${'x'.repeat(MAX_ADDRESS)}`;
  expect(readAddress(typed, false)).toEqual({ ok: false, fault: { kind: 'not-address' } });
});

test.each(['http://localhost:8080/pack.json', 'http://127.0.0.1/pack.json'])('%s is for developers only', (typed) => {
  expect(readAddress(typed, true)).toEqual({ ok: true, address: typed });
  expect(readAddress(typed, false)).toEqual({ ok: false, fault: { kind: 'local-address' } });
});
