import { acceptancesOf, acceptTerms, acceptTermsBody, type Terms, termsInForce } from '../../accounts/index.ts'
import { dayOf } from '../../ground/day.ts'
import { type Language, refusalText, type Words } from '../../words/index.ts'
import {
  addresses,
  Button,
  Buttons,
  Checkbox,
  DataTable,
  DateTime,
  DayText,
  ErrorSummary,
  Form,
  Heading,
  type Problem,
  problemOf,
  Section,
  Cited,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { localPath } from './local-path.ts'
import { show, tellerOf } from './show.tsx'

const words = {
  title: { vi: 'Điều khoản sử dụng', en: 'Terms of use' },
  edition: {
    vi: 'Bản {edition}. Căn cứ: {decision}. Có hiệu lực từ',
    en: 'Edition {edition}. Basis: {decision}. In force since',
  },
  ask: { vi: 'Đọc và đồng ý điều khoản sử dụng', en: 'Read and accept the terms of use' },
  askLead: {
    vi: 'Điều khoản dưới đây đang có hiệu lực. Sau khi đồng ý, bạn tiếp tục việc đang làm.',
    en: 'These terms are in force. Once you accept them you go on where you were.',
  },
  accept: {
    vi: 'Tôi đã đọc, đồng ý với điều khoản và giữ bí mật tài khoản của mình',
    en: 'I have read and accept the terms, and keep my account to myself',
  },
  acceptNeeded: { vi: 'Đánh dấu vào ô đồng ý để tiếp tục.', en: 'Tick the box to go on.' },
  submit: { vi: 'Đồng ý và tiếp tục', en: 'Accept and go on' },
  history: { vi: 'Bạn đã đồng ý', en: 'What you accepted' },
  which: { vi: 'Bản', en: 'Edition' },
  when: { vi: 'Thời điểm', en: 'When' },
  how: { vi: 'Cách', en: 'How' },
  registration: { vi: 'Khi đăng ký', en: 'When registering' },
  'sign-in': { vi: 'Khi đăng nhập', en: 'When signing in' },
  counter: { vi: 'Tại quầy, {by} ghi lại', en: 'At the counter, entered by {by}' },
  training: { vi: 'Tài khoản huấn luyện', en: 'Training account' },
} as const satisfies Record<string, Words>

/** Where the terms are accepted. */
export const acceptPath = '/tai-khoan/dieu-khoan'

/** The terms in force, for everyone. */
export const termsPage: PageDoor = {
  path: addresses.terms,
  for: 'anyone',
  get: async (visit) => {
    const { house, language, now } = visit
    const terms = await termsInForce(house.db, dayOf(now))
    return show(
      visit,
      { title: tellerOf(language)(words.title) },
      <>
        <Heading lead={<Edition terms={terms} language={language} />}>{tellerOf(language)(words.title)}</Heading>
        <TermsText terms={terms} language={language} />
      </>,
    )
  },
}

/** Whoever has not accepted the terms in force is asked here before anything else. */
export const acceptTermsPage: PageDoor = {
  path: acceptPath,
  for: 'signed-in',
  get: async (visit) => page(visit as SignedVisit),
  post: async (asked) => {
    const visit = asked as SignedVisit
    const { house, viewer, form, language, query } = visit
    const read = acceptTermsBody.safeParse({ edition: form.fields['ban'] ?? '' })
    if (!read.success || form.fields['dong-y'] !== 'true')
      return page(visit, [{ field: 'dong-y', message: tellerOf(language)(words.acceptNeeded) }])
    const accepted = await house.atDesk(viewer, (desk) => acceptTerms(desk, read.data))
    if (!accepted.ok) return page(visit, [{ field: 'dong-y', message: refusalText(accepted, language) }])
    const back = localPath(form.fields['ve'] ?? query['ve'])
    return { redirect: back && !back.startsWith(acceptPath) ? back : addresses.account }
  },
}

async function page(visit: SignedVisit, problems: readonly Problem[] = []): Promise<Answer> {
  const { house, viewer, language, csrf, form, query, now, hasAccepted } = visit
  const t = tellerOf(language)
  const terms = await termsInForce(house.db, dayOf(now))
  const back = localPath(form.fields['ve'] ?? query['ve'])
  return show(
    visit,
    {
      title: t(hasAccepted ? words.title : words.ask),
      search: false,
      wrong: problems.length > 0,
      ...(hasAccepted ? { back: { href: addresses.account } } : {}),
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading lead={hasAccepted ? undefined : t(words.askLead)}>{t(hasAccepted ? words.title : words.ask)}</Heading>
      <p class="muted">
        <Edition terms={terms} language={language} />
      </p>
      <TermsText terms={terms} language={language} />
      {hasAccepted ? (
        <Accepted visit={visit} accepted={await acceptancesOf(house.db, viewer.id)} />
      ) : (
        <Form action={acceptPath} csrf={csrf} hidden={{ ban: terms.edition, ...(back ? { ve: back } : {}) }}>
          <Checkbox language={language} name="dong-y" label={t(words.accept)} error={problemOf(problems, 'dong-y')} />
          <Buttons>
            <Button>{t(words.submit)}</Button>
          </Buttons>
        </Form>
      )}
    </>,
  )
}

function Accepted({
  visit: { language },
  accepted,
}: {
  visit: SignedVisit
  accepted: Awaited<ReturnType<typeof acceptancesOf>>
}) {
  const t = tellerOf(language)
  return (
    <Section title={t(words.history)}>
      <DataTable
        language={language}
        caption={t(words.history)}
        quietCaption
        rows={accepted}
        columns={[
          { label: t(words.which), cell: ({ edition }) => edition },
          { label: t(words.when), cell: ({ at }) => <DateTime at={at} language={language} /> },
          { label: t(words.how), cell: ({ how, by }) => t(words[how as 'counter'], { by }) },
        ]}
      />
    </Section>
  )
}

function Edition({ terms: { edition, decision, from }, language }: { terms: Terms; language: Language }) {
  return (
    <>
      <Cited>{tellerOf(language)(words.edition, { edition, decision })}</Cited>{' '}
      <DayText day={from} language={language} weekday={false} />
    </>
  )
}

function TermsText({ terms, language }: { terms: Terms; language: Language }) {
  return (
    <div class="prose">
      {terms[language].split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  )
}
