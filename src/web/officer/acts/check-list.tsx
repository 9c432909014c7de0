import { componentsOf, formOf, type HeldItem, heldItems } from '../../../dossiers/index.ts'
import type { Refused } from '../../../ground/result.ts'
import { isNeeded, verdicts } from '../../../procedures/index.ts'
import { type Refusal, refusalWords, say, type Words } from '../../../words/index.ts'
import { ComponentChecklist, Notice, type Problem, problemOf, TextArea, type Verdict } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import { errorOf } from './assign.tsx'
import { Files, paperHint } from '../dossier/papers.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  proven: {
    vi: 'Có sẵn trong kho giấy tờ điện tử, đã xác thực: không yêu cầu xuất trình lại bản chính.',
    en: 'From the electronic record, authenticated: the original is not asked for again.',
  },
  held: {
    vi: 'Đã có trong kho giấy tờ điện tử của người nộp, đã xác thực',
    en: 'Already in the applicant’s electronic record, authenticated',
  },
  special: {
    vi: 'Trường hợp đặc biệt: vì sao vẫn yêu cầu giấy tờ này',
    en: 'Special case: why this paper is still asked for',
  },
  specialHint: {
    vi: 'Chỉ ghi khi vẫn yêu cầu giấy tờ này. Không có lý do thì không được yêu cầu lại giấy tờ đã có trong kho.',
    en: 'Only where it is asked for all the same. Without a reason a paper of the record is not asked for again.',
  },
  alreadyHeld: {
    vi: 'Giấy tờ {place} đã có trong kho của người nộp. Hãy dùng bản đó, hoặc ghi lý do của trường hợp đặc biệt.',
    en: 'Paper {place} is in the applicant’s record. Use it, or give the reason of the special case.',
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
 * has proven, and, with `known`, what was found at intake. Where papers are asked for (`asking`), what the record holds is linked, and the reason of a
 * special case has its place.
 */
export async function checkList(acting: Acting, { known = false, asking = false } = {}) {
  const { at, dossier, definition, visit, problems } = acting
  const { language } = visit
  const filed = { form: formOf(at, dossier), channel: dossier.channel }
  const [lines, held] = await Promise.all([componentsOf(at, dossier), asking ? heldItems(at, dossier) : []])
  return (
    <ComponentChecklist
      language={language}
      problems={problems}
      components={lines.map((line) => {
        const component = definition.components.find(({ id }) => id === line.id)!
        const isProven = line.attachments.length > 0 && line.attachments.every((one) => one.isProven)
        const found = known ? verdicts.find((verdict) => verdict === line.verdict) : undefined
        const isHeld = held.some((one) => one.component === line.id)
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
              {!isHeld && (
                <p class="small muted">{isProven ? say(words.proven, language) : paperHint(component, language)}</p>
              )}
              <HeldAlready acting={acting} component={line.id} held={held} />
            </>
          ),
        }
      })}
    />
  )
}

type HeldProps = { acting: Acting; component: string; held: readonly HeldItem[]; name?: string }

/** What the record holds in place of a paper, each to be opened, and where the reason is written to ask for it all the same. */
export function HeldAlready({ acting, component, held, name }: HeldProps) {
  const { language } = acting.visit
  const own = held.filter((one) => one.component === component)
  if (own.length === 0) return null
  return (
    <>
      <Notice tone="important" title={say(words.held, language)}>
        <p>
          {name && `${name}: `}
          {own.map(({ title, number, file }, place) => (
            <>
              {place > 0 && '; '}
              {file ? <a href={paperAddress(file)}>{[title, number].filter(Boolean).join(' ')}</a> : title}
            </>
          ))}
        </p>
      </Notice>
      <TextArea
        language={language}
        name={`special.${component}`}
        label={say(words.special, language)}
        hint={say(words.specialHint, language)}
        value={value(acting, `special.${component}`)}
        rows={2}
        maxlength={1000}
        optional
        {...errorOf(problemOf(acting.problems, `special.${component}`))}
      />
    </>
  )
}

/** The marks as the act takes them; a reason goes with whatever is not in order. */
export function readVerdicts(acting: Acting) {
  return acting.definition.components.flatMap(({ id }) => {
    const verdict = verdictOf(acting, id)
    const reason = value(acting, `reason.${id}`).trim()
    const special = value(acting, `special.${id}`).trim()
    const why = verdict !== 'ok' && reason ? { reason } : {}
    return verdict ? [{ component: id, verdict, ...why, ...(verdict === 'fail' && special ? { special } : {}) }] : []
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
      'already-held': words.alreadyHeld,
    }
    const sentence = said[refusal as keyof typeof said] ?? refusalWords[refusal]
    const part = { 'reason-needed': 'reason', 'already-held': 'special' }[refusal as string] ?? 'verdict'
    const field = `${part}.${id}`
    return { field, message: say(sentence, language, { place }) }
  })
}
