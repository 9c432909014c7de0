import {
  actTable,
  type Dossier,
  documentsOf,
  dossierFor,
  legLinesOf,
  stepsFor,
  traceOpening,
} from '../../dossiers/index.ts'
import { isId } from '../../ground/uuid.ts'
import { procedureName } from '../../procedures/index.ts'
import type { Words } from '../../words/index.ts'
import { freshOnce, notFound, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  Button,
  Buttons,
  DocumentList,
  ErrorSummary,
  Form,
  Heading,
  instantWords,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  RadioGroup,
  Section,
  TextArea,
} from '../ui/index.ts'
import { type Answer, type PageDoor, readerOf, type SignedVisit, type Visit } from '../visit.ts'
import { sentAddress } from './check-revision.tsx'

const words = {
  title: { vi: 'Xem và xác nhận dự thảo', en: 'Look at the draft and confirm it' },
  lead: {
    vi: 'Hãy đọc kỹ từng mục. Khi bạn đồng ý, cơ quan trình ký theo đúng dự thảo này.',
    en: 'Read every line. Once you agree, the agency has exactly this draft signed.',
  },
  until: { vi: 'Trả lời trước', en: 'Answer by' },
  silence: {
    vi: 'Sau thời điểm này mà bạn không trả lời thì coi như bạn đồng ý với dự thảo.',
    en: 'If you have not answered by then, you are taken to agree with the draft.',
  },
  draft: { vi: 'Dự thảo', en: 'The draft' },
  answer: { vi: 'Ý kiến của bạn', en: 'Your answer' },
  agree: { vi: 'Dự thảo đúng, tôi đồng ý', en: 'It is right, I agree' },
  dispute: { vi: 'Có chỗ cần sửa', en: 'Something needs changing' },
  choose: { vi: 'Chọn đồng ý hoặc đề nghị sửa', en: 'Choose whether you agree' },
  remarks: { vi: 'Chỗ cần sửa', en: 'What needs changing' },
  remarksHint: {
    vi: 'Ghi mục nào, đang viết thế nào, cần sửa thành gì. Chỉ cần khi có chỗ cần sửa.',
    en: 'Which line, what it says, what it should say. Only if something needs changing.',
  },
  needRemarks: { vi: 'Ghi chỗ cần sửa để cơ quan sửa đúng', en: 'Say what needs changing' },
  send: { vi: 'Gửi trả lời', en: 'Send' },
  later: { vi: 'Để sau', en: 'Not now' },
} as const satisfies Record<string, Words>

/** The applicant looks at the draft and says whether it is right. */
export const confirm: PageDoor = {
  path: '/ho-so/:id/xac-nhan',
  for: 'citizen',
  get: (asked) => withMine(asked, (visit, found) => page(visit, found)),
  post: (asked) =>
    withMine(asked, async (visit, found) => {
      const { form, language, house, viewer } = visit
      const t = tellerOf(language)
      const said = form.fields['agrees'] ?? ''
      const remarks = form.fields['remarks']?.trim() ?? ''
      const problems = [
        ...(said === 'yes' || said === 'no' ? [] : [{ field: 'agrees', message: t(words.choose) }]),
        ...(said === 'no' && !remarks ? [{ field: 'remarks', message: t(words.needRemarks) }] : []),
      ]
      if (problems.length > 0) return page(visit, found, problems)
      const body = actTable['confirm-draft'].body.safeParse({
        version: Number(form.fields['version']),
        draft: form.fields['draft'],
        agrees: said === 'yes',
        ...(said === 'no' ? { remarks } : {}),
      })
      if (!body.success) return page(visit, found, [{ field: 'remarks', message: t(words.needRemarks) }])
      const outcome = await house.atDeskOnce(
        viewer,
        onceOf(visit),
        (desk) => actTable['confirm-draft'].run(desk, found.id, body.data),
        () => ({ status: 200, resource: found.id }),
      )
      if (outcome.ok) return { redirect: sentAddress(found, said === 'yes' ? 'confirm' : 'dispute') }
      return page(visit, found, [{ field: 'agrees', message: refusalSentence(outcome.refusal, language) }], 409)
    }),
}

/** One's own dossier while its draft waits for one's word; else its own page. */
async function withMine(
  asked: Visit,
  then: (visit: SignedVisit, dossier: Dossier) => Promise<Answer>,
): Promise<Answer> {
  const visit = asked as SignedVisit
  const at = readerOf(visit)
  const id = visit.params['id'] ?? ''
  const found = isId(id) ? await dossierFor(at, id) : undefined
  if (!found) return notFound(visit)
  if (!stepsFor(at, found).some(({ act }) => act === 'confirm-draft')) return { redirect: `/ho-so/${id}` }
  await traceOpening(at, id, 'draft')
  return then(visit, found)
}

async function page(
  visit: SignedVisit,
  found: Dossier,
  problems: readonly Problem[] = [],
  status?: number,
): Promise<Answer> {
  const { language, csrf, form, house } = visit
  const t = tellerOf(language)
  const at = readerOf(visit)
  const [legs, documents, name] = await Promise.all([
    legLinesOf(at, found),
    documentsOf(at, found),
    procedureName(house.db, found.procedure),
  ])
  const due = legs.findLast(({ kind }) => kind === 'confirmation')?.due
  const draft = documents.findLast(({ kind }) => kind === 'result-draft')
  const here = `/ho-so/${found.id}`
  return show(
    visit,
    { title: t(words.title), back: { href: here }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading kicker={<Vietnamese language={language}>{name}</Vietnamese>} lead={t(words.lead)}>
        {t(words.title)}
      </Heading>
      {due && (
        <Notice tone="important" title={`${t(words.until)} ${instantWords(due, language)}`}>
          <p>{t(words.silence)}</p>
        </Notice>
      )}
      {draft && (
        <Section title={t(words.draft)}>
          <DocumentList
            language={language}
            items={[{ title: `${draft.title} (PDF)`, href: `/tep/${draft.file}`, at: draft.madeAt, signedBy: [] }]}
          />
        </Section>
      )}
      <Form
        action={`${here}/xac-nhan`}
        csrf={csrf}
        hidden={{ version: found.version, draft: draft?.sha256 ?? '', ...freshOnce() }}
      >
        <RadioGroup
          language={language}
          name="agrees"
          label={t(words.answer)}
          value={form.fields['agrees'] ?? ''}
          error={problemOf(problems, 'agrees')}
          options={[
            { value: 'yes', label: t(words.agree) },
            { value: 'no', label: t(words.dispute) },
          ]}
        />
        <TextArea
          language={language}
          name="remarks"
          label={t(words.remarks)}
          hint={t(words.remarksHint)}
          value={form.fields['remarks']}
          rows={4}
          maxlength={2000}
          error={problemOf(problems, 'remarks')}
          optional
        />
        <Buttons>
          <Button>{t(words.send)}</Button>
          <LinkButton href={here} kind="quiet">
            {t(words.later)}
          </LinkButton>
        </Buttons>
      </Form>
    </>,
    status,
  )
}
