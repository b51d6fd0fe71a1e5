/**
 * A rule of ours for oxlint: a log holds nothing of a page or a person. What is logged is one text written out in the
 * source, at most with names of our own in it, and beside it at most what was thrown.
 */

/**
 * What the rule asks of a node of the syntax tree; which fields it has hangs on its type.
 * @typedef {object} Node
 * @property {string} type
 * @property {string} [name]
 * @property {unknown} [value]
 * @property {boolean} [computed]
 * @property {readonly Node[]} [expressions]
 * @property {readonly Node[]} [arguments]
 * @property {Node} [callee]
 * @property {Node} [object]
 * @property {Node} [property]
 */

/** What may stand within the text: names, ids and numbers that we give, and faults that are told without the value. */
const OWN = new Set(['verb', 'what', 'pack', 'id', 'tabId', 'ignored', 'fields', 'fault']);

/** What may stand beside it. */
const THROWN = new Set(['reason', 'error', 'fault']);

const MESSAGE = 'A log holds a text of ours and at most what was thrown, never a word of a page or a person.';

/** @param {Node} node @param {ReadonlySet<string>} names @returns {boolean} */
const isNamed = ({ type, name }, names) => type === 'Identifier' && name !== undefined && names.has(name);

/** @param {Node} node @returns {boolean} */
const isText = ({ type, value, expressions = [] }) =>
  type === 'TemplateLiteral' ? expressions.every((one) => isNamed(one, OWN)) : typeof value === 'string';

/** @param {Node} node @returns {boolean} */
function isThrown(node) {
  const { type, computed, property, callee } = node;
  if (type === 'MemberExpression') return computed === false && property?.name === 'reason';
  if (type === 'CallExpression') return callee?.name === 'withoutAddresses' && (node.arguments ?? []).every(isThrown);
  return isNamed(node, THROWN);
}

const plainLogs = {
  /** @param {{ report(found: { node: Node, message: string }): void }} context */
  create: (context) => ({
    /** @param {Node} node */
    CallExpression(node) {
      if (node.callee?.object?.name !== 'console') return;
      const [text, thrown, ...more] = node.arguments ?? [];
      const isPlain = text !== undefined && isText(text) && (thrown === undefined || isThrown(thrown));
      if (!isPlain || more.length > 0) context.report({ node, message: MESSAGE });
    },
  }),
};

export default { meta: { name: 'dalel' }, rules: { 'plain-logs': plainLogs } };
