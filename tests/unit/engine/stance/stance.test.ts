/** What a passage does with what it tells: each cue, negation and turn at the last place where it counts and one beyond. */
import { describe, expect, test } from 'vitest';
import { EMPTY_CONTEXT } from '../../../../lib/engine/match/context';
import { fillFrame } from '../../../../lib/engine/match/fill';
import type { Concept, Frame, Language } from '../../../../lib/engine/pack/schema';
import { readStance } from '../../../../lib/engine/stance/stance';
import { ENGLISH } from '../../../support/small-pack';
import { openSentences, type Sentences } from '../../../support/small-sentence';

const SPOKEN: Language = {
  ...ENGLISH,
  undoing: ['refused to', 'declined'],
  affirming: [...ENGLISH.affirming, 'never declined', 'not planned', 'perhaps', 'quite certain', 'quite', 'wrong'],
  infinitives: ['dre'],
  cues: {
    ...ENGLISH.cues,
    deny: [...ENGLISH.cues.deny, 'no buyers', 'were barred', 'den*', 'quite wrong', 'wishes not'],
    doubt: [...ENGLISH.cues.doubt, 'no certainty', 'quite certain', 'perhaps'],
  },
};
const VERB_SECOND: Language = { ...SPOKEN, order: 'v2' };
/** Verbs carry their negation, as in Turkish and Kazakh. */
const SUFFIXES: Language = { ...SPOKEN, suffixNegation: true, negation: ['unsold', 'not'] };
const PAIRS: Language = { ...SPOKEN, negation: ['did not', 'false not', 'never'] };

const MORE: readonly Concept[] = [
  { id: 'sell-too', kind: 'action', flow: 'out', forms: { en: ['selling', 'vendre', 'never resold', 'unsold'] } },
  { id: 'decoys', kind: 'object', forms: { en: ['false targets'] } },
  { id: 'news', kind: 'cue', forms: { en: ['false news'] } },
  { id: 'story', kind: 'cue', forms: { en: ['disinformation'] } },
  { id: 'barred', kind: 'cue', forms: { en: ['barred'] } },
  { id: 'no-buyers', kind: 'cue', forms: { en: ['no buyers'] } },
];
const english = openSentences(SPOKEN, MORE);
const verbSecond = openSentences(VERB_SECOND, MORE);
const suffixes = openSentences(SUFFIXES, MORE);
const pairs = openSentences(PAIRS, MORE);

const SALE: Frame = { id: 'sale', roles: { action: ['buy', 'sell', 'sell-too'], object: ['jets'] } };
const DEAL: Frame = {
  id: 'deal',
  roles: { action: ['buy', 'sell'], object: ['jets'], receiver: ['usa'], giver: ['kazakhstan'] },
};
const NO_DOING: Frame = { id: 'owns', roles: { object: ['jets'], party: ['kazakhstan'] } };

function stanceOf(text: string, frame: Frame = SALE, { make, lexicon }: Sentences = english): string {
  const sentence = make(text);
  const match = fillFrame(frame, sentence, EMPTY_CONTEXT, lexicon);
  if (match === null) throw new Error(`"${text}" does not fill ${frame.id}.`);
  return readStance(sentence, match).stance;
}

describe('verbs that undo', () => {
  test.each([
    ['It refused to sell jets', 'denies'],
    ['It did not a b c d refused to sell jets', 'asserts'],
    ['It did not a b c d e refused to sell jets', 'denies'],
    ['It did not, it refused to sell jets', 'denies'],
    ['It denied it refused to sell jets', 'asserts'],
    ['It was doubtful it refused to sell jets', 'denies'],
    ['No US declined sell jets', 'asserts'],
    ['It never declined sell jets', 'asserts'],
    ['It refused to a b c d e f sell jets', 'asserts'],
  ])('"%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });

  test('one that fills a role undoes nothing', () => {
    const undone = openSentences(SPOKEN, [{ id: 'decline', kind: 'action', forms: { en: ['declined'] } }]);
    const frame: Frame = { id: 'declined', roles: { action: ['decline'], object: ['jets'] } };
    expect(stanceOf('It declined jets', frame, undone)).toBe('asserts');
    expect(stanceOf('It never had declined jets', frame, undone)).toBe('denies');
  });
});

describe('a cue', () => {
  test.each([
    ['It denied it sold jets', 'denies'],
    ['It is not planned to sell jets', 'asserts'],
    ['It perhaps sold jets', 'asserts'],
    ['It is quite certain it sold jets', 'doubts'],
    ['It is quite wrong it sold jets', 'denies'],
    ['It sold jets with false targets', 'asserts'],
    ['It is false news that it sold jets', 'denies'],
    ['No certainty it sold jets', 'doubts'],
    ['Denying more, it denied it sold jets', 'denies'],
    ['It denied it sold jets, denying more', 'denies'],
    ['It sold jets, denying more', 'asserts'],
    ['It sold jets denying more', 'denies'],
    ['Denying it sold jets', 'denies'],
    ['It asked whether it sold jets', 'asks'],
    ['It sold jets whether', 'asserts'],
    ['It sold jets?', 'asks'],
    ['It sold jets? a b', 'asks'],
    ['It sold jets? a b c', 'asserts'],
    ['sold jets?', 'asks'],
  ])('"%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });

  test('that fills a role of the claim says what it is about, and its "no" negates all the same', () => {
    const frame: Frame = { id: 'none', roles: { cue: ['no-buyers'], action: ['buy'], object: ['jets'] } };
    expect(stanceOf('No buyers bought jets', frame)).toBe('denies');
    expect(stanceOf('No buyers bought jets', SALE)).toBe('denies');
    expect(stanceOf('It bought disinformation on jets', { ...frame, roles: { ...frame.roles, cue: ['story'] } })).toBe(
      'asserts',
    );
  });

  test('what is asked stands last where the verb does', () => {
    expect(stanceOf('It sold jets whether', SALE, suffixes)).toBe('asks');
  });
});

describe('a denial is refused', () => {
  test.each([
    [english, 'It never denied that it sold jets', 'reports'],
    [english, 'It never denied it did not sell jets', 'reports'],
    [english, 'It never a b c denied that in those days it sold jets', 'reports'],
    [english, 'It never a b c d denied that in those days it sold jets', 'denies'],
    [english, 'It never, denied that in those days it sold jets', 'denies'],
    [english, 'It denied not that in those old days it sold jets', 'denies'],
    [verbSecond, 'It denied not that in those old days it sold jets', 'reports'],
    [verbSecond, 'It denied a b c d e f g h not that in those old days it sold jets', 'reports'],
    [verbSecond, 'It denied a b c d e f g h i not that in those old days it sold jets', 'denies'],
    [verbSecond, 'It denied, not that in those old days it sold jets', 'denies'],
    [english, 'It never wishes not that in those old days it sold jets', 'denies'],
    [pairs, 'It did not planned so that in those old days it sold jets', 'asserts'],
    [pairs, 'It never said false not that in those old days it sold jets', 'reports'],
    [suffixes, 'It not denied that in those old days it sold jets', 'denies'],
  ])('%#: %o "%s": %s', (sentences, text, stance) => {
    expect(stanceOf(text, SALE, sentences)).toBe(stance);
  });
});

describe('a denial is of something else', () => {
  test.each([
    [english, 'It denied the talk and bought jets', 'asserts'],
    [english, 'It denied the talk or bought jets', 'denies'],
    [english, 'It denied and bought jets', 'denies'],
    [suffixes, 'It denied and bought jets', 'asserts'],
    [suffixes, 'It bought jets denied and', 'denies'],
    [suffixes, 'It denied bought jets', 'denies'],
    [english, 'It denied the talk and purchase of jets', 'denies'],
    [english, 'It denied the talk and selling jets', 'denies'],
    [english, 'It denied the talk and vendre jets', 'denies'],
    [english, 'It denied locomotives and said it sold jets', 'reports'],
    [english, 'It denied locomotives and it said sold jets', 'reports'],
    [english, 'It denied locomotives and it then said sold jets', 'denies'],
    [english, 'It denied the locomotives and that it sold jets', 'denies'],
    [english, 'It denied the locomotives, said it sold jets', 'denies'],
    [english, 'It denied the locomotives said and it sold jets', 'denies'],
    [english, 'It denied the US and said it sold jets', 'denies'],
    [english, 'Locomotives: denied and said it sold jets', 'denies'],
    [english, 'It denied it; it sold jets', 'asserts'],
    [english, 'It denied it but it sold jets', 'asserts'],
    [english, 'It sold jets but denied it', 'asserts'],
    [english, 'It sold jets but denied it but then', 'asserts'],
    [english, 'It sold jets; denied it; then', 'asserts'],
    [english, 'But denied, it sold jets', 'asserts'],
    [english, 'But it denied it sold jets', 'denies'],
    [english, 'But, it is false, it sold jets', 'denies'],
  ])('%#: %o "%s": %s', (sentences, text, stance) => {
    expect(stanceOf(text, SALE, sentences)).toBe(stance);
  });

  test.each([
    ['It denied the sale of jets, calling it disinformation', 'asserts'],
    ['It denied the disinformation on a sale of jets', 'denies'],
    ['Disinformation on a sale of jets, denied there', 'asserts'],
    ['Disinformation on a sale of jets denied there', 'denies'],
  ])('where the claim refutes a story: "%s" %s', (text, stance) => {
    const frame: Frame = {
      id: 'refuted',
      refutes: true,
      roles: { cue: ['story'], action: ['sell'], object: ['jets'] },
    };
    expect(stanceOf(text, frame)).toBe(stance);
  });

  test.each([
    ['It denied the talk, sold jets', 'denies'],
    ['It denied it sold jets', 'reports'],
  ])('where the words tell the opposite: "%s" %s of the claim', (text, stance) => {
    expect(stanceOf(text, { ...SALE, says: 'opposite' })).toBe(stance);
  });

  test('a part of the words that tell the opposite or a refutation denies nothing', () => {
    const frame: Frame = { id: 'barred', roles: { cue: ['barred'], object: ['jets'] } };
    expect(stanceOf('They were barred from jets', frame)).toBe('denies');
    expect(stanceOf('They were barred from jets', { ...frame, says: 'opposite' })).toBe('denies');
    expect(stanceOf('They were barred from jets', { ...frame, refutes: true })).toBe('asserts');
  });
});

describe('proof is missing', () => {
  test.each([
    ['There is no proof it sold jets', 'doubts'],
    ['There is proof it sold jets', 'asserts'],
    ['There is no a b c d proof that it sold jets', 'doubts'],
    ['There is no a b c d e proof that it sold jets', 'asserts'],
    ['There is no, proof that of old it sold jets', 'asserts'],
    ['Proof that it sold jets was not shown', 'doubts'],
    ['It sold jets, proof was not shown', 'asserts'],
    ['Proof it did not sell jets', 'denies'],
    ['Never so, no proof that it sold jets', 'doubts'],
  ])('"%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });
});

describe('a negation', () => {
  test.each([
    [english, 'It did not a b c sell jets', 'denies'],
    [english, 'It did not a b c d sell jets', 'asserts'],
    [english, 'It did not, it sold jets', 'asserts'],
    [english, 'It did not “a” sell jets', 'denies'],
    [english, 'not a b sale of jets', 'denies'],
    [english, 'not a b c sale of jets', 'asserts'],
    [suffixes, 'It not a sold jets', 'asserts'],
    [suffixes, 'It not sold jets', 'denies'],
    [english, 'It sold not jets', 'denies'],
    [english, 'It sold jets not', 'asserts'],
    [verbSecond, 'It sold jets not', 'denies'],
    [verbSecond, 'It sold jets a b c not', 'denies'],
    [verbSecond, 'It sold jets a b c d not', 'asserts'],
    [verbSecond, 'It sold jets, a not', 'asserts'],
    [verbSecond, 'not a b c d e it sold jets', 'asserts'],
    [english, 'The sale of jets a b c d e f not', 'denies'],
    [english, 'The sale of jets a b c d e f g not', 'asserts'],
    [english, 'The sale of jets, a not', 'asserts'],
    [english, 'To vendre jets a b not', 'denies'],
    [english, 'To vendre jets, a b not', 'asserts'],
    [english, 'It never resold jets', 'denies'],
    [suffixes, 'jets unsold', 'denies'],
    [suffixes, 'It sold jets, not trains', 'asserts'],
    [english, 'It did not take it and sold jets', 'asserts'],
    [english, 'It did not take and sold jets', 'denies'],
    [english, 'It did not take it or sold jets', 'denies'],
    [english, 'It sold jets which did not buy', 'asserts'],
    [english, 'It sold what it did not buy: jets', 'denies'],
  ])('%#: %o "%s": %s', (sentences, text, stance) => {
    expect(stanceOf(text, SALE, sentences)).toBe(stance);
  });

  test.each([
    ['no a b sold jets', 'denies'],
    ['no a b c sold jets', 'asserts'],
    ['a no sold jets', 'denies'],
    ['sold no jets', 'denies'],
    ['sold no a b c jets', 'denies'],
    ['sold no a b c d jets', 'asserts'],
    ['sold jets no', 'asserts'],
    ['no, sold jets', 'asserts'],
    ['no; sold jets', 'asserts'],
    ['no: sold jets', 'reports'],
  ])('of the whole statement: "%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });

  test.each([
    ['Kazakhstan did not sell jets', 'denies'],
    ['It did not sell Kazakhstan jets', 'asserts'],
    ['Kazakhstan jets did not sell', 'asserts'],
    ['no Kazakhstan jets', 'denies'],
  ])('of words without a doing of their own counts inside them: "%s" %s', (text, stance) => {
    expect(stanceOf(text, NO_DOING)).toBe(stance);
  });

  test.each([
    ['It did not sell jets', 'denies'],
    ['The jets it did not sell', 'denies'],
  ])('at their first and last word as well: "%s" %s', (text, stance) => {
    expect(stanceOf(text, { id: 'topic', roles: { topic: ['sell'], object: ['jets'] } })).toBe(stance);
  });

  test.each([
    ['Kazakhstan sold jets not to the US', 'denies'],
    ['Kazakhstan sold jets, not Washington', 'denies'],
    ['The US bought jets, not from Kazakhstan', 'denies'],
    ['Kazakhstan sold jets not long ago to the US', 'asserts'],
    ['Not the Kazakhstan, it is known, sold jets to the US', 'asserts'],
  ])('of who gives or gets: "%s" %s', (text, stance) => {
    expect(stanceOf(text, DEAL)).toBe(stance);
  });
});

describe('a telling', () => {
  test.each([
    ['It said it sold jets', 'reports'],
    ['Media: it sold jets', 'reports'],
    ['Old media in town: it sold jets', 'asserts'],
    ['Old town media: it sold jets', 'reports'],
    ['It sold jets – ministry', 'reports'],
    ['It sold jets — ministry', 'reports'],
    ['It sold jets - ministry', 'asserts'],
    ['It sold jets — a b c', 'reports'],
    ['It sold jets — a b c d', 'asserts'],
    ['It sold jets —', 'asserts'],
    ['It — sold jets', 'asserts'],
  ])('"%s" %s', (text, stance) => {
    expect(stanceOf(text)).toBe(stance);
  });
});

describe('what the words say of the claim', () => {
  const TOLD = [
    ['It sold jets', 'asserts'],
    ['It said it sold jets', 'reports'],
    ['It denied it sold jets', 'denies'],
    ['It was doubtful it sold jets', 'doubts'],
    ['It sold jets?', 'asks'],
  ] as const;
  test.each([
    ['claim', ['asserts', 'reports', 'denies', 'doubts', 'asks']],
    ['opposite', ['denies', 'denies', 'reports', 'doubts', 'asks']],
    ['doubt', ['doubts', 'doubts', 'reports', 'doubts', 'asks']],
    ['question', ['asks', 'asks', 'asks', 'doubts', 'asks']],
  ] as const)('as its %s is turned into %j', (says, turned) => {
    expect(TOLD.map(([text]) => stanceOf(text, { ...SALE, says }))).toEqual(turned);
    expect(TOLD.map(([text]) => stanceOf(text))).toEqual(TOLD.map(([, stance]) => stance));
  });

  test('a claim told by a negation is not denied by it', () => {
    expect(stanceOf('It did not sell jets', { ...SALE, negated: true })).toBe('asserts');
  });
});
