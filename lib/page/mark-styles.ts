/**
 * How marks look: one style a status, strong at a claim's first mention and light at later ones, and a quiet one for
 * passages that deny, doubt or ask. Lines differ in shape as well as hue, so colour is never alone.
 * The hue takes its lightness from the text that it underlines, which the page already made readable on whatever lies
 * behind: dark under dark text, light under light. Both keep 3:1 on white, mid grey and black respectively.
 */
import type { Status } from '../messages/protocol';

export interface MarkColour {
  readonly chroma: number;
  readonly hue: number;
}

type Line = 'wavy' | 'dashed' | 'double' | 'solid' | 'dotted';

interface MarkStyle extends MarkColour {
  readonly line: Line;
}

/** OKLCH lightness under dark and under light text; the change is at mid grey. */
export const DEEP = 0.32;
export const BRIGHT = 0.92;
const TURN = 0.6;
/** As light as that, screens cannot show a full hue. */
export const paler = (chroma: number): number => Number((chroma * 0.35).toFixed(3));

export const MARK_STYLES: Readonly<Record<Status | 'quiet', MarkStyle>> = {
  denied: { line: 'wavy', chroma: 0.14, hue: 30 },
  doubted: { line: 'dashed', chroma: 0.1, hue: 75 },
  contested: { line: 'double', chroma: 0.12, hue: 50 },
  confirmed: { line: 'solid', chroma: 0.07, hue: 165 },
  reported: { line: 'dotted', chroma: 0.05, hue: 260 },
  superseded: { line: 'dotted', chroma: 0, hue: 0 },
  quiet: { line: 'dotted', chroma: 0.02, hue: 260 },
};

/** Every painted style; its place in the list is the digit at the end of its highlight's name. */
export const MARK_KINDS = [
  'denied',
  'denied-light',
  'doubted',
  'doubted-light',
  'contested',
  'contested-light',
  'confirmed',
  'confirmed-light',
  'reported',
  'reported-light',
  'superseded',
  'superseded-light',
  'quiet',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const highlightName = (stem: string, kind: MarkKind): string => stem + MARK_KINDS.indexOf(kind).toString(16);

function colour({ chroma, hue }: MarkColour): string {
  const lightness = `clamp(${DEEP}, (l - ${TURN}) * 1000, ${BRIGHT})`;
  return `oklch(from currentColor ${lightness} clamp(${paler(chroma)}, (${TURN} - l) * 1000, ${chroma}) ${hue})`;
}

/** So faint that the text on it keeps its contrast, whichever way round the page is coloured. */
const tint = ({ chroma, hue }: MarkColour): string => `oklch(0.62 ${chroma} ${hue} / 0.14)`;

/** The rule for one kind of mark on the text of elements that a selector fits. Nothing is painted on paper. */
export function markRule(stem: string, kind: MarkKind, selector: string): string {
  const isLight = kind.endsWith('-light');
  // The suffix was just looked for, and every kind without it is a key.
  const style = MARK_STYLES[(isLight ? kind.slice(0, -'-light'.length) : kind) as Status | 'quiet'];
  const isFaint = isLight || kind === 'quiet';
  const name = `${selector}::highlight(${highlightName(stem, kind)})`;
  const ground = isFaint ? '' : `background-color:${tint(style)};`;
  return (
    `@media screen{${name}{text-decoration:underline ${style.line} ${isFaint ? 1 : 2}px ${colour(style)};` +
    `text-underline-offset:3px;text-decoration-skip-ink:none;${ground}}` +
    `@media (forced-colors:active){${name}{text-decoration-color:CanvasText;background-color:transparent}}}`
  );
}
