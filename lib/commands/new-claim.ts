/**
 * A starting file for a claim: the template with id, topic and day filled in, or a sentence that says why not.
 * Every field that is left empty in it is one that `npm run claims` names. A shared report fills in what it knows.
 * Called by `npm run claims:new`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { stringify } from 'yaml';
import { authored, TOPICS } from '../engine/pack/schema';
import type { Report } from '../reports/report';
import { fillFrom } from './claim-from-report';

const TEMPLATE = new URL('claim-template.yaml', import.meta.url);

export type Started = { readonly ok: true; readonly file: string } | { readonly ok: false; readonly why: string };

const isTopic = (text: string): text is (typeof TOPICS)[number] => TOPICS.some((topic) => topic === text);

/** `folder` holds the topics; `today` is an ISO date. The file that it gives is relative to the folder. */
export function startClaim(
  folder: string,
  topic: string,
  id: string,
  today: string,
  report: Report | null = null,
): Started {
  const refuse = (why: string): Started => ({ ok: false, why });
  if (!isTopic(topic)) return refuse(`"${topic}" is no topic. There are: ${TOPICS.join(', ')}.`);
  if (!v.safeParse(authored.claim.entries.id, id).success)
    return refuse(
      `"${id}" is no id: small Latin letters, digits and single hyphens, at most 80, as su-30sm-orders-and-fleet.`,
    );
  const taken = TOPICS.map((name) => `${name}/${id}.yaml`).find((file) => existsSync(join(folder, file)));
  if (taken !== undefined) return refuse(`The id ${id} is taken by ${taken}, and an id never serves twice.`);
  const file = `${topic}/${id}.yaml`;
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  // An id such as 1500 is quoted: YAML would take it for a number.
  const text = readFileSync(TEMPLATE, 'utf8')
    .replace('CLAIM_ID', stringify(id).trimEnd())
    .replace('TOPIC', topic)
    .replace('TODAY', today);
  // `wx`: what appeared meanwhile is not written over.
  writeFileSync(join(folder, file), report === null ? text : fillFrom(text, report, id), { flag: 'wx' });
  return { ok: true, file };
}
