import * as v from 'valibot';
import type * as Y from 'yjs';
import { LIMITS } from './limits.ts';
import { lineSchema } from './plain-text.ts';

/**
 * The document that leads: written by the instructor alone, which the server sees to; read by everybody. A map of plain values, each
 * replaced as a whole.
 */

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.idLength));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const title = lineSchema(LIMITS.titleLength);
const sentText = v.pipe(v.string(), v.maxLength(LIMITS.sentText));
/** A part of the whole run. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What everybody is asked to open. */
const callSchema = v.object({
  /** Rises with every call; who has answered one isn't asked again. */
  number: whole,
  title,
  what: v.variant('kind', [
    /** A scenario as text, and the moment of its run as a share of it; null for its end. */
    v.object({ kind: v.literal('scenario'), text: sentText, moment: v.nullable(share) }),
    v.object({ kind: v.literal('lesson'), id }),
    /** A lesson of the instructor's own, as the text of its file. */
    v.object({ kind: v.literal('own-lesson'), text: v.pipe(v.string(), v.maxLength(LIMITS.lessonText)) }),
    v.object({ kind: v.literal('puzzle'), id }),
  ]),
});

/** What the instructor has open while leading. */
const sceneSchema = v.object({ title, text: sentText });

/** Where in it. Indices are of transactions in the block. */
const momentSchema = v.object({
  at: share,
  selected: v.pipe(v.array(whole), v.maxLength(LIMITS.marks)),
  lanesView: v.picklist(['board', 'timeline']),
  /** What the instructor's page shows of the block by now; a lesson may hold back its run, or its conflicts too. */
  shown: v.picklist(['nothing', 'analysis', 'run']),
});

/** A quick question to everybody. */
const pollSchema = v.object({
  id,
  question: title,
  choices: v.pipe(v.array(title), v.minLength(2), v.maxLength(LIMITS.pollChoices)),
  open: v.boolean(),
});

const leadSchemas = {
  call: callSchema,
  /** "Follow me" is on. */
  follow: v.literal(true),
  scene: sceneSchema,
  moment: momentSchema,
  poll: pollSchema,
  /** Seats that were taken away. */
  removed: v.pipe(v.array(whole), v.maxLength(LIMITS.seats * 4)),
  /** The room ends. */
  closed: v.literal(true),
};

type LeadSchemas = typeof leadSchemas;
export type LeadKey = keyof LeadSchemas;
export type LeadValue<K extends LeadKey> = v.InferOutput<LeadSchemas[K]>;
export type Call = LeadValue<'call'>;
export type Poll = LeadValue<'poll'>;

/** All of it; what isn't there, or isn't what it should be, is null. */
export type Lead = { readonly [K in LeadKey]: LeadValue<K> | null };

export const EMPTY_LEAD: Lead = {
  call: null,
  follow: null,
  scene: null,
  moment: null,
  poll: null,
  removed: null,
  closed: null,
};

const LEAD_MAP = 'lead';

/** A reader of the document that looks again only at what has changed; an unchanged value stays the same object. */
export function createLeadReader(doc: Y.Doc): () => Lead {
  const map = doc.getMap(LEAD_MAP);
  const raw = new Map<LeadKey, unknown>();
  let lead = EMPTY_LEAD;
  return () => {
    const changed = (Object.keys(leadSchemas) as LeadKey[]).filter((key) => map.get(key) !== raw.get(key));
    if (changed.length === 0) return lead;
    const values: Partial<Record<LeadKey, unknown>> = {};
    for (const key of changed) {
      raw.set(key, map.get(key));
      const result = v.safeParse(leadSchemas[key], map.get(key));
      values[key] = result.success ? result.output : null;
    }
    // What a schema gave is what its type says; the loop has lost which is which.
    lead = { ...lead, ...(values as Partial<Lead>) };
    return lead;
  };
}

/** Null takes the value away. */
export function writeLead<K extends LeadKey>(doc: Y.Doc, key: K, value: LeadValue<K> | null): void {
  const map = doc.getMap(LEAD_MAP);
  if (value !== null) map.set(key, value);
  else if (map.has(key)) map.delete(key);
}
