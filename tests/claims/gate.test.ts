/** The gate of the bundled claims: it opens for whatever the matcher finds, and for no everyday word. */
import { describe, expect, test } from 'vitest';
import { compiledClaims } from '../support/compiled-claims';
import { gateSources, shortestAnchors } from '../../lib/engine/gate/anchors';
import { makeGate } from '../../lib/engine/gate/gate';

const { pack } = compiledClaims();
if (!pack) throw new Error('The claims do not compile.');
const gate = makeGate(gateSources(shortestAnchors(pack.concepts)));

describe('the gate of the bundled claims', () => {
  test.each(pack.claims.map((claim) => [claim.id, claim] as const))('opens for every sentence of %s', (_id, claim) => {
    const texts = claim.fixtures.positive.map(({ before = [], text }) => [...before, text].join('\n'));
    expect(texts.filter((text) => !gate.test(text))).toEqual([]);
  });

  test.each([
    'Exports of grain to the export markets rose, said the exporter; экспорт зерна вырос.',
    'The group danced with the sultan while engineering students watched a region of clay on the floor.',
    'Группа инженеров осмотрела территорию, алмазный султан и воздушное пространство над областью.',
    'Das Gebiet der Firma liegt in der Region, sagte die Gruppe der Ingenieure im Ministerium.',
    'Le groupe de la région, le ministère et les forces ont dansé dans l’espace.',
    'Askerî bölge müdürlüğü, sultanın ordusu ve bakanlık grubu dans etti.',
    'Grupa ministra z regionu tańczyła przed flotą i siłami powietrznymi.',
    'El grupo de la región, el ministerio y la empresa bailaron.',
    'Група на території області, повітряні сили та міністерство.',
  ])('stays shut for "%s"', (text) => {
    expect(gate.test(text)).toBe(false);
  });
});
