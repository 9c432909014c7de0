import type { AskedFor } from '../../dossiers/index.ts'
import { isNeeded } from '../../procedures/index.ts'
import type { Language, Words } from '../../words/index.ts'
import { tellerOf } from '../public/show.tsx'
import { type Problem, problemOf, Section, TextArea } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { demandedBy } from './asked.tsx'
import type { Changes } from './changes.ts'
import type { Draft } from './draft.ts'
import { short } from './paper-section.tsx'

const words = {
  title: { vi: 'Giấy tờ được yêu cầu mà bạn chưa thay', en: 'Papers asked for that you have not replaced' },
  lead: {
    vi: 'Quay lại để đính kèm bản mới. Nếu giấy tờ phải giữ nguyên, ghi rõ vì sao để cán bộ hiểu.',
    en: 'Go back and attach a new one. If a paper has to stay as it is, say why, so that the officer understands.',
  },
  why: { vi: 'Vì sao giữ nguyên: {name}', en: 'Why it stays: {name}' },
  needed: {
    vi: 'Đính kèm {name} mới, hoặc ghi vì sao giữ nguyên',
    en: 'Attach a new {name}, or say why it stays as it is',
  },
} as const satisfies Record<string, Words>

const longest = 2000
const fieldOf = (component: string) => `why.${component}`

/** The papers a request demands for which nothing new was given; the e-form answers for a paper it stands in place of. */
export function unansweredIn(
  { definition, dossier, answers }: Draft,
  request: AskedFor | undefined,
  { pages, papers }: Changes,
): { component: string; name: string }[] {
  if (dossier.channel !== 'online') return []
  return [...demandedBy(request).keys()].flatMap((component) => {
    const paper = definition.components.find(({ id }) => id === component)
    if (!paper || papers.has(component)) return []
    const byForm = !isNeeded(paper, { form: answers, channel: dossier.channel })
    return byForm && pages.size > 0 ? [] : [{ component, name: short(paper.name) }]
  })
}

type Open = readonly { component: string; name: string }[]

/** What the applicant wrote about the papers that stay, and where something is still to be written. */
export function readExplanations({ form, language }: SignedVisit, open: Open) {
  const t = tellerOf(language)
  const said = open.map((one) => ({
    ...one,
    text: (form.fields[fieldOf(one.component)] ?? '').trim().slice(0, longest),
  }))
  return {
    explanations: said.flatMap(({ component, text }) => (text ? [{ component, text }] : [])),
    problems: said
      .filter(({ text }) => !text)
      .map(({ component, name }) => ({ field: fieldOf(component), message: t(words.needed, { name }) })),
  }
}

/** A field for each paper that was asked for and stays as it is. */
export function Unanswered({
  open,
  visit: { form },
  problems,
  language,
}: {
  open: Open
  visit: SignedVisit
  problems: readonly Problem[]
  language: Language
}) {
  const t = tellerOf(language)
  if (open.length === 0) return null
  return (
    <Section title={t(words.title)}>
      <p class="prose">{t(words.lead)}</p>
      {open.map(({ component, name }) => {
        const error = problemOf(problems, fieldOf(component))
        return (
          <TextArea
            language={language}
            name={fieldOf(component)}
            label={t(words.why, { name })}
            value={form?.fields[fieldOf(component)]}
            rows={2}
            maxlength={longest}
            {...(error ? { error } : {})}
          />
        )
      })}
    </Section>
  )
}
