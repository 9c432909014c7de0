import { dayOf } from '../../ground/day.ts'
import type { State } from '../../dossiers/index.ts'
import { lookUpFrom } from '../../lookup/index.ts'
import { policyFor } from '../../policy/index.ts'
import { eventWords, refusalWords, say, ui, type Words } from '../../words/index.ts'
import {
  type Ahead,
  addresses,
  DateTime,
  DefinitionList,
  EmptyState,
  Heading,
  Notice,
  SearchBox,
  Section,
  Timeline,
} from '../ui/index.ts'
import type { Answer, PageDoor, Visit } from '../visit.ts'
import { headlineOf, show, tellerOf, Vietnamese } from './show.tsx'

const words = {
  title: { vi: 'Tra cứu hồ sơ', en: 'Look up a dossier' },
  lead: {
    vi: 'Gõ mã hồ sơ hoặc mã tra cứu in trên giấy tiếp nhận. Bạn không cần đăng nhập.',
    en: 'Type the dossier code or reference printed on your receipt. You need not sign in.',
  },
  label: { vi: 'Mã hồ sơ', en: 'Dossier code' },
  hint: { vi: 'Ví dụ: H99.31.01-260302-0001', en: 'For example: H99.31.01-260302-0001' },
  dossier: { vi: 'Hồ sơ {code}', en: 'Dossier {code}' },
  none: { vi: 'Không tìm thấy hồ sơ mang mã này', en: 'No dossier has this code' },
  noneNext: {
    vi: 'Hãy xem lại mã trên giấy tiếp nhận hoặc trong tin nhắn. Hồ sơ đang khai, chưa nộp thì chưa có mã. Nếu vẫn không thấy, hãy gọi đường dây nóng.',
    en: 'Check the code on your receipt or in your message. A draft has no code yet. If it still cannot be found, call the hotline.',
  },
  manyNext: {
    vi: 'Mã tra cứu in trên giấy tiếp nhận (bắt đầu bằng chữ T) vẫn tra cứu được ngay. Hoặc đăng nhập để xem hồ sơ của bạn.',
    en: 'The reference printed on your receipt (it begins with T) still works at once. Or sign in to see your dossier.',
  },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  state: { vi: 'Trạng thái', en: 'State' },
  holder: { vi: 'Đang giữ hồ sơ', en: 'Held by' },
  due: { vi: 'Hẹn trả kết quả', en: 'Due' },
  answerBy: { vi: 'Trả lời trước', en: 'Answer by' },
  applicant: { vi: 'Người nộp', en: 'The applicant' },
  history: { vi: 'Quá trình giải quyết', en: 'What happened' },
  asked: { vi: 'Người nộp cần bổ sung hồ sơ', en: 'The applicant has to supplement the dossier' },
  askedLink: { vi: 'Đăng nhập vào “Hồ sơ của tôi”', en: 'Sign in to “My dossiers”' },
  askedText: {
    vi: 'để xem cần bổ sung gì và gửi bổ sung, hoặc mang giấy hẹn đến nơi tiếp nhận để được giúp.',
    en: 'to see what is asked and to send it, or come to the counter to be helped.',
  },
  waitsFor: { vi: 'Đang chờ', en: 'Waiting for' },
  letters: { vi: 'Thư xin lỗi đã công khai', en: 'Published letters of apology' },
  again: { vi: 'Tra cứu hồ sơ khác', en: 'Look up another dossier' },
  privacy: {
    vi: 'Trang này không hiện thông tin cá nhân. Người nộp đăng nhập để xem đầy đủ.',
    en: 'No personal data are shown here. The applicant signs in to see everything.',
  },
  intake: { vi: 'Tiếp nhận hồ sơ', en: 'Taking in' },
  settle: { vi: 'Giải quyết hồ sơ', en: 'Settlement' },
  return: { vi: 'Trả kết quả', en: 'Returning the result' },
} as const satisfies Record<string, Words>

/** Asks for the code; what is typed here becomes an address that can be kept. */
export const lookupForm: PageDoor = {
  path: '/tra-cuu',
  for: 'anyone',
  get: async (visit) => {
    const asked = visit.query['ma']?.trim()
    if (asked) return { redirect: `${addresses.lookup}/${encodeURIComponent(asked.slice(0, 80).toWellFormed())}` }
    const t = tellerOf(visit.language)
    return show(
      visit,
      { title: t(words.title), search: false },
      <>
        <Heading lead={t(words.lead)}>{t(words.title)}</Heading>
        <Ask visit={visit} />
        {(await publishesLetters(visit)) && (
          <p>
            <a href="/xin-loi">{t(words.letters)}</a>
          </p>
        )}
      </>,
    )
  },
}

/** Whether this province lets everybody read of its letters of apology. */
async function publishesLetters({ house, now }: Visit): Promise<boolean> {
  const policy = await policyFor(house.db, now)
  return policy.get('apology.late').isPublished || policy.get('apology.extension').isPublished
}

/** Where a dossier is, for anyone with its code: no person's name, no officer's name. */
export const lookup: PageDoor = {
  path: '/tra-cuu/:code',
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now, params, request } = visit
    const t = tellerOf(language)
    const key = params['code'] ?? ''
    const looked = await lookUpFrom(house.db, key, request.ip, now)
    if (!looked.ok) return notShown(visit, key, looked.refusal)
    const found = looked.value
    const { code, procedure, state, isRefused, due, holder, timeline } = found
    const asks = ['returned-with-guidance', 'supplement-requested', 'awaiting-confirmation'].includes(state)
    const { headline, rest } = headlineOf(t(visit.states(state, isRefused).says))
    return show(
      visit,
      { title: t(words.dossier, { code }), search: false },
      <>
        <Heading
          kicker={<span class="number">{t(words.dossier, { code })}</span>}
          {...(procedure ? { lead: <Vietnamese language={language}>{procedure}</Vietnamese> } : {})}
        >
          {headline}
        </Heading>
        {rest && <p>{rest}</p>}
        <DefinitionList
          rows={[
            { label: t(words.state), value: t(visit.states(state, isRefused).name) },
            ...(asks ? [{ label: t(words.waitsFor), value: t(words.applicant) }] : []),
            ...(holder && !asks
              ? [{ label: t(words.holder), value: <Vietnamese language={language}>{holder}</Vietnamese> }]
              : []),
            ...(due
              ? [
                  {
                    label: t(state === 'submitted' ? words.answerBy : words.due),
                    value: <DateTime at={due} language={language} />,
                  },
                ]
              : []),
          ]}
        />
        {asks && (
          <Notice tone="important" title={t(words.asked)}>
            <p>
              <a href={addresses.dossiers}>{t(words.askedLink)}</a> {t(words.askedText)}
            </p>
          </Notice>
        )}
        {timeline.length > 0 && (
          <Section title={t(words.history)}>
            <Timeline
              language={language}
              ahead={aheadWords(state, language, due)}
              past={timeline.map(({ at, event, unit }) => ({
                at,
                by: unit ?? t(words.applicant),
                event: eventWords[event] ? t(eventWords[event]) : event,
              }))}
            />
          </Section>
        )}
        <p class="small muted">{t(words.privacy)}</p>
        <Section title={t(words.again)}>
          <Ask visit={visit} />
        </Section>
      </>,
    )
  },
}

function notShown(visit: Visit, key: string, refusal: 'not-found' | 'too-many-requests'): Promise<Answer> {
  const t = tellerOf(visit.language)
  const isMissing = refusal === 'not-found'
  return show(
    visit,
    { title: t(words.title), search: false },
    <>
      <Heading>{t(words.title)}</Heading>
      <EmptyState title={t(isMissing ? words.none : refusalWords[refusal])}>
        <p>{t(isMissing ? words.noneNext : words.manyNext)}</p>
      </EmptyState>
      <Ask visit={visit} value={key} />
    </>,
    isMissing ? 404 : 429,
  )
}

function Ask({ visit: { language }, value }: { visit: Visit; value?: string }) {
  return (
    <SearchBox
      language={language}
      action={addresses.lookup}
      label={say(words.label, language)}
      hint={say(words.hint, language)}
      submit={say(ui.page.lookup, language)}
      name="ma"
      id="lookup"
      value={value}
    />
  )
}

const ahead: Partial<Record<State, ('intake' | 'settle' | 'return')[]>> = {
  submitted: ['intake', 'settle', 'return'],
  'returned-with-guidance': ['intake', 'settle', 'return'],
  accepted: ['settle', 'return'],
  transferred: ['settle', 'return'],
  assigned: ['settle', 'return'],
  'supplement-requested': ['settle', 'return'],
  'awaiting-opinions': ['settle', 'return'],
  verifying: ['settle', 'return'],
  'awaiting-confirmation': ['settle', 'return'],
  'extension-requested': ['settle', 'return'],
  returned: [],
  rejected: [],
  withdrawn: [],
  stopped: [],
  archived: [],
}

/** The stages still to come, in three words a stranger to offices understands. */
export function stagesAhead(state: State): ('intake' | 'settle' | 'return')[] {
  return ahead[state] ?? ['return']
}

/** The same in words; of the stage that runs now it is said when it is promised. */
export function aheadWords(state: State, language: Visit['language'], due: Date | null): Ahead[] {
  return stagesAhead(state).map((one, place) => ({
    event: say(words[one], language),
    ...(place === 0 && one !== 'return' && due ? { expected: dayOf(due) } : {}),
  }))
}
