/** The part of the database page's address that names a record: `#/claim/<id>`; null for the list. */
const CLAIM = /^#\/claim\/(.+)$/u;

export function readRoute(hash: string): string | null {
  const id = CLAIM.exec(hash)?.[1];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch (error) {
    // A broken percent sequence: shown as it stands, as an id that no record has.
    if (error instanceof URIError) return id;
    throw error;
  }
}
