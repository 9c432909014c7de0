/** The mark: a gate with one leaf open. In the header its posts stand on the cinnabar line and the way in is free. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 48 46" width="48" height="46" aria-hidden="true" focusable="false">
      <path d="M0 12.5C6.5 12 10.5 9 13 3h22c2.5 6 6.5 9 13 9.5L46 17.5H2Z" />
      <path d="M5 20.5h38V44h-5.5V26h-27v18H5Z" />
      <path class="mark-way" d="M10.5 26h27v20h-27Z" />
      <path class="mark-leaf" d="M10.5 26L23 30.5V46H10.5Z" />
    </svg>
  )
}
