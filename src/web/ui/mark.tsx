/** The mark: a gate with one leaf open. In the header its posts stand on the cinnabar line and the way in is free. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 44 40" width="44" height="40" aria-hidden="true" focusable="false">
      <path class="mark-roof" d="M1 10.5C7 10.5 10 8.5 13 5h18c3 3.5 6 5.5 12 5.5l-1.5 3.5h-39Z" />
      <path class="mark-posts" d="M6 17h32v23h-4.5V21h-23v19H6Z" />
      <path class="mark-leaf" d="M10.5 21L20 24.5V40h-9.5Z" />
    </svg>
  )
}
