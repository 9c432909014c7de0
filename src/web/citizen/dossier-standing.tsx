import type { Dossier, DossierView } from '../../dossiers/index.ts'
import { capital, type Language, returnWords, say, type Words } from '../../words/index.ts'
import { kindWords } from '../public/representations-words.ts'
import { tellerOf, Vietnamese } from '../public/show.tsx'
import { DateTime, DefinitionList, drawnAs, DueLight, type Light, Money, Section, Tag } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'
import { toneOf } from './dossiers.tsx'
import { askedIn } from './needed.tsx'

const words = {
  represented: { vi: 'Người được đại diện', en: 'Represented' },
  filedFor: { vi: 'Người nộp thay', en: 'Filed by' },
  state: { vi: 'Trạng thái', en: 'State' },
  facts: { vi: 'Về hồ sơ này', en: 'About this dossier' },
  returnedAt: { vi: 'Trả kết quả lúc', en: 'Returned' },
  holder: { vi: 'Đang giữ hồ sơ', en: 'Held by' },
  waitsFor: { vi: 'Đang chờ', en: 'Waiting for' },
  you: { vi: 'Bạn', en: 'You' },
  due: { vi: 'Hẹn trả kết quả', en: 'Due' },
  answerBy: { vi: 'Trả lời trước', en: 'Answer by' },
  paused: { vi: 'Đang dừng', en: 'Paused' },
  submittedAt: { vi: 'Nộp lúc', en: 'Submitted' },
  acceptedAt: { vi: 'Tiếp nhận lúc', en: 'Accepted' },
  return: { vi: 'Cách nhận kết quả', en: 'How the result comes back' },
  agency: { vi: 'Cơ quan giải quyết', en: 'Settled by' },
  fee: { vi: 'Phí, lệ phí', en: 'Fee' },
  accesses: { vi: 'Ai đã mở hồ sơ này', en: 'Who opened this dossier' },
} as const satisfies Record<string, Words>

type Lit = { light: Light; text: string } | undefined

/** The running clock in words, with the sign that repeats them. */
export function lightOf({ light, remaining }: DossierView): ((language: Language) => Lit) | undefined {
  if (light === 'paused') return (language) => ({ light, text: say(words.paused, language) })
  const drawn = drawnAs[light]
  if (!remaining || !drawn) return undefined
  return (language) => ({ light: drawn, text: capital(remaining.text[language]) })
}

/** When and by whom, right below the sentence that says where the dossier is. */
export function Due({
  visit: { language, states },
  view,
  light,
  isRefused,
}: {
  visit: SignedVisit
  view: DossierView
  light: ((language: Language) => Lit) | undefined
  isRefused: boolean
}) {
  const t = tellerOf(language)
  const lit = light?.(language)
  const running = lit && view.due
  return (
    <DefinitionList
      rows={[
        {
          label: t(words.state),
          value: (
            <Tag tone={toneOf(view.state as Dossier['state'], isRefused)}>
              {t(states(view.state as Dossier['state'], isRefused).name)}
            </Tag>
          ),
        },
        ...(running
          ? [
              {
                label: t(view.acceptedAt ? words.due : words.answerBy),
                value: (
                  <>
                    <DateTime at={running} language={language} />{' '}
                    <DueLight light={lit.light} text={lit.text} language={language} />
                  </>
                ),
              },
            ]
          : []),
        ...(askedIn(view.state) ? [{ label: t(words.waitsFor), value: t(words.you) }] : []),
        ...(view.holder && !askedIn(view.state)
          ? [{ label: t(words.holder), value: <Vietnamese language={language}>{view.holder}</Vietnamese> }]
          : []),
      ]}
    />
  )
}

export function Facts({ visit: { language }, view }: { visit: SignedVisit; view: DossierView }) {
  const t = tellerOf(language)
  const moment = (label: Words, at: Date | null) =>
    at ? [{ label: t(label), value: <DateTime at={at} language={language} /> }] : []
  return (
    <Section title={t(words.facts)}>
      <DefinitionList
        compact
        rows={[
          ...(view.filedFor
            ? [
                { label: t(words.represented), value: view.applicant.name },
                { label: t(words.filedFor), value: `${view.filedFor.agent} (${t(kindWords[view.filedFor.kind])})` },
              ]
            : []),
          { label: t(words.agency), value: <Vietnamese language={language}>{view.agency.name}</Vietnamese> },
          { label: t(words.return), value: t(returnWords[view.returnBy as keyof typeof returnWords]) },
          ...(view.fee === null
            ? []
            : [{ label: t(words.fee), value: <Money amount={view.fee} language={language} /> }]),
          ...moment(words.submittedAt, view.submittedAt),
          ...moment(words.acceptedAt, view.acceptedAt),
          ...moment(words.returnedAt, view.returnedAt),
        ]}
      />
      <p>
        <a href={`/ho-so/${view.id}/ai-da-xem`}>{t(words.accesses)}</a>
      </p>
    </Section>
  )
}
