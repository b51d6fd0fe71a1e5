/** The small search of the pages' lists. */
import { expect, test } from 'vitest';
import { matchesSearch } from '../../../../components/shared/fold-search';

test.each([
  ['', ['anything'], true],
  ['   ', ['anything'], true],
  ['JETS sold', ['Jets were sold abroad'], true],
  ['елки', ['Ёлки'], true],
  ['Ёлки', ['елки'], true],
  ['cafe', ['Café'], true],
  ['ministry jets', ['Jets were sold', 'Ministry of Defence'], true],
  ['қару', ['Қару-жарақ'], true],
  // Kazakh letters are letters of their own, not к or а with a mark.
  ['кару', ['Қару-жарақ'], false],
  ['jets tanks', ['Jets were sold'], false],
  // A word may not be pieced together from two texts.
  ['soldmin', ['sold', 'ministry'], false],
] as const)('%o in %o: %s', (query, texts, found) => {
  expect(matchesSearch(query, ...texts)).toBe(found);
});
