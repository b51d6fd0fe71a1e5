/**
 * Lets an address through only if it is http or https, without user name or password; null otherwise.
 * Every link whose address comes from a pack or a report passes here: Preact renders `javascript:` unchanged.
 */
export function safeHttpUrl(address: string | null | undefined): string | null {
  if (address === null || address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
