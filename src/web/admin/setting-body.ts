import { strangeValues } from '../../api/index.ts'
import { readSetting, type SettingProposal, type Subject } from '../../policy/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import type { Form } from '../form-body.ts'
import type { Problem } from '../ui/index.ts'
import { words } from './setting-page-words.ts'
import { valueField, valueFrom } from './setting-shape.ts'
import { typedDay } from './typed-day.ts'

/** What the form of a setting asks for, or what is to be mended in it. */
export function readProposal(
  subject: Subject,
  form: Form,
  language: Language,
): { proposal: SettingProposal } | { problems: Problem[] } {
  const problems: Problem[] = []
  const wrong = (field: string, message: Words) => {
    if (!problems.some((one) => one.field === field)) problems.push({ field, message: say(message, language) })
  }
  const clear = form.fields['viec'] === 'bo-rieng'
  const read = clear ? undefined : readSetting(subject, valueFrom(subject, form))
  for (const { path } of read?.error?.issues ?? []) wrong([valueField, ...path].join('.'), words.badValue)
  for (const place of read?.success ? strangeValues(subject, read.data) : [])
    wrong([valueField, ...place].join('.'), words.strange)
  const from = typedDay(form.fields, 'tu')
  if (!from) wrong('tu', words.badDay)
  const text = (name: string) => form.fields[name]?.trim().normalize('NFC').slice(0, 300) ?? ''
  if (!text('can-cu')) wrong('can-cu', words.noSource)
  if (!from || problems.length > 0) return { problems }
  const rest = { from, source: text('can-cu'), ...(text('ly-do') ? { reason: text('ly-do') } : {}) }
  return { proposal: clear ? { clear: true, ...rest } : { value: read!.data, ...rest } }
}
