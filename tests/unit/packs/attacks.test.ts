/** The attack table: every pack that must be refused, with the rule that refuses it and the place that it names. */
import { describe, expect, test } from 'vitest';
import { checkAgainst, checkPack, MAX_CLAIMS, MAX_DEPTH } from '../../../lib/packs/check';
import { describePackFault } from '../../../lib/packs/fault';
import { MAX_TEXT_BYTES } from '../../../lib/packs/unpack';
import type { Pack } from '../../../lib/engine/pack/schema';
import { soundPack } from '../compile/sound';

const DAY = '2026-11-22';

/** As it is before anybody checked it: whatever a file may hold. */
type Wild = { [key: string]: unknown } & { [part in 'header']: Record<string, unknown> } & {
  [part in 'claims' | 'concepts' | 'speakers' | 'sources' | 'documents' | 'languages']: Record<string, unknown>[];
};

function wild(): Wild {
  const pack = JSON.parse(JSON.stringify(soundPack())) as Wild;
  pack.header['id'] = 'elsewhere';
  return pack;
}

const first = (list: Record<string, unknown>[]): Record<string, unknown> => {
  const [one] = list;
  if (one === undefined) throw new Error('The sound pack has none of these');
  return one;
};

const claim = (pack: Wild) => first(pack.claims);
const statement = (pack: Wild) => first(claim(pack)['statements'] as Record<string, unknown>[]);
const frame = (pack: Wild) => first(claim(pack)['frames'] as Record<string, unknown>[]);

const changed = (change: (pack: Wild) => void): string => {
  const pack = wild();
  change(pack);
  return JSON.stringify(pack);
};

const RLO = '\u202E';

/** What is done to a sound pack, and the fault that must be told. */
const ATTACKS: readonly (readonly [what: string, text: () => string, fault: object])[] = [
  ['nothing at all', () => '', { kind: 'not-json' }],
  ['half of the file', () => JSON.stringify(wild()).slice(0, 999), { kind: 'not-json' }],
  ['two files in one', () => `${JSON.stringify(wild())}${JSON.stringify(wild())}`, { kind: 'not-json' }],
  ['a page of HTML', () => '<!doctype html><title>404</title>', { kind: 'not-json' }],
  ['code after the data', () => `${JSON.stringify(wild())};alert(1)`, { kind: 'not-json' }],
  ['null', () => 'null', { kind: 'not-a-pack' }],
  ['a list', () => '[]', { kind: 'not-a-pack' }],
  ['a string', () => '"dalel-pack"', { kind: 'not-a-pack' }],
  ['another format', () => changed((p) => (p['format'] = 'other-pack')), { kind: 'not-a-pack' }],
  ['a signed envelope', () => '{"format":"dalel-signed-pack"}', { kind: 'signed' }],
  ['a newer format', () => changed((p) => (p['version'] = 2)), { kind: 'newer-format', found: 2 }],
  ['a format of no number', () => changed((p) => (p['version'] = '1')), { kind: 'bad-field', field: 'version' }],
  ['an older format', () => changed((p) => (p['version'] = 0)), { kind: 'bad-field', field: 'version' }],
  ['a newer format of no number', () => changed((p) => (p['version'] = '2')), { kind: 'bad-field', field: 'version' }],
  ['lists within lists', () => '['.repeat(2000) + ']'.repeat(2000), { kind: 'too-deep', most: MAX_DEPTH }],
  ['lists that never end', () => '['.repeat(5_000_000), { kind: 'too-deep' }],
  [
    'objects within objects',
    () => `${'{"a":'.repeat(MAX_DEPTH + 1)}1${'}'.repeat(MAX_DEPTH + 1)}`,
    { kind: 'too-deep' },
  ],
  [
    'too many claims',
    () => changed((p) => (p.claims = Array.from({ length: MAX_CLAIMS + 1 }, () => ({})))),
    { kind: 'too-many-claims', most: MAX_CLAIMS },
  ],
  [
    'as many claims as there may be, all empty',
    () => changed((p) => (p.claims = Array.from({ length: MAX_CLAIMS }, () => ({})))),
    { kind: 'bad-field', field: 'claims.0.id' },
  ],
  ['as long a text as it may be, and nothing in it', () => ' '.repeat(MAX_TEXT_BYTES), { kind: 'not-json' }],
  ['a text without end', () => ' '.repeat(MAX_TEXT_BYTES + 1), { kind: 'text-too-large', most: MAX_TEXT_BYTES }],
  [
    '__proto__ at the top',
    () => JSON.stringify(wild()).replace('{', '{"__proto__":{"isAdmin":true},'),
    { kind: 'forbidden-name', name: '__proto__' },
  ],
  [
    '__proto__ in a claim',
    () => JSON.stringify(wild()).replace('"claims":[{', '"claims":[{"__proto__":{"x":1},'),
    { kind: 'forbidden-name', name: 'claims.0.__proto__' },
  ],
  [
    'constructor among the forms',
    () => changed((p) => (first(p.concepts)['forms'] = { constructor: ['x'] })),
    { kind: 'forbidden-name', name: 'concepts.0.forms.constructor' },
  ],
  [
    'prototype among the roles',
    () => changed((p) => (frame(p)['roles'] = { prototype: ['x'] })),
    { kind: 'forbidden-name' },
  ],
  [
    'an unknown field in the header',
    () => changed((p) => (p.header['script'] = 'alert(1)')),
    { kind: 'bad-field', field: 'header.script' },
  ],
  [
    'an unknown field in a claim',
    () => changed((p) => (claim(p)['style'] = 'x{}')),
    { kind: 'bad-field', field: 'claims.0.style' },
  ],
  [
    'an unknown field at the top',
    () => changed((p) => (p['patterns'] = ['(a+)+$'])),
    { kind: 'bad-field', field: 'patterns' },
  ],
  [
    'no language to read pages in',
    () => changed((p) => (p.languages = [])),
    { kind: 'bad-field', field: 'languages', reason: 'Expected at least one language' },
  ],
  [
    'a missing part',
    () => changed((p) => Reflect.deleteProperty(p, 'documents')),
    { kind: 'bad-field', field: 'documents' },
  ],
  [
    'an object for a text',
    () => changed((p) => (claim(p)['proposition'] = { en: { toString: 'x' } })),
    { kind: 'bad-field', field: 'claims.0.proposition.en' },
  ],
  [
    'an element for a text',
    () => changed((p) => (claim(p)['proposition'] = { en: { type: 'img', props: { onerror: 'x' }, __v: 1 } })),
    { kind: 'bad-field', field: 'claims.0.proposition.en' },
  ],
  [
    'a javascript: link',
    () => changed((p) => (first(p.documents)['url'] = 'javascript:alert(1)')),
    { kind: 'bad-field', field: 'documents.0.url' },
  ],
  [
    'a data: link',
    () => changed((p) => (first(p.documents)['archive'] = 'data:text/html,x')),
    { kind: 'bad-field', field: 'documents.0.archive' },
  ],
  [
    'a link with a password',
    () => changed((p) => (p.header['homepage'] = 'https://me:secret@host.example/')),
    { kind: 'bad-field', field: 'header.homepage' },
  ],
  [
    'a link with a line in it',
    () => changed((p) => (p.header['homepage'] = 'https://host.example/\nx')),
    { kind: 'bad-field', field: 'header.homepage' },
  ],
  [
    'words that run backwards',
    () => changed((p) => (claim(p)['proposition'] = { en: `denied ${RLO}deirnfnoc` })),
    { kind: 'bad-field', field: 'claims.0.proposition.en' },
  ],
  [
    'a title that runs backwards',
    () => changed((p) => (p.header['title'] = { en: `A${RLO}B` })),
    { kind: 'bad-field', field: 'header.title.en' },
  ],
  [
    'an isolate',
    () => changed((p) => (p.header['editor'] = 'A\u2066B')),
    { kind: 'bad-field', field: 'header.editor' },
  ],
  [
    'a control character',
    () => changed((p) => (p.header['editor'] = 'A\u0007B')),
    { kind: 'bad-field', field: 'header.editor' },
  ],
  [
    'letters taken apart',
    () => changed((p) => (p.header['editor'] = 'e\u0301')),
    { kind: 'bad-field', field: 'header.editor' },
  ],
  [
    'a text that is too long',
    () => changed((p) => (statement(p)['summary'] = { en: 'x'.repeat(601) })),
    { kind: 'bad-field' },
  ],
  [
    'a string that is far too long',
    () => changed((p) => (p.header['editor'] = 'x'.repeat(8001))),
    { kind: 'bad-field', field: 'header.editor', reason: 'Expected at most 8000 characters' },
  ],
  [
    'a string that is too long for its field alone',
    () => changed((p) => (p.header['editor'] = 'x'.repeat(8000))),
    { kind: 'bad-field', field: 'header.editor', reason: 'Invalid length: Expected <=160 but received 8000' },
  ],
  [
    'nothing for a text',
    () => changed((p) => (p.header['editor'] = null)),
    { kind: 'bad-field', field: 'header.editor' },
  ],
  [
    'an id that is a path',
    () => changed((p) => (p.header['id'] = '../bundled')),
    { kind: 'bad-field', field: 'header.id' },
  ],
  [
    'an id that is a name of the language',
    () => changed((p) => (claim(p)['id'] = 'toString')),
    { kind: 'bad-field', field: 'claims.0.id' },
  ],
  [
    'a revision of zero',
    () => changed((p) => (p.header['revision'] = 0)),
    { kind: 'bad-field', field: 'header.revision' },
  ],
  [
    'a revision beyond numbers',
    () => JSON.stringify(wild()).replace(/"revision":\d+/u, '"revision":1e999'),
    { kind: 'bad-field', field: 'header.revision' },
  ],
  [
    'a day that is none',
    () => changed((p) => (p.header['date'] = '2026-13-45')),
    { kind: 'bad-field', field: 'header.date' },
  ],
  [
    'a status of its own',
    () => changed((p) => (claim(p)['status'] = 'confirmed')),
    { kind: 'bad-field', field: 'claims.0.status' },
  ],
  ['a kind of statement that is none', () => changed((p) => (statement(p)['kind'] = 'proof')), { kind: 'bad-field' }],
  ['a claim twice', () => changed((p) => p.claims.push(claim(p))), { kind: 'twice', field: 'claims' }],
  ['a speaker twice', () => changed((p) => p.speakers.push(first(p.speakers))), { kind: 'twice', field: 'speakers' }],
  [
    'a statement twice',
    () => changed((p) => (claim(p)['statements'] as unknown[]).push(statement(p))),
    { kind: 'twice' },
  ],
  [
    'a speaker who is not there',
    () => changed((p) => (statement(p)['speaker'] = 'nobody')),
    { kind: 'unknown', id: 'nobody' },
  ],
  [
    'a document that is not there',
    () => changed((p) => (statement(p)['documents'] = ['nowhere'])),
    { kind: 'unknown', id: 'nowhere' },
  ],
  [
    'a source that is not there',
    () => changed((p) => (first(p.documents)['source'] = 'nobody')),
    { kind: 'unknown', id: 'nobody' },
  ],
  [
    'a concept that is not there',
    () => changed((p) => (frame(p)['roles'] = { action: ['fly-to-the-moon'] })),
    { kind: 'unknown', id: 'fly-to-the-moon' },
  ],
  [
    'a successor that is not there',
    () => changed((p) => (claim(p)['supersededBy'] = 'nothing')),
    { kind: 'unknown', id: 'nothing' },
  ],
  [
    'nothing to recognise a page by',
    () => changed((p) => p.concepts.forEach((concept) => delete concept['anchor'])),
    { kind: 'no-anchor' },
  ],
  [
    'a form that cannot be read',
    () => changed((p) => (first(p.concepts)['forms'] = { en: ['@'] })),
    { kind: 'unreadable' },
  ],
  ...['negation', 'none', 'affirming', 'undoing', 'instead', 'aside', 'pointing', 'messages', 'relative'].map(
    (field): (typeof ATTACKS)[number] => [
      `a phrase in ${field} that cannot be read`,
      () => changed((p) => (first(p.languages)[field] = ['-'])),
      { kind: 'unreadable' },
    ],
  ),
  ...['cues', 'bounds', 'currencies'].map((field): (typeof ATTACKS)[number] => [
    `a phrase in ${field} that cannot be read`,
    () =>
      changed((p) => {
        const lists = first(p.languages)[field] as Record<string, readonly string[]>;
        lists[Object.keys(lists)[0] ?? ''] = ['@'];
      }),
    { kind: 'unreadable' },
  ]),
  [
    'a day past which it is void',
    () => changed((p) => (p.header['expires'] = '2026-11-21')),
    { kind: 'expired', day: '2026-11-21' },
  ],
];

describe('a pack', () => {
  test('that is sound is taken', () => {
    expect(checkPack(JSON.stringify(wild()), DAY)).toMatchObject({ ok: true, pack: { header: { id: 'elsewhere' } } });
  });

  test.each([
    ['brackets', '['.repeat(99)],
    ['quotes and brackets', `"${'{'.repeat(50)}" \\"${'['.repeat(50)}\\`],
    ['closed brackets', ']}'.repeat(60)],
  ])('with %s in its words is as deep as before', (_what, editor) => {
    const text = changed((p) => (p.header['editor'] = editor));
    expect(checkPack(text, DAY)).toMatchObject({ ok: true, pack: { header: { editor } } });
    expect(
      checkPack(text.replace('"claims":', `"more":${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)},"claims":`), DAY),
    ).toMatchObject({ fault: { kind: 'too-deep' } });
  });

  test('may be as deep as the limit', () => {
    const nested = `${'['.repeat(MAX_DEPTH)}${']'.repeat(MAX_DEPTH)}`;
    expect(checkPack(nested, DAY)).toEqual({ ok: false, fault: { kind: 'not-a-pack' } });
  });

  test.each(['2026-11-22', '2026-11-23'])('that is void after %s is taken', (expires) => {
    expect(
      checkPack(
        changed((p) => (p.header['expires'] = expires)),
        DAY,
      ),
    ).toMatchObject({ ok: true });
  });

  test('there are at least forty ways to attack', () => {
    expect(ATTACKS.length).toBeGreaterThanOrEqual(40);
  });

  test.each(ATTACKS)('with %s is refused, and the rule is named', (_what, text, fault) => {
    const checked = checkPack(text(), DAY);
    expect(checked).toMatchObject({ ok: false, fault });
    expect(checked.ok ? '' : describePackFault(checked.fault)).toMatch(/^.+\.$|: ./u);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

describe('what is held', () => {
  const pack = { ...soundPack(), header: { ...soundPack().header, id: 'elsewhere', revision: 5 } } satisfies Pack;
  const held = (revision: number | null) => ({ bundledId: soundPack().header.id, revision });

  test.each([
    [null, null],
    [4, null],
    [5, { kind: 'same', held: 5 }],
    [6, { kind: 'older', held: 6, given: 5 }],
  ])('at revision %o meets revision 5 with %o', (revision, fault) => {
    expect(checkAgainst(pack, held(revision))).toEqual(fault);
  });

  test('the bundled pack is never replaced', () => {
    expect(checkAgainst(soundPack(), held(null))).toEqual({ kind: 'bundled' });
  });
});
