/** Which words the gate knows a pack's concepts by: as few and as short as tell them, and none that names something else. */
import { describe, expect, test } from 'vitest';
import { anchorConcepts, formLiterals, shortestAnchors } from '../../../../lib/engine/gate/anchors';

describe('the words of a form', () => {
  test.each([
    ['of an open one', 'kazakh+', ['kazakh']],
    ['without its tag', 'Republic of Kazakhstan @of', ['republic', 'of', 'kazakhstan']],
    ['in exact case', '=US', ['=US']],
    ['without its figures', 'Су-30СМ*', ['су', 'см']],
    ['folded', 'Семён', ['семен']],
    ['without an ending after an apostrophe', "Kazakhstan's army", ['kazakhstan', 'army']],
    ['are none where it is all figures', '117', []],
    ['are none where it cannot be read', 'kazakh @unknown', []],
  ])('%s: %s has %j', (_what, form, words) => {
    expect(formLiterals(form)).toEqual(words);
  });
});

describe('anchors are', () => {
  const ids = (...concepts: Parameters<typeof anchorConcepts>[0]): readonly string[] =>
    anchorConcepts(concepts).map(({ id }) => id);
  const land = { id: 'land', anchor: true, forms: {} };

  test('the concepts that are marked so, and none that is not', () => {
    expect(ids(land, { id: 'jet', forms: {} })).toEqual(['land']);
  });

  test('those that stand for one through several steps, in whatever order they are told', () => {
    expect(ids({ id: 'chief', is: ['army'], forms: {} }, { id: 'army', is: ['land'], forms: {} }, land)).toEqual([
      'chief',
      'army',
      'land',
    ]);
  });

  test('those that stand for an anchor and for something else', () => {
    expect(ids(land, { id: 'port', is: ['place', 'land'], forms: {} }, { id: 'place', forms: {} })).toEqual([
      'land',
      'port',
    ]);
  });
});

describe('of the forms', () => {
  /** The anchors of these forms, where those of `others` name something else. */
  const anchors = (forms: string[], others: string[] = []): readonly string[] =>
    shortestAnchors([
      { id: 'one', anchor: true, forms: { en: forms } },
      { id: 'other', forms: { en: others } },
    ]);

  test.each<[rule: string, forms: string[], known: string[]]>([
    ['the longest word stands for all', ['abcd efghi'], ['efghi']],
    ['the first of two that are as long', ['abcde fghij'], ['abcde']],
    ['one of figures alone is known by nothing', ['117', 'kazakh'], ['kazakh']],
    ['one word goes before several, wherever it stands', ['kazak ministry', 'kazak'], ['kazak']],
    ['a word covers what it stands in', ['old kazakh army', 'kazakh'], ['kazakh']],
    ['a beginning covers what goes on after it', ['uigurs', 'uigur'], ['uigur']],
    ['an end covers what stands before it', ['romani', 'omani'], ['omani']],
    ['a middle covers both', ['xuigurs', 'uigur'], ['uigur']],
    ['a beginning of six letters is enough', ['kazakhs'], ['kazakh']],
    ['a word of six letters stays whole', ['kazakh'], ['kazakh']],
    ['six letters are enough of each, found once', ['kazakhs', 'kazakhi'], ['kazakh']],
    ['they are sorted', ['uigur', 'kazak'], ['kazak', 'uigur']],
    ['a name in exact case stays whole', ['=ROSOBORON'], ['=ROSOBORON']],
    ['a name in exact case covers the longer one', ['=US', '=US military'], ['=US']],
    ['the same letters in another case do not cover it', ['us', '=US'], ['=US', 'us']],
    ['a short name with a short word is known whole', ['nur sultan'], ['nur sultan']],
    ['so is one in exact case, then in any', ['=US army'], ['us army']],
    ['of exactly ten letters too', ['abc defghi'], ['abc defghi']],
    ['of eleven by its longest word', ['abc defghij'], ['defghi']],
    ['with words of four letters by one of them', ['abcd efgh'], ['abcd']],
    ['a name known whole covers the longer one', ['nur sultan', 'nur sultan city'], ['nur sultan']],
    ['one with a word between by its longest, which covers both', ['nur sultan', 'nur old sultans'], ['sultan']],
  ])('%s: %j by %j', (_rule, forms, known) => {
    expect(anchors(forms)).toEqual(known);
  });

  test.each<[rule: string, forms: string[], others: string[], known: string[]]>([
    ['a word that names something else is passed over', ['kaz spets export'], ['export'], ['spets']],
    ['for one of five letters at least', ['army export'], ['export'], ['export']],
    ['unless there is no other', ['export'], ['export'], ['export']],
    ['so much is taken as nothing else begins with', ['sultanates'], ['sultans'], ['sultana']],
    ['or has within', ['sultanates'], ['transsultanal'], ['sultanat']],
    ['but not what two other words make together', ['silkroaders'], ['silk road'], ['silkro']],
  ])('%s: %j beside %j by %j', (_rule, forms, others, known) => {
    expect(anchors(forms, others)).toEqual(known);
  });

  test('of all anchor concepts, and of those that stand for one', () => {
    const all = shortestAnchors([
      {
        id: 'kazakhstan',
        anchor: true,
        forms: { en: ['kazakhstan', 'republic of kazakhstan', 'kazakh+'], ru: ['=РК'] },
      },
      { id: 'ministry', is: ['kazakhstan'], forms: { en: ['astana ministry', 'kazakh ministry'] } },
      { id: 'its-chief', is: ['ministry'], forms: { en: ['tokaev'] } },
      { id: 'india', forms: { en: ['india+'] } },
    ]);
    expect(all).toEqual(['=РК', 'kazakh', 'minist', 'tokaev']);
  });
});
