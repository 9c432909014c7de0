import { componentsOf, formOf } from '../../../dossiers/index.ts'
import type { Refused } from '../../../ground/result.ts'
import { isNeeded, verdicts } from '../../../procedures/index.ts'
import { type Refusal, refusalWords, say, type Words } from '../../../words/index.ts'
import { Checkbox, ComponentChecklist, type Problem, type Verdict } from '../../ui/index.ts'
import { Files, paperHint } from '../dossier/papers.tsx'
import { actDoor } from './door.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  lead: {
    vi: 'Đánh dấu từng giấy tờ. Hồ sơ chỉ được tiếp nhận khi mọi giấy tờ đạt hoặc không áp dụng.',
    en: 'Mark every paper. A dossier is accepted when each one is accepted or not applicable.',
  },
  forward: { vi: 'Chuyển ngay đến {agency}', en: 'Forward at once to {agency}' },
  unmarked: {
    vi: 'Đánh dấu giấy tờ {place}: đạt, không đạt hoặc không áp dụng',
    en: 'Mark paper {place}: accepted, not accepted or not applicable',
  },
  reason: { vi: 'Ghi lý do giấy tờ {place} không đạt', en: 'Say why paper {place} is not accepted' },
  failed: {
    vi: 'Giấy tờ {place} không đạt nên chưa thể tiếp nhận. Hãy hướng dẫn người nộp bổ sung.',
    en: 'Paper {place} is not accepted, so the dossier cannot be accepted yet. Guide the applicant.',
  },
} as const satisfies Record<string, Words>

/** The one-stop officer checks every paper and accepts; nothing is marked beforehand. */
export const accept = actDoor({
  act: 'accept',
  after: 'da-tiep-nhan',
  fields: async (acting) => {
    const { at, dossier, definition, view, visit, typed, problems } = acting
    const { language } = visit
    const filed = { form: formOf(at, dossier), channel: dossier.channel }
    const lines = await componentsOf(at, dossier)
    return (
      <>
        <p>{say(words.lead, language)}</p>
        <ComponentChecklist
          language={language}
          problems={problems}
          components={lines.map((line) => {
            const component = definition.components.find(({ id }) => id === line.id)!
            return {
              id: line.id,
              name: line.name,
              required: isNeeded(component, filed),
              verdict: verdictOf(acting, line.id),
              reason: value(acting, `reason.${line.id}`),
              files: (
                <>
                  <Files line={line} language={language} />
                  <p class="small muted">{paperHint(component, language)}</p>
                </>
              ),
            }
          })}
        />
        <Checkbox
          language={language}
          name="forward"
          label={say(words.forward, language, { agency: view.agency.name })}
          checked={typed ? typed.fields['forward'] === 'true' : true}
        />
      </>
    )
  },
  read: (acting) => {
    const { definition, typed } = acting
    const components = definition.components.flatMap(({ id }) => {
      const verdict = verdictOf(acting, id)
      const reason = value(acting, `reason.${id}`).trim()
      return verdict ? [{ component: id, verdict, ...(verdict === 'fail' && reason ? { reason } : {}) }] : []
    })
    return { body: { components, forward: typed?.fields['forward'] === 'true' } }
  },
  places: (no, acting) => paperProblems(no, acting, { mark: 'verdict', unmarked: words.unmarked }),
})

function verdictOf(acting: Acting, component: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict === value(acting, `verdict.${component}`))
}

/** Refusals that name papers, said beside each of them. */
export function paperProblems(
  { refusal, detail }: Refused<Refusal>,
  { definition, visit: { language } }: Acting,
  { mark, unmarked }: { mark: string; unmarked: Words },
): Problem[] {
  const named = (detail?.['components'] ?? []) as string[]
  return named.map((id) => {
    const place = definition.components.findIndex((component) => component.id === id) + 1
    const said = { 'components-unmarked': unmarked, 'reason-needed': words.reason, 'component-failed': words.failed }
    const sentence = said[refusal as keyof typeof said] ?? refusalWords[refusal]
    const field = refusal === 'reason-needed' ? `reason.${id}` : `${mark}.${id}`
    return { field, message: say(sentence, language, { place }) }
  })
}
