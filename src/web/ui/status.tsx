import type { Light as Sign } from '../../calendar/law/index.ts'
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

/** How each sign of the law is drawn; where nothing runs there is nothing to draw. */
export const drawnAs = {
  ample: 'calm',
  half: 'soon',
  near: 'near',
  over: 'overdue',
  paused: 'paused',
  extended: 'extended',
  none: undefined,
} as const satisfies Record<Sign, Light | undefined>

/** Text, icon and colour together: “Còn 3 giờ”, “Quá 5 giờ”, “Đang dừng – chờ bổ sung”. */
export function DueLight({ light, text, language }: { light: Light; text?: string; language: Language }) {
  return (
    <span class={`due due-${light}`}>
      <Icon name={icons[light]} />
      <span>{text ?? say(ui.due[light], language)}</span>
    </span>
  )
}

/** The time of the present step, on a line of its own below the time of the whole. */
export function StepDue({ label, ...due }: { label: string; light: Light; text: string; language: Language }) {
  return (
    <span class="due-step small">
      {label} <DueLight {...due} />
    </span>
  )
}
