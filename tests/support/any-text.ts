/** Any run of UTF-16 units, unpaired surrogates too. fast-check's own `binary` strings cost half a second to set up. */
import fc from 'fast-check';

export const anyText = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), fc.integer({ min: 0x400, max: 0x52f })))
  .map((codes) => String.fromCharCode(...codes));
