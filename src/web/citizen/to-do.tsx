import type {
  AskedFor,
  counterOf,
  DocumentLine,
  Dossier,
  HistoryLine,
  IssuedRefusal,
  State,
  Transition,
} from '../../dossiers/index.ts'
import type { Words } from '../../words/index.ts'
import { actWords } from '../../words/index.ts'
import { tellerOf, Vietnamese } from '../public/show.tsx'
import { ActionCard, addresses, DefinitionList, LinkButton } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { Asked } from './asked.tsx'
import { endingLetters, endingWords } from './standing-words.ts'

const words = {
  asked: { vi: 'Bạn cần làm', en: 'Your part' },
  askedIntake: {
    vi: 'Hồ sơ chưa được tiếp nhận vì còn những điểm sau. Bạn bổ sung ngay trên hồ sơ này, không phải nộp lại từ đầu.',
    en: 'The dossier is not accepted yet because of the following. Supplement this very dossier; you need not start again.',
  },
  askedLater: {
    vi: 'Cơ quan giải quyết cần thêm những điểm sau. Thời gian giải quyết tạm dừng cho đến khi bạn gửi bổ sung.',
    en: 'The agency needs the following. The clock pauses until you send it.',
  },
  confirmText: {
    vi: 'Cơ quan đã lập dự thảo kết quả. Hãy đọc dự thảo, rồi xác nhận hoặc đề nghị sửa trước thời hạn. Thời gian giải quyết tạm dừng trong lúc chờ bạn; hết thời hạn mà bạn không trả lời thì coi như bạn đồng ý.',
    en: 'The agency has drafted the result. Read it and confirm it or ask for changes by the hour given. The clock pauses while it waits for you; silence counts as agreement.',
  },
  collect: { vi: 'Mời bạn đến nhận kết quả', en: 'Your result is ready to collect' },
  collectLetter: { vi: 'Mời bạn đến nhận văn bản trả lời', en: 'The letter is ready to collect' },
  collectText: {
    vi: 'Mang theo giấy tờ tùy thân và mã hồ sơ {code}.',
    en: 'Bring your identity paper and the code {code}.',
  },
  mismatch: { vi: 'Bản giấy không khớp với bản đã gửi', en: 'Your papers do not match what you sent' },
  mismatchText: {
    vi: 'Kết quả được giữ lại. Hãy mang đúng bản giấy đến quầy để đối chiếu lại.',
    en: 'The result is held. Bring the right papers to the counter to be checked again.',
  },
  where: { vi: 'Xem giờ làm việc và đường đi', en: 'See hours and address' },
  result: { vi: 'Kết quả đã có', en: 'Your result is here' },
  resultText: {
    vi: 'Tệp kết quả nằm trong mục “Giấy tờ cơ quan đã lập” và trong kho giấy tờ của bạn.',
    en: 'The file is listed below and lies in your record.',
  },
  toRecord: { vi: 'Mở kho giấy tờ', en: 'Open my record' },
  toRating: { vi: 'Đánh giá việc phục vụ', en: 'Rate the service' },
  reason: { vi: 'Lý do', en: 'Reason' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  means: { vi: 'Điều này có nghĩa là', en: 'What this means' },
  advice: { vi: 'Hướng dẫn', en: 'What you can do' },
  anew: { vi: 'Nộp hồ sơ mới', en: 'File anew' },
} as const satisfies Record<string, Words>

type Todo = {
  visit: SignedVisit
  found: Dossier
  request: AskedFor | undefined
  refusal: IssuedRefusal | undefined
  history: readonly HistoryLine[]
  documents: readonly DocumentLine[]
  counter: Awaited<ReturnType<typeof counterOf>>
  rated: boolean
}

/** Archived or not, what its end means stays the same. */
function standing({ state, archivedFrom }: Dossier): State {
  return state === 'archived' && archivedFrom ? archivedFrom : state
}

/** On top: what the applicant has to do now, or what the end of the dossier means. */
export function ToDo(todo: Todo) {
  const { visit, found, request, refusal, counter, rated } = todo
  const t = tellerOf(visit.language)
  const here = `/ho-so/${found.id}`
  if (refusal) return <Refused {...todo} refusal={refusal} />
  switch (standing(found)) {
    case 'returned-with-guidance':
    case 'supplement-requested':
      return (
        <ActionCard
          title={t(words.asked)}
          act={<LinkButton href={`${here}/to-khai`}>{t(actWords.supplement)}</LinkButton>}
        >
          <p>{t(found.state === 'returned-with-guidance' ? words.askedIntake : words.askedLater)}</p>
          {request && <Asked request={request} language={visit.language} />}
        </ActionCard>
      )
    case 'awaiting-confirmation':
      return (
        <ActionCard
          title={t(words.asked)}
          act={<LinkButton href={`${here}/xac-nhan`}>{t(actWords['confirm-draft'])}</LinkButton>}
        >
          <p>{t(words.confirmText)}</p>
        </ActionCard>
      )
    case 'ready-to-return':
    case 'not-collected':
      return counter && isCollected(found) ? <Collect {...todo} counter={counter} /> : null
    case 'returned':
      return (
        <ActionCard
          title={t(words.result)}
          act={
            <>
              <LinkButton href="/kho-giay-to">{t(words.toRecord)}</LinkButton>
              {!rated && found.state === 'returned' && (
                <LinkButton href="#danh-gia" kind="quiet">
                  {t(words.toRating)}
                </LinkButton>
              )}
            </>
          }
        >
          <p>{t(words.resultText)}</p>
        </ActionCard>
      )
    default:
      return <Ending {...todo} />
  }
}

/** Somebody has to come to the counter for it. */
function isCollected({ returnBy, paperCheck }: Dossier): boolean {
  return returnBy === 'counter' || paperCheck === 'mismatch'
}

/** The request was not granted: why, on which basis, where the letter is, and where it is collected. */
function Refused(todo: Todo & { refusal: IssuedRefusal }) {
  const { visit, found, documents, refusal, counter, rated } = todo
  const t = tellerOf(visit.language)
  const letter = endingLetters.refused!
  const paper = documents.findLast(({ kind }) => kind === letter.kind)
  const row = (label: Words, text: string | null) =>
    text ? [{ label: t(label), value: <Vietnamese language={visit.language}>{text}</Vietnamese> }] : []
  const waits = found.state === 'ready-to-return' || found.state === 'not-collected'
  return (
    <>
      <ActionCard
        title={t(words.means)}
        act={
          <>
            {paper && <LinkButton href={`/tep/${paper.file}`}>{t(letter.words)}</LinkButton>}
            {!rated && found.state === 'returned' && (
              <LinkButton href="#danh-gia" kind="quiet">
                {t(words.toRating)}
              </LinkButton>
            )}
          </>
        }
      >
        <p class="prose">{t(endingWords.refused!)}</p>
        <DefinitionList
          rows={[
            ...refusal.reasons.flatMap((reason) => row(words.reason, reason)),
            ...row(words.basis, refusal.basis),
            ...row(words.advice, refusal.advice),
          ]}
        />
      </ActionCard>
      {waits && counter && isCollected(found) && <Collect {...todo} counter={counter} />}
    </>
  )
}

function Collect({
  visit: { language },
  found,
  history,
  counter,
  refusal,
}: Todo & { counter: NonNullable<Todo['counter']> }) {
  const t = tellerOf(language)
  const held = found.paperCheck === 'mismatch'
  const note = held ? history.findLast(({ event }) => event === 'papers-mismatched')?.words?.['note'] : undefined
  return (
    <ActionCard
      title={t(held ? words.mismatch : refusal ? words.collectLetter : words.collect)}
      act={<LinkButton href={`${addresses.counters}#${counter.id}`}>{t(words.where)}</LinkButton>}
    >
      {held && <p>{t(words.mismatchText)}</p>}
      {note && (
        <p>
          <Vietnamese language={language}>{note}</Vietnamese>
        </p>
      )}
      <p>
        <Vietnamese language={language}>{[counter.name, counter.address].filter(Boolean).join(', ')}</Vietnamese>
      </p>
      <p>{t(words.collectText, { code: found.code ?? '' })}</p>
    </ActionCard>
  )
}

/** What the end means, why, on which basis, where the letter is, and how to begin again. */
function Ending({ visit: { language }, found, history, documents }: Todo) {
  const t = tellerOf(language)
  const means = endingWords[standing(found)]
  if (!means) return null
  const letter = endingLetters[standing(found)]
  const paper = documents.findLast(({ kind }) => kind === letter?.kind)
  const { reason, basis } = history.findLast(({ words: written }) => written?.['reason'])?.words ?? {}
  const told = (label: Words, text: string | undefined) =>
    text ? [{ label: t(label), value: <Vietnamese language={language}>{text}</Vietnamese> }] : []
  const why = [...told(words.reason, reason), ...told(words.basis, basis)]
  return (
    <ActionCard
      title={t(words.means)}
      act={
        <>
          {paper && letter && <LinkButton href={`/tep/${paper.file}`}>{t(letter.words)}</LinkButton>}
          <LinkButton href={`${addresses.procedures}/${found.procedure}`} kind="quiet">
            {t(words.anew)}
          </LinkButton>
        </>
      }
    >
      <p class="prose">{t(means)}</p>
      {why.length > 0 && <DefinitionList rows={why} />}
    </ActionCard>
  )
}

const further = {
  title: { vi: 'Việc bạn có thể làm', en: 'What you can do' },
  amendNote: { vi: 'Khi bạn thấy đã khai nhầm hoặc thiếu.', en: 'If you see a mistake or something missing.' },
  withdrawNote: { vi: 'Khi bạn không cần kết quả nữa.', en: 'If you no longer need the result.' },
} as const satisfies Record<string, Words>

/** Links to what the applicant may do besides. */
export function furtherWays(found: Dossier, steps: readonly Transition[], language: SignedVisit['language']) {
  const t = tellerOf(language)
  const may = (act: string) => steps.some((step) => step.act === act)
  const here = `/ho-so/${found.id}`
  const links = [
    ...(may('amend') ? [{ label: t(actWords.amend), href: `${here}/to-khai`, note: t(further.amendNote) }] : []),
    ...(may('withdraw') ? [{ label: t(actWords.withdraw), href: `${here}/rut`, note: t(further.withdrawNote) }] : []),
  ]
  return links.length > 0 ? { title: t(further.title), links } : undefined
}
