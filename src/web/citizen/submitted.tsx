import { dossierFor, documentsOf, viewOf } from '../../dossiers/index.ts'
import { lookupAddress, qrDataUrl } from '../../documents/index.ts'
import { isId } from '../../ground/uuid.ts'
import { returnWords, type Words } from '../../words/index.ts'
import { notFound, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  addresses,
  Buttons,
  Confirmation,
  DateTime,
  DefinitionList,
  DocumentList,
  instantWords,
  LinkButton,
  Section,
} from '../ui/index.ts'
import { type PageDoor, readerOf, type SignedVisit } from '../visit.ts'

const words = {
  title: { vi: 'Đã nộp hồ sơ', en: 'Dossier submitted' },
  answerBy: { vi: 'Trả lời trước', en: 'Answer by' },
  holder: { vi: 'Đang giữ hồ sơ', en: 'Held by' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  nextCheck: {
    vi: '{counter} kiểm tra hồ sơ và trả lời bạn trước {due}.',
    en: '{counter} checks your dossier and answers by {due}.',
  },
  nextTell: {
    vi: 'Bạn nhận tin nhắn khi hồ sơ được tiếp nhận hoặc cần bổ sung.',
    en: 'You get a message when it is accepted or when something is missing.',
  },
  nextResult: {
    vi: 'Kết quả: {way}. Bạn chưa cần làm gì thêm.',
    en: 'The result: {way}. You need not do anything now.',
  },
  papers: { vi: 'Giấy xác nhận', en: 'Acknowledgement' },
  toDossier: { vi: 'Xem hồ sơ', en: 'See the dossier' },
  toAll: { vi: 'Hồ sơ của tôi', en: 'My dossiers' },
  lookup: {
    vi: 'Không đăng nhập vẫn tra cứu được bằng mã trên, ở',
    en: 'Without signing in, look it up by this code at',
  },
  lookupPage: { vi: 'trang Tra cứu', en: 'the look-up page' },
} as const satisfies Record<string, Words>

/** What was done, the code to keep, and what comes next. */
export const submitted: PageDoor = {
  path: '/ho-so/:id/da-nop',
  for: 'citizen',
  get: async (asked) => {
    const visit = asked as SignedVisit
    const { house, language, params } = visit
    const t = tellerOf(language)
    const at = readerOf(visit)
    const id = params['id'] ?? ''
    const dossier = isId(id) ? await dossierFor(at, id) : undefined
    if (!dossier) return notFound(visit)
    if (!dossier.reference) return { redirect: `/ho-so/${id}/to-khai` }
    const [view, documents] = await Promise.all([viewOf(at, dossier), documentsOf(at, dossier)])
    const { reference, intakeDue } = dossier
    return show(
      visit,
      { title: t(words.title), search: false },
      <>
        <Confirmation
          language={language}
          title={t(words.title)}
          reference={reference}
          qr={qrDataUrl(lookupAddress(house.config.url, reference))}
          next={[
            ...(intakeDue
              ? [t(words.nextCheck, { counter: view.reception.name, due: instantWords(intakeDue, language) })]
              : []),
            t(words.nextTell),
            t(words.nextResult, { way: lower(t(returnWords[dossier.returnBy])) }),
          ]}
        >
          <DefinitionList
            rows={[
              { label: t(words.procedure), value: <Vietnamese language={language}>{view.procedure.name}</Vietnamese> },
              ...(intakeDue
                ? [{ label: t(words.answerBy), value: <DateTime at={intakeDue} language={language} /> }]
                : []),
              {
                label: t(words.holder),
                value: <Vietnamese language={language}>{view.holder ?? view.reception.name}</Vietnamese>,
              },
            ]}
          />
        </Confirmation>
        <Section title={t(words.papers)}>
          <DocumentList
            language={language}
            items={documents
              .filter(({ kind }) => kind === 'acknowledgement')
              .map(({ title, file, madeAt }) => ({ title: `${title} (PDF)`, href: `/tep/${file}`, at: madeAt }))}
          />
          <p>
            {t(words.lookup)} <a href={`${addresses.lookup}/${encodeURIComponent(reference)}`}>{t(words.lookupPage)}</a>
            .
          </p>
        </Section>
        <Buttons>
          <LinkButton href={`/ho-so/${id}`}>{t(words.toDossier)}</LinkButton>
          <LinkButton href={addresses.dossiers} kind="quiet">
            {t(words.toAll)}
          </LinkButton>
        </Buttons>
      </>,
    )
  },
}

const lower = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
