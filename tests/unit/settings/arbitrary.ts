/** Any settings that the check lets pass, as they are exported: a pause does not travel. */
import fc from 'fast-check';
import type { Settings } from '../../../lib/settings/settings';

const name = fc.string({ minLength: 1, maxLength: 80 });
export const anySettings: fc.Arbitrary<Settings> = fc.record({
  version: fc.constant(1),
  on: fc.boolean(),
  pausedUntil: fc.constant(null),
  sites: fc.record(
    { mode: fc.constantFrom('all-but', 'only'), hosts: fc.array(name), otherHosts: fc.array(name) },
    { requiredKeys: ['mode', 'hosts'] },
  ),
  sourcesOff: fc.array(name),
  kindsOff: fc.uniqueArray(fc.constantFrom('official', 'wire', 'blog')),
  muted: fc.array(name),
  openBy: fc.constantFrom('rest', 'modifier', 'click'),
  restMs: fc.integer({ min: 0, max: 3000 }),
  loudness: fc.constantFrom('full', 'first', 'badge'),
  badge: fc.boolean(),
  confidence: fc.constantFrom('quiet', 'normal', 'thorough'),
  screenReader: fc.boolean(),
  language: fc.constantFrom('auto', 'en', 'ru', 'kk'),
  issueAddress: fc.constantFrom('', 'https://forge.example/issues/new'),
  developerSubscriptions: fc.boolean(),
});
