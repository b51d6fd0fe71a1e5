/** The head of every list of the database page: the title and the ways between claims, speakers and sources. */
import { addressOf, listWith } from '../../lib/records/route';
import { PageHead } from '../shared/PageHead';
import { useSpeech } from '../shared/speech';

export interface DatabaseHeadProps {
  readonly here: 'claims' | 'speakers' | 'sources';
}

const LISTS = [
  ['claims', listWith({})],
  ['speakers', addressOf({ view: 'speakers' })],
  ['sources', addressOf({ view: 'sources' })],
] as const;

export function DatabaseHead({ here }: DatabaseHeadProps) {
  const { say } = useSpeech();
  return (
    <>
      <PageHead title={say('database.title')} here="database" />
      <nav class="lists" aria-label={say('database.lists')}>
        {LISTS.map(([list, address]) => (
          <a key={list} href={address} {...(list === here ? { 'aria-current': 'page' as const } : {})}>
            {say(`database.lists.${list}`)}
          </a>
        ))}
      </nav>
    </>
  );
}
