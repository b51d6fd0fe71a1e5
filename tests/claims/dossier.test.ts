/**
 * The claims against the dossier that they were written from, statement by statement: `dossier-map.json` names, in the
 * dossier's order, which statement of ours holds each of its own. The dossier lies beside the checkout
 * (`../shared/dossier`), which a clone elsewhere does not have: there only the map itself is held to the claims.
 * After a change of kinds: `npx vitest run --project unit tests/claims/dossier.test.ts -u`, and read what changed.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compiledClaims } from '../support/compiled-claims';

const { pack } = compiledClaims();
if (!pack) throw new Error('The claims do not compile.');

const readJson = (file: string): unknown => JSON.parse(readFileSync(`tests/claims/${file}`, 'utf8'));
const map = v.parse(v.record(v.string(), v.array(v.string())), readJson('dossier-map.json'));
/** A speaker of the dossier whom our record calls otherwise: without the way that led there, or in its own spelling. */
const aliases = v.parse(v.record(v.string(), v.string()), readJson('dossier-speakers.json'));

const claims = new Map(pack.claims.map((claim) => [claim.id, claim]));
const speakers = new Map(pack.speakers.map((speaker) => [speaker.id, speaker]));
const documents = new Map(pack.documents.map((document) => [document.id, document]));

const findStatement = (claim: string, statement: string | undefined) =>
  claims.get(claim)?.statements.find(({ id }) => id === statement);

test.each(Object.entries(map))('the map names statements that are there: %s', (claim, statements) => {
  expect(statements.filter((statement) => findStatement(claim, statement) === undefined)).toEqual([]);
});

const DOSSIER = '../shared/dossier/dossier.yaml';

const date = v.optional(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => String(value)),
  ),
);
const dossierSchema = v.object({
  claims: v.array(
    v.object({
      id: v.string(),
      statements: v.array(v.object({ kind: v.string(), speaker: v.string(), date, sourceId: v.string() })),
      contradictions: v.optional(
        v.array(v.object({ point: v.string(), versions: v.array(v.object({ sourceId: v.string() })) })),
      ),
    }),
  ),
  sourcesById: v.record(
    v.string(),
    v.object({ title: v.optional(v.string()), url: v.optional(v.string()), date, lang: v.optional(v.string()) }),
  ),
});

const found = [DOSSIER].filter((file) => existsSync(file));

describe.each(found)('the dossier %s', (file) => {
  const dossier = v.parse(dossierSchema, parse(readFileSync(file, 'utf8')));
  /** Each statement of the dossier beside ours; ours is missing where the map does not lead to one. */
  const rows = dossier.claims.flatMap(({ id: claim, statements }) =>
    statements.map((theirs, index) => ({
      place: `${claim} ${index + 1}`,
      claim,
      theirs,
      ours: findStatement(claim, map[claim]?.[index]),
    })),
  );

  test(`all ${dossier.claims.length} claims are in the record, by their own ids`, () => {
    expect(dossier.claims.map(({ id }) => id).filter((id) => !claims.has(id))).toEqual([]);
    expect(Object.keys(map).toSorted()).toEqual(dossier.claims.map(({ id }) => id).toSorted());
  });

  test(`all ${rows.length} statements lead to one of ours, and no row of the map leads elsewhere`, () => {
    expect(rows.filter(({ ours }) => ours === undefined).map(({ place }) => place)).toEqual([]);
    for (const { id, statements } of dossier.claims) expect([id, map[id]?.length]).toEqual([id, statements.length]);
  });

  test('every statement has the speaker of the dossier', () => {
    const wrong = rows.flatMap(({ place, theirs, ours }) => {
      const name = speakers.get(ours?.speaker ?? '')?.name.en;
      return name === (aliases[theirs.speaker] ?? theirs.speaker) ? [] : [`${place}: ${name} for ${theirs.speaker}`];
    });
    expect(wrong).toEqual([]);
  });

  test('every other name of a speaker is used', () => {
    const named = new Set(rows.map(({ theirs }) => theirs.speaker));
    expect(Object.keys(aliases).filter((name) => !named.has(name))).toEqual([]);
  });

  test('every statement has the date of the dossier, or none where the dossier has none', () => {
    const wrong = rows
      .filter(({ theirs, ours }) => theirs.date !== ours?.date)
      .map(({ place, theirs, ours }) => `${place}: ${ours?.date} for ${theirs.date}`);
    expect(wrong).toEqual([]);
  });

  test('every statement stands in the document of the dossier', () => {
    const wrong = rows.filter(({ theirs, ours }) => ours?.documents.includes(theirs.sourceId) !== true);
    expect(wrong.map(({ place, theirs }) => `${place}: ${theirs.sourceId}`)).toEqual([]);
  });

  const versions = dossier.claims.flatMap(({ id, contradictions = [] }) =>
    contradictions.flatMap((point) => point.versions.map(({ sourceId }) => ({ claim: id, point, sourceId }))),
  );

  test(`its ${versions.length} versions of what sources say differently rest on documents of ours`, () => {
    const wrong = versions.filter(({ claim, sourceId }) => {
      const ours = claims.get(claim)?.contradictions ?? [];
      return !ours.some((point) => point.versions.some((version) => version.documents.includes(sourceId)));
    });
    expect(wrong.map(({ claim, point, sourceId }) => `${claim}: ${point.point}: ${sourceId}`)).toEqual([]);
  });

  const cited = [...new Set([...rows.map(({ theirs }) => theirs.sourceId), ...versions.map((row) => row.sourceId)])];

  test(`${cited.length} of its ${Object.keys(dossier.sourcesById).length} documents have its title, address, date and language`, () => {
    expect(cited.length).toBeGreaterThan(0);
    for (const id of cited) {
      const { title, url, date: day, lang } = documents.get(id) ?? {};
      const theirs = dossier.sourcesById[id];
      expect({ id, title, url, date: day, lang }).toEqual({
        id,
        title: theirs?.title,
        url: theirs?.url,
        date: theirs?.date,
        lang: theirs?.lang,
      });
    }
  });

  // What the dossier calls official or expert is a class of speaker: the kind is our reading, so each stands for review.
  test('the kinds that we read into its official and expert statements are the reviewed ones', async () => {
    const kinds: Record<string, Record<string, string>> = {};
    for (const { id, statements } of dossier.claims) {
      const chosen = statements.flatMap((theirs, index): [string, string][] => {
        if (theirs.kind !== 'official' && theirs.kind !== 'expert') return [];
        const ours = findStatement(id, map[id]?.[index]);
        return [[`${index + 1} ${theirs.speaker}, ${theirs.kind}`, ours?.kind ?? 'none']];
      });
      if (chosen.length > 0) kinds[id] = Object.fromEntries(chosen);
    }
    await expect(`${JSON.stringify(kinds, null, 2)}\n`).toMatchFileSnapshot('dossier-kinds.json');
  });
});
