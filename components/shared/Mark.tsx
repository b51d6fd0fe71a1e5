/** Dalel's own mark: a letter D over the wavy underline of a marked passage. The same drawing as public/icons/mark.svg. */
export function Mark() {
  return (
    <svg class="mark" width="22" height="22" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect class="mark-ground" width="32" height="32" rx="7" />
      <path
        class="mark-letter"
        d="M9.5 5.5h6c4.9 0 8 3 8 7.5s-3.1 7.5-8 7.5h-6zM13.5 9v8h2c2.5 0 4-1.5 4-4s-1.5-4-4-4z"
      />
      <path class="mark-wave" d="M5.5 26c1.75-2.6 3.5-2.6 5.25 0s3.5 2.6 5.25 0 3.5-2.6 5.25 0 3.5 2.6 5.25 0" />
    </svg>
  );
}
