/** The frame of every drawing: an image with a title and a description for those who do not see it, as wide as its place. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface DrawingProps {
  /** Which drawing it is, as `data-drawing`, by which styles and tests find it. */
  readonly of: string;
  readonly title: string;
  readonly desc: string;
  /** In CSS pixels; the width is that of the place. */
  readonly height: number;
  readonly children: ComponentChildren;
}

export function Drawing({ of, title, desc, height, children }: DrawingProps) {
  const id = useId();
  return (
    <svg
      class="drawing"
      data-drawing={of}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-desc`}
      width="100%"
      height={height}
      focusable="false"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{desc}</desc>
      {children}
    </svg>
  );
}
