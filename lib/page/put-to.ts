interface Table<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** What stands at the key, put there first where nothing does. */
export function putTo<K, V>(table: Table<K, V>, key: K, fresh: V): V {
  const there = table.get(key) ?? fresh;
  if (there === fresh) table.set(key, there);
  return there;
}
