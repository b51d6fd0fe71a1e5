// @vitest-environment happy-dom
/** The language of a page: what the document says of itself, and that a change of the setting changes every word at once. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { Spoken } from '../../../../components/shared/Spoken';
import { loadWords } from '../../../../lib/words/load-words';
import { useSpeech } from '../../../../components/shared/speech';

// Words that another file's tests loaded would be there at once.
vi.hoisted(() => vi.resetModules());

function Word() {
  const { say, lang } = useSpeech();
  return (
    <p>
      {lang} {say('status.denied')}
    </p>
  );
}

test('tells the document its language and title, and follows the setting', async () => {
  const show = (lang: 'en' | 'ru' | 'kk') =>
    act(() =>
      render(
        <Spoken setting={lang} title="options.title">
          <Word />
        </Spoken>,
        document.body,
      ),
    );
  await show('en');
  // Words come from a file of their own: until then there is nothing to read, rather than keys.
  expect(document.body.textContent).toBe('');
  await act(() => loadWords('en').then(() => undefined));
  expect([document.documentElement.lang, document.title, document.body.textContent]).toEqual([
    'en',
    'Dalel options',
    'en Denied',
  ]);
  await show('kk');
  expect(document.body.textContent).toBe('en Denied');
  await act(() => loadWords('kk').then(() => undefined));
  expect([document.documentElement.lang, document.title, document.body.textContent]).toEqual([
    'kk',
    'Dalel баптаулары',
    'kk Жоққа шығарылған',
  ]);
});
