/** The closed sets that the database page filters by and draws, written out so that the page does without the pack's checker. */
import type { Claim, Rung } from '../engine/pack/schema';
import type { Status } from '../messages/protocol';

/** As a record, so that a new member does not compile until it stands here. */
const TOPICS: Readonly<Record<Claim['topic'], true>> = {
  'air-defence': true,
  aircraft: true,
  armour: true,
  disposal: true,
  drones: true,
  'export-policy': true,
  munitions: true,
  naval: true,
  ranking: true,
  other: true,
};
const ORDERED: Readonly<Record<Status, true>> = {
  denied: true,
  doubted: true,
  contested: true,
  confirmed: true,
  reported: true,
  superseded: true,
};
const LADDER_ORDER: Readonly<Record<Rung, true>> = {
  interest: true,
  talks: true,
  memorandum: true,
  contract: true,
  paid: true,
  delivered: true,
  'in-service': true,
  retired: true,
  auctioned: true,
};

// Object.keys gives the keys that the record's type names, in the order in which they are written.
export const TOPIC_NAMES = Object.keys(TOPICS) as readonly Claim['topic'][];
export const STATUSES = Object.keys(ORDERED) as readonly Status[];
/** Lowest first. */
export const LADDER = Object.keys(LADDER_ORDER) as readonly Rung[];
