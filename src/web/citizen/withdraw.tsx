import { actTable, type Dossier, dossierFor, stepsFor, traceOpening } from '../../dossiers/index.ts'
import { isId } from '../../ground/uuid.ts'
import { versionById } from '../../procedures/index.ts'
import { actWords, type Words } from '../../words/index.ts'
import { freshOnce, notFound, onceOf, refusalSentence, show, tellerOf, Vietnamese } from '../public/show.tsx'
import {
  Button,
  Buttons,
  Checkbox,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  TextArea,
} from '../ui/index.ts'
import { type Answer, type PageDoor, readerOf, type SignedVisit, type Visit } from '../visit.ts'
import { sentAddress } from './check-revision.tsx'

const words = {
  title: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
  lead: {
    vi: 'Bạn rút được cho đến khi kết quả được ban hành. Hãy đọc điều gì xảy ra sau khi rút.',
    en: 'You can withdraw until the result is issued. Please read what happens then.',
  },
  after: { vi: 'Sau khi rút', en: 'What happens then' },
  ends: {
    vi: 'Hồ sơ {code} kết thúc ngay và không mở lại được.',
    en: 'Dossier {code} ends at once and cannot be opened again.',
  },
  letter: {
    vi: 'Cơ quan dừng giải quyết; thông báo dừng (mẫu 05) nằm trong hồ sơ của bạn.',
    en: 'The agency stops; the notice (form 05) lies in your dossier.',
  },
  again: {
    vi: 'Nếu còn cần kết quả, bạn nộp hồ sơ mới. Giấy tờ đã nộp vẫn xem được trong hồ sơ này.',
    en: 'If you still need the result, you file anew. The papers you handed in can still be seen here.',
  },
  other: { vi: 'Chỉ muốn sửa nội dung đã nộp?', en: 'Only want to change what you sent?' },
  otherLink: { vi: 'Sửa hồ sơ, không cần rút', en: 'Change it, no need to withdraw' },
  reason: { vi: 'Lý do rút hồ sơ', en: 'Why you withdraw' },
  reasonHint: {
    vi: 'Một câu là đủ, ví dụ: tôi nộp nhầm thủ tục.',
    en: 'One sentence is enough, for example: wrong procedure.',
  },
  needReason: { vi: 'Ghi lý do rút hồ sơ', en: 'Say why you withdraw' },
  sure: {
    vi: 'Tôi hiểu hồ sơ kết thúc và muốn rút',
    en: 'I understand that the dossier ends, and want to withdraw it',
  },
  needSure: { vi: 'Đánh dấu vào ô xác nhận để rút hồ sơ', en: 'Tick the box to withdraw' },
  keep: { vi: 'Không rút, về hồ sơ', en: 'Keep it' },
} as const satisfies Record<string, Words>

/** The applicant takes the dossier back, knowing what that means. */
export const withdraw: PageDoor = {
  path: '/ho-so/:id/rut',
  for: 'citizen',
  get: (asked) => withMine(asked, (visit, found) => page(visit, found)),
  post: (asked) =>
    withMine(asked, async (visit, found) => {
      const { house, form, language, viewer } = visit
      const t = tellerOf(language)
      const reason = form.fields['reason']?.trim() ?? ''
      const problems = [
        ...(reason ? [] : [{ field: 'reason', message: t(words.needReason) }]),
        ...(form.fields['sure'] === 'true' ? [] : [{ field: 'sure', message: t(words.needSure) }]),
      ]
      if (problems.length > 0) return page(visit, found, problems)
      const body = actTable.withdraw.body.safeParse({ version: Number(form.fields['version']), reason })
      if (!body.success) return page(visit, found, [{ field: 'reason', message: t(words.needReason) }])
      const outcome = await house.atDeskOnce(
        viewer,
        onceOf(visit),
        (desk) => actTable.withdraw.run(desk, found.id, body.data),
        () => ({ status: 200, resource: found.id }),
      )
      if (outcome.ok) return { redirect: sentAddress(found, 'withdraw') }
      return page(visit, found, [{ field: 'reason', message: refusalSentence(outcome.refusal, language) }], 409)
    }),
}

/** One's own dossier while it can be withdrawn; afterwards its own page. */
async function withMine(
  asked: Visit,
  then: (visit: SignedVisit, dossier: Dossier) => Promise<Answer>,
): Promise<Answer> {
  const visit = asked as SignedVisit
  const at = readerOf(visit)
  const id = visit.params['id'] ?? ''
  const found = isId(id) ? await dossierFor(at, id) : undefined
  if (!found) return notFound(visit)
  if (!stepsFor(at, found).some(({ act }) => act === 'withdraw'))
    return { redirect: found.state === 'withdrawn' ? sentAddress(found, 'withdraw') : `/ho-so/${id}` }
  await traceOpening(at, id, 'withdraw')
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
  const { definition: d } = await versionById(house.db, found.procedureVersion)
  const here = `/ho-so/${found.id}`
  const mayChange = stepsFor(readerOf(visit), found).some(({ act }) => act === 'amend' || act === 'supplement')
  return show(
    visit,
    { title: t(words.title), back: { href: here }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading kicker={<Vietnamese language={language}>{d.shortName ?? d.name}</Vietnamese>} lead={t(words.lead)}>
        {t(words.title)}
      </Heading>
      <Notice tone="important" title={t(words.after)}>
        <ul class="prose">
          <li>{t(words.ends, { code: found.code ?? found.reference ?? '' })}</li>
          <li>{t(words.letter)}</li>
          <li>{t(words.again)}</li>
        </ul>
      </Notice>
      {mayChange && (
        <p>
          {t(words.other)} <a href={`${here}/to-khai`}>{t(words.otherLink)}</a>
        </p>
      )}
      <Form action={`${here}/rut`} csrf={csrf} hidden={{ version: found.version, ...freshOnce() }}>
        <TextArea
          language={language}
          name="reason"
          label={t(words.reason)}
          hint={t(words.reasonHint)}
          value={form.fields['reason']}
          rows={3}
          maxlength={2000}
          error={problemOf(problems, 'reason')}
        />
        <Checkbox
          language={language}
          name="sure"
          label={t(words.sure)}
          checked={form.fields['sure'] === 'true'}
          error={problemOf(problems, 'sure')}
        />
        <Buttons>
          <Button kind="grave">{t(actWords.withdraw)}</Button>
          <LinkButton href={here} kind="quiet">
            {t(words.keep)}
          </LinkButton>
        </Buttons>
      </Form>
    </>,
    status,
  )
}
