/** What is copied can be read back: Markdown with nothing lost to markup, JSON-LD with the right type. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyText } from '../../../components/database/copy-text';
import { escapeMarkdown } from '../../../lib/records/markdown';
import { toJsonLd } from '../../../lib/records/json-ld';
import { LANGUAGES } from '../../../lib/words/languages';
import { wordsFor } from '../../../lib/words/words';
import { SAMPLE_RECORD } from '../components/samples';

const ADDRESS = 'https://dalel.example/database.html#/claim/jets-sold';
const speech = (lang: (typeof LANGUAGES)[number]) => ({ say: wordsFor(lang), lang });

/** Takes the escapes of Markdown away, as a reader of it does. */
const unescape = (text: string): string => text.replace(/\\([\\`*_{}[\]<>#|~!+\-.)=&])/gu, '$1');

test('property: whatever text, nothing of it is read as markup, and all of it comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeMarkdown(text);
      expect(unescape(escaped)).toBe(text.replace(/\s+/gu, ' '));
      expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[*_`[\]<#]/u);
      expect(escaped).not.toMatch(/^\s*(?:[-+]|\d+[.)])\s/u);
    }),
  );
});

describe.each(LANGUAGES)('Markdown in %s', (lang) => {
  const lines = copyText('markdown', SAMPLE_RECORD, ADDRESS, speech(lang)).split('\n');

  test('has the proposition as its heading, and the address at its end', () => {
    const { ru, en } = SAMPLE_RECORD.record.proposition;
    expect(lines[0]).toBe(`# ${lang === 'ru' ? ru : en}`);
    expect(lines.at(-2)).toBe(`<${ADDRESS}>`);
  });

  test('names speaker, summary and every document of every statement', () => {
    const links = lines.flatMap((line) => [...line.matchAll(/\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)\)/gu)]);
    for (const { speaker, summary, documents } of SAMPLE_RECORD.card?.statements ?? []) {
      expect(lines.some((line) => line.startsWith('- **') && line.includes(speaker) && line.includes(summary))).toBe(
        true,
      );
      const addresses = documents.flatMap(({ url }) => url ?? []);
      expect(links.map(([, , url]) => url)).toEqual(
        expect.arrayContaining(addresses.filter((url) => url.startsWith('https'))),
      );
    }
  });

  test('says how the status came about', () => {
    expect(lines.join('\n')).toContain(escapeMarkdown(wordsFor(lang)('status-rule.denied')));
  });
});

test('an address cannot end its link early', () => {
  const [statement] = SAMPLE_RECORD.card?.statements ?? [];
  if (statement === undefined || SAMPLE_RECORD.card === null) throw new Error('The sample has no statement');
  const documents = [
    { source: 'D', kind: 'wire' as const, title: 'A](b) [c', url: 'https://d.example/a_(b)', lang: null },
  ];
  const card = { ...SAMPLE_RECORD.card, statements: [{ ...statement, documents }] };
  const text = copyText('markdown', { ...SAMPLE_RECORD, card }, ADDRESS, speech('en'));
  expect(text).toContain('  - [A\\](b) \\[c (D)](https://d.example/a_%28b%29)');
});

describe('JSON-LD', () => {
  const parsed = (found = SAMPLE_RECORD): Record<string, unknown> =>
    JSON.parse(toJsonLd(found, 'Jets were sold abroad', 'en', ADDRESS)) as Record<string, unknown>;

  test('is a Claim, with the pages that tell it and no judgement', () => {
    const told = {
      ...SAMPLE_RECORD,
      record: {
        ...SAMPLE_RECORD.record,
        lineage: [
          { teller: 'Daily', document: 'one' },
          { teller: 'Gone', document: 'not-known' },
          { teller: 'Nobody' },
        ],
      },
    };
    expect(parsed(told)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Claim',
      '@id': ADDRESS,
      identifier: 'jets-sold',
      text: 'Jets were sold abroad',
      inLanguage: 'en',
      datePublished: '2024-04',
      appearance: [
        {
          '@type': 'CreativeWork',
          name: 'Page one',
          url: 'https://daily.example/1',
          inLanguage: 'en',
          datePublished: '2024-04-27',
          publisher: { '@type': 'Organization', name: 'Daily' },
        },
      ],
    });
  });

  test('has no ClaimReview where nobody published a verdict', () => {
    expect(JSON.stringify(parsed())).not.toContain('ClaimReview');
  });

  test('has a ClaimReview where a named reviewer did, in the reviewer’s name and words', () => {
    const [statement] = SAMPLE_RECORD.record.statements;
    if (statement === undefined) throw new Error('The sample has no statement');
    const statements = [{ ...statement, verdict: 'Unproven' }];
    const reviewed = parsed({ ...SAMPLE_RECORD, record: { ...SAMPLE_RECORD.record, statements } });
    expect(reviewed['@graph']).toMatchObject([
      { '@type': 'Claim' },
      {
        '@type': 'ClaimReview',
        url: 'https://daily.example/1',
        claimReviewed: 'Jets were sold abroad',
        author: { '@type': 'Organization', name: 'Ministry' },
        datePublished: '2024-04-28',
        reviewRating: { '@type': 'Rating', alternateName: 'Unproven' },
      },
    ]);
  });
});

test('the link is the address', () => {
  expect(copyText('link', SAMPLE_RECORD, ADDRESS, speech('kk'))).toBe(ADDRESS);
});
