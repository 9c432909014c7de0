/** Our own drawings on a grid of 20, always beside words, never instead of them. */
const drawings = {
  clock: 'M10 2.75a7.25 7.25 0 1 0 0 14.5a7.25 7.25 0 0 0 0-14.5M10 6v4.25l2.75 1.75',
  'clock-half': 'M10 2.75a7.25 7.25 0 1 0 0 14.5a7.25 7.25 0 0 0 0-14.5M10 2.75v14.5M13 5.5v9M15.5 7.5v5',
  alert: 'M10 3L17.75 16.5H2.25ZM10 8v4M10 14v.25',
  'cross-circle': 'M10 2.75a7.25 7.25 0 1 0 0 14.5a7.25 7.25 0 0 0 0-14.5M7.25 7.25l5.5 5.5M12.75 7.25l-5.5 5.5',
  pause: 'M10 2.75a7.25 7.25 0 1 0 0 14.5a7.25 7.25 0 0 0 0-14.5M8 7v6M12 7v6',
  'arrow-right': 'M3 10h13.5M11.5 5l5 5-5 5',
  'arrow-left': 'M17 10H3.5M8.5 5l-5 5 5 5',
  check: 'M3.5 10.75l4 4 9-9.5',
  cross: 'M5 5l10 10M15 5L5 15',
  info: 'M10 2.75a7.25 7.25 0 1 0 0 14.5a7.25 7.25 0 0 0 0-14.5M10 9.25v4.5M10 6.25v.25',
  search: 'M8.75 3.25a5.5 5.5 0 1 0 0 11a5.5 5.5 0 0 0 0-11M12.75 12.75L17 17',
  file: 'M5 2.75h6.5L15.5 7v10.25H5ZM11.25 3v4.25h4',
  up: 'M10 16.5v-13M5 8.5l5-5 5 5',
  down: 'M10 3.5v13M5 11.5l5 5 5-5',
} as const

export type IconName = keyof typeof drawings

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
