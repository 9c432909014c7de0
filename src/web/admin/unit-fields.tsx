import type { UnitParticulars } from '../../organisations/index.ts'
import { say } from '../../words/index.ts'
import { Checkbox, type Problem, problemOf, TextArea, TextField } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { words } from './unit-words.ts'

/** What is typed of a unit, by the names of its fields. */
export const unitNames = {
  name: 'ten',
  place: 'dia-danh',
  address: 'dia-chi',
  phone: 'dien-thoai',
  website: 'trang',
  remit: 'nhiem-vu',
  decision: 'van-ban',
  reason: 'ly-do',
} as const

export function typedUnit({ form: { fields } }: SignedVisit) {
  const text = (name: string) => fields[name]?.trim().normalize('NFC') ?? ''
  const typed = Object.fromEntries(Object.entries(unitNames).map(([part, name]) => [part, text(name)]))
  return { ...typed, settles: fields['giai-quyet'] === 'true' }
}

/** The problems of a unit’s form at their fields. */
export function unitProblems(
  paths: readonly (readonly PropertyKey[])[],
  names: Readonly<Record<string, string>>,
  { language }: SignedVisit,
): Problem[] {
  const parts = [...new Set(paths.map((path) => String(path[0])))]
  return parts.map((part) => ({
    field: names[part] ?? part,
    message: say(part === 'website' ? words.websiteWrong : words.needed, language),
  }))
}

type Props = { visit: SignedVisit; problems: readonly Problem[]; unit?: UnitParticulars }

/** The fields every unit has, filled with what holds now or what was typed. */
export function UnitFields({ visit: { language, form, request }, problems, unit }: Props) {
  const isSent = request.method === 'POST' && form.fields[unitNames.name] !== undefined
  const field = (part: Exclude<keyof typeof unitNames, 'decision' | 'reason'>) => ({
    language,
    name: unitNames[part],
    label: say(words[part], language),
    value: isSent ? form.fields[unitNames[part]] : (unit?.[part] ?? undefined),
    error: problemOf(problems, unitNames[part]),
    autocomplete: 'off',
  })
  const why = (part: 'decision' | 'reason') => ({
    language,
    name: unitNames[part],
    label: say(words[part], language),
    value: form.fields[unitNames[part]],
    error: problemOf(problems, unitNames[part]),
    autocomplete: 'off',
  })
  return (
    <>
      <TextField {...field('name')} maxlength={200} />
      <TextField {...field('place')} width="medium" maxlength={100} />
      <TextField {...field('address')} optional maxlength={300} />
      <TextField {...field('phone')} optional width="medium" maxlength={30} />
      <TextField {...field('website')} optional hint={say(words.websiteHint, language)} maxlength={200} />
      <TextArea {...field('remit')} optional hint={say(words.remitHint, language)} rows={4} maxlength={2000} />
      <Checkbox
        language={language}
        name="giai-quyet"
        label={say(words.settles, language)}
        checked={isSent ? form.fields['giai-quyet'] === 'true' : unit?.settles === true}
      />
      <p class="hint">{say(words.settlesHint, language)}</p>
      <TextField {...why('decision')} maxlength={200} />
      <TextField {...why('reason')} maxlength={500} />
    </>
  )
}
