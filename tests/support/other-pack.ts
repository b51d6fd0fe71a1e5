/** A pack about two countries that do not exist, as its editor would publish it: small, whole and sound. */
import { PACK_FORMAT, PACK_VERSION, type Pack } from '../../lib/engine/pack/schema';
import { ENGLISH } from './small-pack';

/** `id` and `revision` as wanted; from revision 2 on the seller denies it. */
export function otherPack(id = 'lake-claims', revision = 1): Pack {
  const report = {
    id: 'letter',
    kind: 'report' as const,
    speaker: 'clerk',
    summary: { en: 'Wrote that six boats changed hands.' },
    documents: ['letter'],
  };
  const denial = {
    id: 'tukana-denial',
    kind: 'denial' as const,
    speaker: 'tukana-navy',
    date: '2026-03-01',
    summary: { en: 'Said that no boat was sold.' },
    documents: ['notice'],
  };
  return {
    format: PACK_FORMAT,
    version: PACK_VERSION,
    header: {
      id,
      title: { en: `Claims of the lake (${id})` },
      revision,
      date: '2026-03-02',
      languages: ['en'],
      licence: 'CC-BY-4.0',
      editor: 'Lake Desk',
      homepage: 'https://lake.example/',
      counts: { claims: 1, statements: revision === 1 ? 1 : 2, sources: 1, documents: 2, speakers: 2 },
      measured: { precision: 0.95, recall: 0.8, on: '40 pages' },
    },
    languages: [ENGLISH],
    concepts: [
      { id: 'orvelia', kind: 'party', country: true, anchor: true, forms: { any: ['orvelia'] } },
      { id: 'tukana', kind: 'party', country: true, forms: { any: ['tukana'] } },
      { id: 'buy', kind: 'action', flow: 'in', forms: { en: ['buy', 'bought'] } },
      { id: 'gunboats', kind: 'object', forms: { en: ['gunboat+'] } },
    ],
    speakers: [
      { id: 'clerk', name: { en: 'A harbour clerk' }, class: 'expert' },
      { id: 'tukana-navy', name: { en: 'Navy of Tukana' }, class: 'official' },
    ],
    sources: [{ id: 'lake-post', name: 'Lake Post', kind: 'independent-media' }],
    documents: [
      { id: 'letter', source: 'lake-post', title: 'The letter', url: 'https://lake.example/letter' },
      { id: 'notice', source: 'lake-post', title: 'The notice', url: 'https://lake.example/notice' },
    ],
    claims: [
      {
        id: 'orvelia-bought-gunboats',
        topic: 'naval',
        proposition: { en: 'Orvelia bought six gunboats from Tukana.' },
        statements: revision === 1 ? [report] : [report, denial],
        frames: [
          {
            id: 'deal',
            roles: { action: ['buy'], object: ['gunboats'], receiver: ['orvelia'], giver: ['tukana'] },
          },
        ],
        fixtures: { positive: [], negative: [] },
        history: [{ date: '2026-03-02', what: { en: 'Opened.' }, why: { en: 'The letter came out.' } }],
      },
    ],
  };
}
