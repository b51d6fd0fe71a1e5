/** The rows that are unfolded: a link to each record with its status. Up, Down, Home and End walk through the links. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ClaimRow } from '../../lib/messages/protocol';
import { claimAddress } from '../../lib/records/route';
import { sayDate } from '../../lib/words/dates';
import { StatusMark } from '../shared/StatusMark';
import { useSpeech } from '../shared/speech';
import { walkLinks } from './walk-links';

export interface ClaimRowsProps {
  readonly rows: readonly ClaimRow[];
  /** The record that a reader comes back from: its link takes the focus. */
  readonly focusOn: string | null;
}

function Row({ row }: { readonly row: ClaimRow }) {
  const { say, lang } = useSpeech();
  return (
    <li class="record-row">
      <a href={claimAddress(row.id)} data-claim={row.id} dir="auto" {...(row.lang === lang ? {} : { lang: row.lang })}>
        {row.proposition}
      </a>
      <p>
        <StatusMark status={row.status} />
        <span>{say(`topic.${row.topic}`)}</span>
        <span>{say('sources.statements', { n: row.statements })}</span>
        {row.date === null ? null : <time dateTime={row.date}>{sayDate(row.date, lang)}</time>}
      </p>
    </li>
  );
}

export function ClaimRows({ rows, focusOn }: ClaimRowsProps) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (focusOn === null) return;
    const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>('[data-claim]') ?? [])];
    links.find((link) => link.dataset['claim'] === focusOn)?.focus();
  }, [focusOn]);
  return (
    <ul class="records" ref={list} onKeyDown={walkLinks}>
      {/* By place and not by claim: with every letter typed nearly all rows are others, and writing into those that
          stand is quicker than making new ones. */}
      {rows.map((row, place) => (
        <Row key={place} row={row} />
      ))}
    </ul>
  );
}
