/**
 * Reports as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): the page is the target, its words the
 * selector, the reader's sentence and note the bodies. What the model has no word for stands under `dalel:`.
 */
import type { Report } from '../report';

const MODEL = 'http://www.w3.org/ns/anno.jsonld';
export const ANNOTATION_CONTEXT = [MODEL, { dalel: 'urn:dalel:' }] as const;

/** The record's own fields that are carried as they are; the rest has a place in the model. */
export const OWN_FIELDS = [
  'state',
  'about',
  'claim',
  'parties',
  'figures',
  'evidence',
  'review',
  'marking',
  'link',
  'limited',
] as const satisfies readonly (keyof Report)[];

const body = (value: string, purpose: string) =>
  value === '' ? [] : [{ type: 'TextualBody', value, format: 'text/plain', purpose }];

function annotationOf(report: Report) {
  const { quote, position, url, title, author, date, lang } = report;
  return {
    id: `urn:uuid:${report.id}`,
    type: 'Annotation',
    motivation: 'describing',
    created: report.created,
    modified: report.changed,
    body: [...body(report.sentence, 'describing'), ...body(report.note, 'commenting')],
    target: {
      // A report of words that were met outside a page has no address: the model wants one all the same.
      source: url === '' ? 'urn:dalel:no-page' : url,
      ...(lang === null ? {} : { language: lang }),
      ...(title === null ? {} : { 'dalel:title': title }),
      ...(author === null ? {} : { 'dalel:author': author }),
      ...(date === null ? {} : { 'dalel:published': date }),
      ...(quote.exact === '' ? {} : { selector: position === null ? [quote] : [quote, position] }),
    },
    ...Object.fromEntries(OWN_FIELDS.map((field) => [`dalel:${field}`, report[field]])),
  };
}

/** One annotation, or a page of them. Indented, with an end of line. */
export function toWebAnnotation(reports: readonly Report[]): string {
  const [only, ...more] = reports.map(annotationOf);
  const data =
    only !== undefined && more.length === 0
      ? { '@context': ANNOTATION_CONTEXT, ...only }
      : { '@context': ANNOTATION_CONTEXT, type: 'AnnotationPage', items: reports.map(annotationOf) };
  return `${JSON.stringify(data, null, 2)}\n`;
}
