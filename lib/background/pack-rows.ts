/** A pack as the page of packs shows it: what it is, what its last update changed, how its subscription stands. */
import type { Pack } from '../engine/pack/schema';
import type { PackRow, SubscriptionRow, WithdrawnClaim } from '../messages/pack-rows';
import { diffPacks } from '../packs/diff';
import { fingerprintOf } from '../packs/envelope';
import type { Subscription } from '../packs/subscription';
import type { LoadedPack } from '../store/schema';

const MOST_CHANGES = 200;

export const toBundledRow = ({ header }: Pack): PackRow => ({
  id: header.id,
  header,
  isBundled: true,
  isOn: true,
  from: '',
  loadedAt: '',
  fingerprint: null,
  canUndo: false,
  changes: null,
  isOld: false,
  withdrawn: [],
  subscription: null,
});

function toSubscriptionRow({
  address,
  triedAt,
  nextAt,
  notBefore,
  failures,
  fault,
  offer,
}: Subscription): SubscriptionRow {
  return {
    address,
    triedAt,
    nextAt,
    notBefore,
    failures,
    fault,
    offer: offer === null ? null : { revision: offer.pack.header.revision, gone: offer.gone, of: offer.of },
  };
}

function withdrawnFrom({ claims }: Pack, subscription: Subscription | null): readonly WithdrawnClaim[] {
  return (subscription?.retractions?.claims ?? []).map(({ claim, date, why }) => ({
    id: claim,
    proposition: claims.find(({ id }) => id === claim)?.proposition ?? null,
    date,
    why,
  }));
}

/** `subscription` is null where there is none, or none that was taken. `today` is an ISO day. */
export async function toRow(row: LoadedPack, subscription: Subscription | null, today: string): Promise<PackRow> {
  const { id, pack, from, loadedAt, isOn, previous } = row;
  // The pinned key, which an undone update does not take back.
  const key = subscription?.key ?? pack.header.key;
  return {
    id,
    header: pack.header,
    isBundled: false,
    isOn,
    from,
    loadedAt,
    fingerprint: key === undefined ? null : await fingerprintOf(key),
    canUndo: previous !== null,
    changes: previous === null ? null : diffPacks(previous.pack, pack).slice(0, MOST_CHANGES),
    isOld: pack.header.expires !== undefined && pack.header.expires < today,
    withdrawn: withdrawnFrom(pack, subscription),
    subscription: subscription === null ? null : toSubscriptionRow(subscription),
  };
}
