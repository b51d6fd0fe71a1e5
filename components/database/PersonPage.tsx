/** The frame of a speaker's and of a source's page: the way back, the name with the focus on it, what it is. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { addressOf } from '../../lib/records/route';
import { useSpeech } from '../shared/speech';

export interface PersonPageProps {
  readonly of: 'speakers' | 'sources';
  /** Focus moves when this changes. */
  readonly id: string;
  readonly name: string;
  readonly about: readonly string[];
  readonly children?: ComponentChildren;
}

export function PersonPage({ of, id, name, about, children }: PersonPageProps) {
  const { say } = useSpeech();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), [id]);
  return (
    <main class="page database record">
      <nav aria-label={say('shared.pages')}>
        <a href={addressOf({ view: of })}>← {say(`database.back.${of}`)}</a>
      </nav>
      <h1 ref={title} tabIndex={-1} dir="auto">
        {name}
      </h1>
      <p class="hint" dir="auto">
        {about.join(', ')}
      </p>
      {children}
    </main>
  );
}
