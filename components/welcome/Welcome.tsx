/** The first page after the installation: a sample to try, what Dalel does and never does, and where it shall be on. */
import type { Settings, Sites } from '../../lib/settings/settings';
import { LANGUAGE_NAMES, LANGUAGES } from '../../lib/words/languages';
import type { WordKey } from '../../lib/words/words';
import { SitesMode } from '../options/SitesMode';
import { Mark } from '../shared/Mark';
import { useSpeech } from '../shared/speech';
import { Legend } from './Legend';
import { Sample } from './Sample';

export interface WelcomeProps {
  readonly sites: Sites;
  readonly onSites: (sites: Sites) => void;
  readonly onLanguage: (language: Settings['language']) => void;
  readonly onStep: () => void;
}

const DOES: readonly WordKey[] = [
  'welcome.does.marks',
  'welcome.does.card',
  'welcome.does.speakers',
  'welcome.does.report',
];
const NEVER: readonly WordKey[] = [
  'welcome.never.send',
  'welcome.never.judge',
  'welcome.never.change',
  'welcome.never.all',
];

export function Welcome({ sites, onSites, onLanguage, onStep }: WelcomeProps) {
  const { say } = useSpeech();
  return (
    <main class="welcome">
      <Head onLanguage={onLanguage} />
      <section class="try" aria-labelledby="try">
        <h2 id="try">{say('welcome.try')}</h2>
        <div class="try-it">
          <Sample onStep={onStep} />
          <div>
            <h3>{say('welcome.legend')}</h3>
            <Legend />
          </div>
        </div>
      </section>
      <div class="pair">
        <Points title={say('welcome.does')} points={DOES} />
        <Points title={say('welcome.never')} points={NEVER} />
      </div>
      <section aria-labelledby="why">
        <h2 id="why">{say('welcome.why')}</h2>
        <div class="pair plain">
          <p>{say('welcome.why.sites')}</p>
          <p>{say('welcome.why.menu')}</p>
        </div>
      </section>
      <section aria-labelledby="where">
        <h2 id="where">{say('welcome.where')}</h2>
        <SitesMode sites={sites} onChange={onSites} />
        <p class="hint">{say(sites.mode === 'only' ? 'welcome.where.only' : 'welcome.where.all-but')}</p>
      </section>
      <footer>
        <p>{say('welcome.end')}</p>
        <nav aria-label={say('shared.pages')}>
          <a class="button" href="/database.html">
            {say('shared.database')}
          </a>
          <a class="button" href="/options.html">
            {say('shared.options')}
          </a>
        </nav>
      </footer>
    </main>
  );
}

function Head({ onLanguage }: Pick<WelcomeProps, 'onLanguage'>) {
  const { say, lang } = useSpeech();
  return (
    <header>
      <div class="brand">
        <Mark />
        <span>Dalel</span>
        <div class="languages" role="group" aria-label={say('options.language')}>
          {LANGUAGES.map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === lang}
              data-language={one}
              onClick={() => onLanguage(one)}
            >
              {LANGUAGE_NAMES[one]}
            </button>
          ))}
        </div>
      </div>
      <h1>{say('welcome.lead')}</h1>
      <p class="lead">{say('welcome.lead.more')}</p>
    </header>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: readonly WordKey[] }) {
  const { say } = useSpeech();
  return (
    <section>
      <h2>{title}</h2>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{say(point)}</li>
        ))}
      </ul>
    </section>
  );
}
