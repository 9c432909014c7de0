import { componentsOf, formOf } from '../../../dossiers/index.ts'
import type { Refused } from '../../../ground/result.ts'
import { isNeeded, verdicts } from '../../../procedures/index.ts'
import { type Refusal, refusalWords, say, type Words } from '../../../words/index.ts'
import { ComponentChecklist, type Problem, type Verdict } from '../../ui/index.ts'
import { Files, paperHint } from '../dossier/papers.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  proven: {
    vi: 'Có sẵn trong kho giấy tờ điện tử, đã xác thực: không yêu cầu xuất trình lại bản chính.',
    en: 'From the electronic record, authenticated: the original is not asked for again.',
  },
  unmarked: {
    vi: 'Đánh dấu giấy tờ {place}: đạt, không đạt hoặc không áp dụng',
    en: 'Mark paper {place}: accepted, not accepted or not applicable',
  },
  reason: {
    vi: 'Ghi lý do cho giấy tờ {place}: vì sao không đạt hoặc không áp dụng',
    en: 'Give the reason for paper {place}: why it is not accepted or not applicable',
  },
  failed: {
    vi: 'Giấy tờ {place} không đạt nên chưa thể tiếp nhận. Bấm “Hướng dẫn hoàn thiện hồ sơ” để người nộp bổ sung.',
    en: 'Paper {place} is not accepted, so the dossier cannot be accepted yet. Press “Return with guidance”.',
  },
} as const satisfies Record<string, Words>

/**
 * Every paper with its files and its verdict: the same list wherever papers are marked. Nothing is marked beforehand but what the record
 * has proven, and, with `known`, what was found at intake.
 */
export async function checkList(acting: Acting, { known = false } = {}) {
  const { at, dossier, definition, visit, problems } = acting
  const { language } = visit
  const filed = { form: formOf(at, dossier), channel: dossier.channel }
  const lines = await componentsOf(at, dossier)
  return (
    <ComponentChecklist
      language={language}
      problems={problems}
      components={lines.map((line) => {
        const component = definition.components.find(({ id }) => id === line.id)!
        const isProven = line.attachments.length > 0 && line.attachments.every((one) => one.isProven)
        const found = known ? verdicts.find((verdict) => verdict === line.verdict) : undefined
        const before = found ?? (isProven ? 'ok' : undefined)
        return {
          id: line.id,
          name: line.name,
          required: isNeeded(component, filed),
          verdict: acting.typed ? verdictOf(acting, line.id) : before,
          reason: value(acting, `reason.${line.id}`, (found && line.reason) ?? ''),
          files: (
            <>
              <Files line={line} language={language} />
              <p class="small muted">{isProven ? say(words.proven, language) : paperHint(component, language)}</p>
            </>
          ),
        }
      })}
    />
  )
}

/** The marks as the act takes them; a reason goes with whatever is not in order. */
export function readVerdicts(acting: Acting) {
  return acting.definition.components.flatMap(({ id }) => {
    const verdict = verdictOf(acting, id)
    const reason = value(acting, `reason.${id}`).trim()
    return verdict ? [{ component: id, verdict, ...(verdict !== 'ok' && reason ? { reason } : {}) }] : []
  })
}

export function verdictOf(acting: Acting, component: string): Verdict | undefined {
  return verdicts.find((verdict) => verdict === value(acting, `verdict.${component}`))
}

/** What is still to be marked, and which failing paper lacks its reason: found before the act is asked, so that all is told at once. */
export function markProblems(acting: Acting): Problem[] {
  const papers = acting.definition.components.map(({ id }) => id)
  const unmarked = papers.filter((id) => !verdictOf(acting, id))
  const silent = papers.filter((id) => verdictOf(acting, id) === 'fail' && !value(acting, `reason.${id}`).trim())
  return [
    ...paperProblems({ ok: false, refusal: 'components-unmarked', detail: { components: unmarked } }, acting),
    ...paperProblems({ ok: false, refusal: 'reason-needed', detail: { components: silent } }, acting),
  ]
}

/** Refusals that name papers, said beside each of them. */
export function paperProblems(
  { refusal, detail }: Refused<Refusal>,
  { definition, visit: { language } }: Pick<Acting, 'definition' | 'visit'>,
): Problem[] {
  const named = (detail?.['components'] ?? []) as string[]
  return named.map((id) => {
    const place = definition.components.findIndex((component) => component.id === id) + 1
    const said = {
      'components-unmarked': words.unmarked,
      'reason-needed': words.reason,
      'component-failed': words.failed,
    }
    const sentence = said[refusal as keyof typeof said] ?? refusalWords[refusal]
    const field = refusal === 'reason-needed' ? `reason.${id}` : `verdict.${id}`
    return { field, message: say(sentence, language, { place }) }
  })
}
