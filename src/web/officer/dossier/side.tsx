import type { Act } from '../../../dossiers/index.ts'
import { durationText } from '../../../calendar/index.ts'
import { mayDo } from '../../../organisations/law/index.ts'
import { actWords, refusalText, say, type Words } from '../../../words/index.ts'
import { DateTime, DefinitionList, Details, LinkButton, LinkList, Notice, Section, Tag } from '../../ui/index.ts'
import { channelName, dossierAddress } from '../rows.tsx'
import type { Opened } from './open.ts'

const words = {
  acts: { vi: 'Việc của bạn', en: 'Your part' },
  noActs: {
    vi: 'Hiện không có việc nào bạn cần làm với hồ sơ này.',
    en: 'There is nothing for you to do with this dossier now.',
  },
  seldom: { vi: 'Việc khác', en: 'Other acts' },
  facts: { vi: 'Thông tin chung', en: 'About' },
  reference: { vi: 'Mã nộp', en: 'Reference' },
  channel: { vi: 'Nộp qua', en: 'Filed by' },
  returnBy: { vi: 'Nhận kết quả', en: 'Result by' },
  submitted: { vi: 'Nộp lúc', en: 'Submitted' },
  accepted: { vi: 'Nhận lúc', en: 'Accepted' },
  agency: { vi: 'Giải quyết', en: 'Agency' },
  firstCheck: { vi: 'Kiểm tra lần đầu', en: 'First check' },
  after: { vi: 'sau {time}', en: 'after {time}' },
  forwardBy: { vi: 'Chuyển trước', en: 'Forward by' },
  forwarded: { vi: 'Chuyển lúc', en: 'Forwarded' },
  late: { vi: 'Chậm', en: 'Late' },
  reception: { vi: 'Tiếp nhận', en: 'Counter' },
  officer: { vi: 'Thụ lý', en: 'Officer' },
  release: { vi: 'Cung cấp thông tin ra ngoài', en: 'Release data' },
} as const satisfies Record<string, Words>

/** What ends a dossier or is the exception stands behind the daily work. */
const seldom: ReadonlySet<Act> = new Set([
  'reject',
  'stop',
  'refuse-result',
  'withdraw',
  'amend',
  'apologise',
  'request-extension',
  'explain-delay',
])

/** What leads back stands after what leads on: the first button is the one for the dossier that is as it should be. */
const back: ReadonlySet<Act> = new Set(['send-back', 'return-with-guidance', 'request-supplement'])

/** What the viewer may do now, before everything there is to read. */
export function ActsNow({ opened }: { opened: Opened }) {
  const { steps, held, dossier, list, visit } = opened
  const { language } = visit
  const usual = steps.filter(({ act }) => !seldom.has(act))
  const [first, ...more] = usual.toSorted((one, other) => Number(back.has(one.act)) - Number(back.has(other.act)))
  const rest = steps.filter(({ act }) => seldom.has(act))
  return (
    <section aria-label={say(words.acts, language)}>
      {held && <Notice tone="important" title={refusalText(held, language)} />}
      {first ? (
        <p class="buttons">
          <LinkButton href={dossierAddress(dossier.id, list, first.act)}>
            {say(actWords[first.act], language)}
          </LinkButton>
          {more.map((step) => (
            <LinkButton href={dossierAddress(dossier.id, list, step.act)} kind="quiet">
              {say(actWords[step.act], language)}
            </LinkButton>
          ))}
        </p>
      ) : (
        !held && <p class="muted">{say(words.noActs, language)}</p>
      )}
      {rest.length > 0 && (
        <Details summary={say(words.seldom, language)}>
          <LinkList
            links={rest.map(({ act }) => ({
              label: say(actWords[act], language),
              href: dossierAddress(dossier.id, list, act),
            }))}
          />
        </Details>
      )}
    </section>
  )
}

export function Side({ opened }: { opened: Opened }) {
  return (
    <Section title={say(words.facts, opened.visit.language)}>
      <DefinitionList compact rows={factsOf(opened)} />
      {mayDo(opened.visit.viewer, 'release-data') && (
        <p>
          <a href={dossierAddress(opened.dossier.id, opened.list, 'cung-cap')}>
            {say(words.release, opened.visit.language)}
          </a>
        </p>
      )}
    </Section>
  )
}

export function factsOf({ view, officer, visit: { language } }: Opened) {
  const time = (at: Date | null) => at && <DateTime at={at} language={language} />
  const { firstCheckedAt, minutesToFirstCheck, forwardBy, forwardedAt, isForwardedLate } = view.counter
  const checked = firstCheckedAt && minutesToFirstCheck !== null && (
    <>
      {time(firstCheckedAt)}, {say(words.after, language, { time: durationText(minutesToFirstCheck, 480)[language] })}
    </>
  )
  const went = (at: Date | null) =>
    at && (
      <>
        {time(at)} {isForwardedLate && <Tag tone="wrong">{say(words.late, language)}</Tag>}
      </>
    )
  const all = [
    { label: words.reference, value: view.reference },
    { label: words.channel, value: channelName(view.channel, language) },
    { label: words.returnBy, value: channelName(view.returnBy, language) },
    { label: words.submitted, value: time(view.submittedAt) },
    { label: words.firstCheck, value: checked },
    { label: words.accepted, value: time(view.acceptedAt) },
    forwardedAt
      ? { label: words.forwarded, value: went(forwardedAt) }
      : { label: words.forwardBy, value: view.acceptedAt ? went(forwardBy) : null },
    { label: words.reception, value: view.reception.name },
    { label: words.agency, value: view.agency.name },
    { label: words.officer, value: officer },
  ]
  return all.flatMap(({ label, value }) => (value ? [{ label: say(label, language), value }] : []))
}
