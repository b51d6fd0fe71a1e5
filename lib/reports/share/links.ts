/**
 * Reports as addresses: a prefilled issue and a prefilled mail. An address has at most 6,000 characters, since sites
 * answer longer ones with an error and the text is lost; what is too long is cut, and the cut is said.
 */
export const MOST_ADDRESS = 6000;

export interface Prefilled {
  readonly address: string;
  /** The body as the address holds it. */
  readonly text: string;
  /** The text was longer than an address may be. */
  readonly isCut: boolean;
}

const CUT = '…';

/** The longest beginning of `text` for which `make` stays within the limit. */
function fit(text: string, make: (text: string) => string): Prefilled {
  if (make(text).length <= MOST_ADDRESS) return { address: make(text), text, isCut: false };
  // By character, so that no surrogate pair is cut in two.
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (make(letters.slice(0, middle).join('') + CUT).length <= MOST_ADDRESS) low = middle;
    else high = middle - 1;
  }
  const cut = letters.slice(0, low).join('') + CUT;
  return { address: make(cut), text: cut, isCut: true };
}

const MOST_TITLE = 120;

function shorten(title: string): string {
  const letters = Array.from(title.replace(/\s+/gu, ' ').trim());
  return letters.length <= MOST_TITLE ? letters.join('') : `${letters.slice(0, MOST_TITLE).join('')}${CUT}`;
}

/** A lone surrogate cannot stand in an address. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));

/** Whether an address can be asked to open a new issue: https (http on this machine), without user name. */
export function isIssueAddress(address: string): boolean {
  if (!URL.canParse(address) || address.length > 1000) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isHere = protocol === 'http:' && /^(?:localhost|127\.0\.0\.1)$/u.test(hostname);
  return (protocol === 'https:' || isHere) && username === '' && password === '';
}

/**
 * `address` is that of the form for a new issue, as `isIssueAddress` takes it; what it asks already is kept.
 * GitLab's forms name their fields otherwise than the rest.
 */
export function toIssueAddress(address: string, title: string, body: string): Prefilled {
  const url = new URL(address);
  const isGitLab = /(?:^|\.)gitlab\./u.test(url.hostname) || url.pathname.includes('/-/issues');
  const [forTitle, forBody] = isGitLab ? ['issue%5Btitle%5D', 'issue%5Bdescription%5D'] : ['title', 'body'];
  url.hash = '';
  const start = `${url.href}${url.search === '' ? '?' : '&'}`.replace('?&', '?');
  return fit(body, (text) => `${start}${forTitle}=${encode(shorten(title))}&${forBody}=${encode(text)}`);
}

export function toMailAddress(title: string, body: string): Prefilled {
  // Mail wants its line ends as CRLF (RFC 6068).
  const lines = body.replace(/\r?\n/gu, '\r\n');
  return fit(lines, (text) => `mailto:?subject=${encode(shorten(title))}&body=${encode(text)}`);
}
