import type { ComponentChildren } from 'preact'
import { type AskedFor, requestsOf } from '../../../dossiers/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import { DateTime, DayText, DefinitionList, Details, Section, Tag } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import type { Opened } from './open.ts'

const words = {
  title: { vi: 'Đã yêu cầu người nộp {count} lần', en: 'The applicant was asked {count} times' },
  guidance: { vi: 'Hướng dẫn hoàn thiện, lần {time}', en: 'Guidance, no. {time}' },
  supplement: { vi: 'Yêu cầu bổ sung, lần {time}', en: 'Supplement request, no. {time}' },
  which: { vi: 'Việc', en: 'What' },
  standing: { vi: 'Tình trạng', en: 'Standing' },
  waiting: { vi: 'Chờ người nộp', en: 'Waits for the applicant' },
  answered: { vi: 'Đã bổ sung', en: 'Answered' },
  sent: { vi: 'Gửi lúc', en: 'Sent' },
  respondBy: { vi: 'Bổ sung trước', en: 'Answer by' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  stays: { vi: 'Người nộp giữ nguyên', en: 'Kept by the applicant' },
  text: { vi: 'Lời hướng dẫn', en: 'Guidance' },
  slip: { vi: 'Phiếu', en: 'Slip' },
  open: { vi: 'Xem phiếu (PDF)', en: 'See the slip (PDF)' },
} as const satisfies Record<string, Words>

/** Every time the applicant was asked: when, for what, and whether they have answered. The last one stands open, the others fold. */
export async function requestsPart({ at, dossier, visit: { language } }: Opened, onlyLast = false) {
  const all = await requestsOf(at, dossier)
  const last = all.at(-1)
  if (!last) return null
  return (
    <Section title={say(words.title, language, { count: all.length })}>
      <DefinitionList rows={rowsOf(last, language)} />
      {!onlyLast &&
        all.slice(0, -1).map((request) => (
          <Details summary={say(words[request.kind], language, { time: request.time })}>
            <DefinitionList rows={rowsOf(request, language)} />
          </Details>
        ))}
    </Section>
  )
}

function rowsOf(
  { kind, time, components, guidance, at, unit, answeredAt, respondBy, file, answer }: AskedFor,
  language: Language,
) {
  const row = (label: Words, value: ComponentChildren) => ({ label: say(label, language), value })
  const nameOf = (id: string) => components.find(({ component }) => component === id)?.name ?? id
  const failing = components.filter(({ verdict }) => verdict === 'fail')
  return [
    row(words.which, say(words[kind], language, { time })),
    row(
      words.standing,
      answeredAt ? (
        <>
          <Tag tone="done">{say(words.answered, language)}</Tag> <DateTime at={answeredAt} language={language} />
        </>
      ) : (
        <Tag tone="soon">{say(words.waiting, language)}</Tag>
      ),
    ),
    row(
      words.sent,
      <>
        <DateTime at={at} language={language} />
        {unit && `, ${unit}`}
      </>,
    ),
    ...(respondBy && !answeredAt ? [row(words.respondBy, <DayText day={respondBy} language={language} />)] : []),
    ...(failing.length > 0
      ? [
          row(
            words.papers,
            failing.map(({ name, reason }) => <p>{reason ? `${name}: ${reason}` : name}</p>),
          ),
        ]
      : []),
    ...(answer && answer.explanations.length > 0
      ? [
          row(
            words.stays,
            answer.explanations.map(({ component, text }) => <p>{`${nameOf(component)}: ${text}`}</p>),
          ),
        ]
      : []),
    ...(guidance ? [row(words.text, guidance)] : []),
    ...(file ? [row(words.slip, <a href={paperAddress(file)}>{say(words.open, language)}</a>)] : []),
  ]
}
