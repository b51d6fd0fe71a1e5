import { expect, test, vi } from 'vitest';
import { openIndex } from '../../../lib/engine/index/open';
import { INDEX_FORMAT } from '../../../lib/engine/index/sections';
import { fittingIndex } from '../../../lib/store/index-text';
import { soundPack } from '../compile/sound';

const pack = soundPack();
const built = fittingIndex(pack, null);
const shipped = { format: INDEX_FORMAT, base64: built.base64 };

test('an index is that of its pack', () => {
  expect(built.pack).toBe(pack.header.id);
  expect(openIndex(Buffer.from(built.base64, 'base64')).claim(0).id).toBe(pack.claims[0]?.id);
});

test('the one that is given is taken where it was built from this pack', () => {
  const other = { ...pack, claims: pack.claims.slice(1) };
  expect(fittingIndex(pack, shipped).base64).toBe(shipped.base64);
  expect(fittingIndex(other, shipped).base64).not.toBe(shipped.base64);
});

test.each([
  ['of another format', { ...shipped, format: INDEX_FORMAT + 1 }],
  ['that is no base64', { ...shipped, base64: '{}' }],
  ['that is cut off', { ...shipped, base64: shipped.base64.slice(0, 400) }],
])('one %s is built anew', (_what, given) => {
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  expect(fittingIndex(pack, given)).toEqual(built);
  warned.mockRestore();
});
