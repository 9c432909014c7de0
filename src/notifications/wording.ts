import type { Value } from '../policy/law/index.ts'
import { type Template, templates } from './templates.ts'

type Own = Value<'notices.texts'>[number]
type Wording = { readonly subject: string; readonly body: string }

/** What a notice says today: as the province decided, with the approval that needs, else as the house says. */
export function wordingOf(template: Template, own: readonly Own[]): Wording {
  const said = own.find(({ notice }) => notice === template)
  return said && strangeIn(said).length === 0 ? said : templates[template]
}

/** What stands in a text of the province that nobody can fill in: a notice there is none of, or a gap the notice does not have. */
export function strangeIn({ notice, subject, body }: Own): string[] {
  if (!isTemplate(notice)) return [notice]
  const { subject: title, body: text } = templates[notice]
  const known = gapsIn(`${title} ${text}`)
  return gapsIn(`${subject} ${body}`).filter((gap) => !known.includes(gap))
}

function isTemplate(text: string): text is Template {
  return Object.hasOwn(templates, text)
}

function gapsIn(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap)
}
