import type { DeviceLine } from '../../organisations/index.ts'
import { type DeviceKind, deviceKinds, type DeviceSetting } from '../../organisations/law/index.ts'
import { say } from '../../words/index.ts'
import { type Problem, problemOf, SelectField, TextField } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { words } from './device-words.ts'

export const deviceNames = {
  unit: 'don-vi',
  kind: 'loai',
  model: 'mau',
  place: 'noi-dat',
  settings: 'thong-so',
} as const

/** What was typed of a device, as its act wants it. */
export function typedDevice({ form: { fields } }: SignedVisit, kind = fields[deviceNames.kind] ?? '') {
  const prefix = `${deviceNames.settings}.`
  const settings = Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
  )
  return {
    kind,
    model: fields[deviceNames.model] ?? '',
    place: fields[deviceNames.place] ?? '',
    settings: Object.fromEntries(settings),
  }
}

type Props = { visit: SignedVisit; problems: readonly Problem[]; kind: DeviceKind; device?: DeviceLine }

/** Model, place and the settings of this kind, filled with what holds now or what was typed. */
export function DeviceFields({ visit: { language, form }, problems, kind, device }: Props) {
  const text = (part: 'model' | 'place') => ({
    language,
    name: deviceNames[part],
    label: say(words[part], language),
    value: form.fields[deviceNames[part]] ?? device?.[part],
    error: problemOf(problems, deviceNames[part]),
    autocomplete: 'off',
    maxlength: 120,
  })
  const settings: Readonly<Record<string, DeviceSetting>> = deviceKinds[kind].settings
  return (
    <>
      <TextField {...text('model')} />
      <TextField {...text('place')} hint={say(words.placeHint, language)} />
      {Object.entries(settings).map(([name, { title, options }]) => (
        <SelectField
          language={language}
          name={`${deviceNames.settings}.${name}`}
          label={say(title, language)}
          blank={say(words.choose, language)}
          value={form.fields[`${deviceNames.settings}.${name}`] ?? device?.settings[name]}
          error={problemOf(problems, `${deviceNames.settings}.${name}`)}
          options={options.map((value) => ({ value, label: value }))}
        />
      ))}
    </>
  )
}
