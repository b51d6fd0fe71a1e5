/** The head of a full page of ours: mark, title, and the ways to the other pages. */
import { useSpeech } from './speech';
import { Mark } from './Mark';

const PAGES = [
  ['database', '/database.html'],
  ['packs', '/packs.html'],
  ['options', '/options.html'],
  ['report', '/report.html'],
] as const;

export interface PageHeadProps {
  readonly title: string;
  /** The page itself; `findings` is reached from the popup alone, so it is not among the ways. */
  readonly here: (typeof PAGES)[number][0] | 'findings';
}

export function PageHead({ title, here }: PageHeadProps) {
  const { say } = useSpeech();
  return (
    <header class="page-head">
      <Mark />
      <h1>{title}</h1>
      <nav aria-label={say('shared.pages')}>
        {PAGES.filter(([page]) => page !== here).map(([page, address]) => (
          <a key={page} href={address}>
            {say(`shared.${page}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}
