import type { Language } from '../../words/index.ts'
import { say, ui } from '../../words/index.ts'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'plain' | 'active' | 'done' | 'soon' | 'wrong'

/** A short word about a thing. The colour repeats what the word says and never says more. */
export function Tag({ children, tone = 'plain' }: { children: string; tone?: Tone }) {
  return <span class={`tag tag-${tone}`}>{children}</span>
}

/** How much of its working time a dossier has left. */
export type Light = 'calm' | 'soon' | 'near' | 'overdue' | 'paused' | 'extended'

const icons: Record<Light, IconName> = {
  calm: 'clock',
  soon: 'clock-half',
  near: 'alert',
  overdue: 'cross-circle',
  paused: 'pause',
  extended: 'arrow-right',
}

/**
 * The light for a running clock, from working minutes: more than half left is calm, a fifth to a half is soon, less
 * is near, and past the end is overdue. Paused and extended clocks are said by the caller.
 */
export function lightFor({ remaining, total }: { remaining: number; total: number }): Light {
  if (remaining < 0) return 'overdue'
  if (total <= 0 || remaining * 5 < total) return 'near'
  return remaining * 2 > total ? 'calm' : 'soon'
}

/** Text, icon and colour together: “Còn 3 giờ”, “Quá 5 giờ”, “Đang dừng – chờ bổ sung”. */
export function DueLight({ light, text, language }: { light: Light; text?: string; language: Language }) {
  return (
    <span class={`due due-${light}`}>
      <Icon name={icons[light]} />
      <span>{text ?? say(ui.due[light], language)}</span>
    </span>
  )
}
