/** A key for what a screen reader is to be told again, though it says the same: the same element would say nothing. */
import { useRef } from 'preact/hooks';

/** Counts the objects that it is given: another one is another turn, whatever is in it. */
export function useTurn(value: object | null): number {
  const last = useRef({ value, turn: 0 });
  if (last.current.value !== value) last.current = { value, turn: last.current.turn + 1 };
  return last.current.turn;
}
