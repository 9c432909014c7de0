import { refused } from '../../ground/result.ts'
import type { Component } from '../../procedures/index.ts'
import { itemsOf } from '../../records/index.ts'
import type { Words } from '../../words/index.ts'
import { refusalSentence, show, tellerOf, Told, Vietnamese } from '../public/show.tsx'
import {
  Button,
  Buttons,
  Checkbox,
  Details,
  ErrorSummary,
  Form,
  Heading,
  LinkButton,
  Notice,
  type Problem,
  problemOf,
  Section,
} from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { demandedBy, openRequest } from './asked.tsx'
import { attach, isAsked, uploadAll } from './attach.ts'
import { type Draft, openDraft, papersOf, withDraft } from './draft.ts'
import { backFrom } from './form-page.tsx'
import { fileField, PaperSection } from './paper-section.tsx'
import { progressOf } from './progress.ts'

const words = {
  title: { vi: 'Giấy tờ kèm theo', en: 'Papers' },
  lead: {
    vi: 'Chọn giấy tờ có sẵn trong kho của bạn, hoặc tải tệp lên. Một tệp chưa được nhận không làm mất các tệp khác.',
    en: 'Choose papers from your record or upload files. A file that is not taken never loses the others.',
  },
  nothing: { vi: 'Hồ sơ này không cần đính kèm giấy tờ nào', en: 'This dossier needs no papers' },
  nothingNext: { vi: 'Bạn có thể chuyển sang kiểm tra và nộp.', en: 'You can go on to check and submit.' },
  show: { vi: 'Giấy tờ chỉ xuất trình', en: 'Papers only shown' },
  showText: {
    vi: 'Bạn không phải tải lên. Chỉ mang theo để cán bộ xem khi được yêu cầu, xem xong được trả lại.',
    en: 'Nothing to upload. Bring them only if an officer asks to see them; they are given back at once.',
  },
  other: { vi: 'Giấy tờ cho trường hợp khác ({count})', en: 'Papers for other cases ({count})' },
  otherText: {
    vi: 'Theo những gì bạn khai thì hồ sơ này không cần các giấy tờ sau.',
    en: 'By your answers this dossier does not need these.',
  },
  save: { vi: 'Lưu và tiếp tục', en: 'Save and continue' },
  upload: { vi: 'Tải lên và ở lại trang này', en: 'Upload and stay on this page' },
  later: { vi: 'Lưu lại, làm tiếp sau', en: 'Save and come back later' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  kept: { vi: 'Đã lưu giấy tờ', en: 'Papers saved' },
  secret: {
    vi: 'Trong các giấy tờ này có tài liệu đóng dấu MẬT, TỐI MẬT hoặc TUYỆT MẬT',
    en: 'Among these papers are some marked as state secrets',
  },
  needed: { vi: 'Chọn tệp cho giấy tờ: {name}.', en: 'Choose a file for: {name}.' },
} as const satisfies Record<string, Words>

const secretField = 'mat'

/** The papers of a draft: what is asked for stands before the choice; each file is judged by itself. */
export const papers: PageDoor = {
  path: '/ho-so/:id/giay-to',
  for: 'citizen',
  uploads: true,
  get: (asked) => withDraft(asked, (visit, draft) => page(visit, draft)),
  post: (asked) =>
    withDraft(asked, async (visit, draft) => {
      const { form } = visit
      const t = tellerOf(visit.language)
      if (form.fields[secretField] === 'true') {
        // Nothing of it is looked into or kept; that it was tried is written down.
        const no = await visit.house.atDesk(visit.viewer, async () => refused('state-secret'))
        const message = refusalSentence(no.ok ? 'state-secret' : no.refusal, visit.language)
        return page(visit, draft, [{ field: secretField, message }])
      }
      const offered = await lendable(visit, draft)
      const { uploaded, problems } = await uploadAll(visit, draft)
      const refusal = await attach(visit, draft, uploaded, offered)
      if (refusal) problems.push({ field: fileField(draft.definition.components[0]!.id), message: refusal })
      if ('later' in form.fields && problems.length === 0) return { redirect: `${draft.here}/to-khai` }
      if (('remove' in form.fields || 'upload' in form.fields) && problems.length === 0) {
        const back = visit.query['ve'] === 'kiem-tra' ? '&ve=kiem-tra' : ''
        return { redirect: `${draft.here}/giay-to?da-luu=1${back}` }
      }
      const now = await papersOf((await openDraft(visit)) ?? draft)
      if (!('later' in form.fields) && !('remove' in form.fields) && !('upload' in form.fields)) {
        const request = draft.act === 'supplement' ? await openRequest(draft.at, draft.dossier) : undefined
        const demanded = draft.dossier.channel === 'online' ? demandedBy(request) : new Map<string, string>()
        const missing = draft.definition.components.filter(
          (one) =>
            (isAsked(one, draft) || demanded.has(one.id)) &&
            !now.some(({ id, attachments }) => id === one.id && attachments.length > 0),
        )
        for (const { id, name } of missing) {
          if (!problems.some(({ field }) => field === fileField(id)))
            problems.push({ field: fileField(id), message: t(words.needed, { name }) })
        }
      }
      if (problems.length > 0) return page(visit, (await openDraft(visit)) ?? draft, problems)
      const { isComplete } = progressOf(draft, now, visit.now, visit.language)
      return { redirect: isComplete && !draft.revision ? `${draft.here}/kiem-tra` : backFrom(visit, draft) }
    }),
}

/** What the record may lend to a dossier: everything but refusals, which stand for no paper; nothing to a dossier of somebody else. */
async function lendable({ house, viewer }: SignedVisit, { dossier }: Draft) {
  if (dossier.applicant !== viewer.id) return []
  return (await itemsOf(house.db, viewer.id)).filter(({ kind }) => kind !== 'refusal')
}

async function page(visit: SignedVisit, draft: Draft, problems: readonly Problem[] = []): Promise<Answer> {
  const { language, csrf, path, query } = visit
  const t = tellerOf(language)
  const { definition: d, here } = draft
  const [lines, items, request] = await Promise.all([
    papersOf(draft),
    lendable(visit, draft),
    draft.act === 'supplement' ? openRequest(draft.at, draft.dossier) : undefined,
  ])
  const lineOf = (id: string) => lines.find((one) => one.id === id)!
  const has = (id: string) => lineOf(id).attachments.length > 0
  const failed = demandedBy(request)
  const submitted = d.components.filter((one) => one.kind === 'submit' || has(one.id) || failed.has(one.id))
  const asked = submitted.filter((one) => isAsked(one, draft) || has(one.id) || failed.has(one.id))
  const others = submitted.filter((one) => !asked.includes(one))
  const shown = d.components.filter((one) => !submitted.includes(one))
  const name = d.shortName ?? d.name
  const sections = (some: readonly Component[], optional: boolean) =>
    some.map((component) => (
      <PaperSection
        visit={visit}
        definition={d}
        component={component}
        line={lineOf(component.id)}
        items={items}
        problems={problems}
        asked={failed.get(component.id)}
        optional={optional || !isAsked(component, draft)}
      />
    ))
  return show(
    visit,
    {
      title: `${t(words.title)} – ${name}`,
      back: { href: backFrom(visit, draft) },
      wrong: problems.length > 0,
      search: false,
    },
    <>
      <ErrorSummary problems={problems} language={language} />
      {query['da-luu'] === '1' && problems.length === 0 && <Notice tone="success" title={t(words.kept)} />}
      <Heading
        kicker={<Vietnamese language={language}>{name}</Vietnamese>}
        lead={asked.length > 0 ? t(words.lead) : undefined}
      >
        {t(words.title)}
      </Heading>
      {asked.length === 0 && (
        <Notice title={t(words.nothing)}>
          <p>{t(words.nothingNext)}</p>
        </Notice>
      )}
      {submitted.length > 0 ? (
        <Form action={path.split('?')[0]! + (query['ve'] === 'kiem-tra' ? '?ve=kiem-tra' : '')} csrf={csrf} multipart>
          {sections(asked, false)}
          {others.length > 0 && (
            <Details
              summary={t(words.other, { count: others.length })}
              open={others.some(({ id }) => problems.some(({ field }) => field === fileField(id)))}
            >
              <p>{t(words.otherText)}</p>
              {sections(others, true)}
            </Details>
          )}
          <Checkbox
            language={language}
            name={secretField}
            label={t(words.secret)}
            error={problemOf(problems, secretField)}
          />
          <Buttons>
            <Button>{t(words.save)}</Button>
            <Button kind="quiet" name="upload" value="1">
              {t(words.upload)}
            </Button>
            <Button kind="quiet" name="later" value="1" formnovalidate>
              {t(words.later)}
            </Button>
          </Buttons>
        </Form>
      ) : (
        <Buttons>
          <LinkButton href={`${here}/kiem-tra`}>{t(words.next)}</LinkButton>
        </Buttons>
      )}
      {shown.length > 0 && (
        <Section title={t(words.show)}>
          <p>{t(words.showText)}</p>
          <ul class="prose">
            {shown.map((one) => (
              <li>
                <Told of={d} language={language} text={one.name} />
                {one.waivedWhen && (
                  <p class="small muted">
                    <Told of={d} language={language} text={one.waivedWhen.text} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>,
  )
}
