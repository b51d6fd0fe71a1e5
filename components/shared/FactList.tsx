/** Names and what stands for each, a row each. */
import type { ComponentChildren } from 'preact';

export type Fact = readonly [name: string, value: ComponentChildren];

export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="captured">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
