/** Plot: lines over two logarithmic axes as an SVG document, readable on light and dark ground alike. */

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
}

const WIDTH = 720;
const HEIGHT = 420;
const BOX = { left: 64, right: 530, top: 40, bottom: 364 };
const COLOURS = ['#0b7285', '#c92a2a', '#e67700', '#5f3dc4', '#2b8a3e', '#868e96', '#a61e4d', '#364fc7'];

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Powers of ten that enclose all of them. */
function decades(values: readonly number[]): readonly [low: number, high: number] {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.ceil(Math.log10(Math.max(...values)));
  return [low, Math.max(high, low + 1)];
}

const tick = (power: number): string => {
  const value = 10 ** power;
  return value >= 1e6 ? `${value / 1e6} M` : value >= 1000 ? `${value / 1000} k` : String(Number(value.toPrecision(1)));
};

/** Points that are not positive have no place on a logarithmic axis and are left out. */
export function drawPlot({ title, x, y, lines }: Plot): string {
  const shown = lines.map((line) => ({ ...line, points: line.points.filter(([a, b]) => a > 0 && b > 0) }));
  const all = shown.flatMap(({ points }) => points);
  if (all.length === 0) throw new Error(`The plot “${title}” has no points`);
  const [x0, x1] = decades(all.map((point) => point[0]));
  const [y0, y1] = decades(all.map((point) => point[1]));
  const atX = (value: number): number => BOX.left + ((Math.log10(value) - x0) / (x1 - x0)) * (BOX.right - BOX.left);
  const atY = (value: number): number => BOX.bottom - ((Math.log10(value) - y0) / (y1 - y0)) * (BOX.bottom - BOX.top);
  const powers = (low: number, high: number): number[] => Array.from({ length: high - low + 1 }, (_, i) => low + i);
  const gridX = powers(x0, x1).map((power) => {
    const at = atX(10 ** power).toFixed(1);
    return `<path d="M${at} ${BOX.top}V${BOX.bottom}" stroke="#8884"/><text x="${at}" y="${BOX.bottom + 18}" text-anchor="middle">${tick(power)}</text>`;
  });
  const gridY = powers(y0, y1).map((power) => {
    const at = atY(10 ** power);
    return `<path d="M${BOX.left} ${at.toFixed(1)}H${BOX.right}" stroke="#8884"/><text x="${BOX.left - 8}" y="${(at + 4).toFixed(1)}" text-anchor="end">${tick(power)}</text>`;
  });
  const drawn = shown.map(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length] ?? '#000';
    const places = points.map(([a, b]) => `${atX(a).toFixed(1)},${atY(b).toFixed(1)}`);
    const dots = points.map(
      ([a, b]) => `<circle cx="${atX(a).toFixed(1)}" cy="${atY(b).toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    const label = BOX.top + 12 + i * 20;
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}<path d="M${BOX.right + 14} ${label - 4}h18" stroke="${colour}" stroke-width="3"/><text x="${BOX.right + 38}" y="${label}">${escape(name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<style>text{fill:#212529}@media (prefers-color-scheme:dark){text{fill:#e9ecef}}</style>
<text x="${BOX.left}" y="22" font-size="15">${escape(title)}</text>
${[...gridX, ...gridY, ...drawn].join('\n')}
<text x="${(BOX.left + BOX.right) / 2}" y="${HEIGHT - 14}" text-anchor="middle">${escape(x)}</text>
<text x="16" y="${(BOX.top + BOX.bottom) / 2}" text-anchor="middle" transform="rotate(-90 16 ${(BOX.top + BOX.bottom) / 2})">${escape(y)}</text>
</svg>
`;
}
