import { describe, expect, test } from 'vitest';
import { BRIGHT, DEEP, highlightName, MARK_KINDS, MARK_STYLES, markRule, paler } from '../../../lib/page/mark-styles';

/** Relative luminance of an OKLCH colour, out-of-gamut channels clipped (https://www.w3.org/TR/css-color-4/#color-conversion-code). */
function luminance(l: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number): number => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
const WHITE = 1;
const GREY = 0.2159;
const BLACK = 0;

describe('marks', () => {
  test.each(Object.entries(MARK_STYLES))('of %s stand out from white, mid grey and black', (_name, { chroma, hue }) => {
    const deep = luminance(DEEP, chroma, hue);
    const bright = luminance(BRIGHT, paler(chroma), hue);
    expect(contrast(deep, WHITE)).toBeGreaterThanOrEqual(3);
    expect(contrast(deep, GREY)).toBeGreaterThanOrEqual(3);
    expect(contrast(bright, GREY)).toBeGreaterThanOrEqual(3);
    expect(contrast(bright, BLACK)).toBeGreaterThanOrEqual(3);
  });

  test('differ between statuses in more than their hue', () => {
    const looks = MARK_KINDS.map((kind) => /underline \w+ \dpx/.exec(markRule('d', kind, 'p'))?.[0]);
    const strong = looks.filter((_look, i) => MARK_KINDS[i]?.endsWith('-light') === false);
    // A claim that was only reported and one that was replaced share the dotted line: neither is disputed.
    expect(new Set(strong).size).toBe(strong.length - 1);
  });

  test('have a name of the stem and one hexadecimal digit each', () => {
    const names = MARK_KINDS.map((kind) => highlightName('d0123456789abcdef', kind));
    expect(new Set(names).size).toBe(MARK_KINDS.length);
    expect(names.every((name) => /^d0123456789abcdef[0-9a-f]$/.test(name))).toBe(true);
  });

  test('are neither printed nor coloured against a reader who forces colours', () => {
    for (const kind of MARK_KINDS) {
      expect(markRule('d0', kind, 'p')).toMatch(
        /^@media screen\{p::highlight\(d0.\).*@media \(forced-colors:active\)\{p::highlight\(d0.\).*CanvasText/,
      );
    }
  });
});
