import { returnWords, type Words } from '../../words/index.ts'
import { refusalSentence, show, tellerOf } from '../public/show.tsx'
import { Button, Buttons, ErrorSummary, Form, Heading, type Problem, problemOf, RadioGroup } from '../ui/index.ts'
import type { Answer, PageDoor, SignedVisit } from '../visit.ts'
import { type Draft, save, withNewDraft } from './draft.ts'
import { backFrom } from './form-page.tsx'

const words = {
  title: { vi: 'Cách nhận kết quả', en: 'How the result comes back' },
  needed: { vi: 'Chọn cách nhận kết quả.', en: 'Choose how the result comes back.' },
  save: { vi: 'Lưu', en: 'Save' },
} as const satisfies Record<string, Words>

/** Changes how the result comes back, while the dossier is a draft. */
export const returnWay: PageDoor = {
  path: '/ho-so/:id/cach-nhan',
  for: 'citizen',
  get: (asked) => withNewDraft(asked, (visit, draft) => page(visit, draft)),
  post: (asked) =>
    withNewDraft(asked, async (visit, draft) => {
      const { language, form } = visit
      const chosen = draft.definition.returnBy.find((one) => one === form.fields['returnBy'])
      if (!chosen) return page(visit, draft, [{ field: 'returnBy', message: tellerOf(language)(words.needed) }])
      const saved = await save(visit, draft, { returnBy: chosen })
      if (!saved.ok)
        return page(visit, draft, [{ field: 'returnBy', message: refusalSentence(saved.refusal, language) }], 409)
      return { redirect: backFrom(visit, draft) }
    }),
}

function page(visit: SignedVisit, draft: Draft, problems: readonly Problem[] = [], status?: number): Promise<Answer> {
  const { language, csrf, form, path } = visit
  const { definition, dossier } = draft
  const t = tellerOf(language)
  return show(
    visit,
    { title: t(words.title), back: { href: backFrom(visit, draft) }, wrong: problems.length > 0, search: false },
    <>
      <ErrorSummary problems={problems} language={language} />
      <Heading kicker={definition.shortName ?? definition.name}>{t(words.title)}</Heading>
      <Form action={path} csrf={csrf}>
        <RadioGroup
          language={language}
          name="returnBy"
          label={t(words.title)}
          options={definition.returnBy.map((value) => ({ value, label: t(returnWords[value]) }))}
          value={form.fields['returnBy'] ?? dossier.returnBy}
          error={problemOf(problems, 'returnBy')}
        />
        <Buttons>
          <Button>{t(words.save)}</Button>
        </Buttons>
      </Form>
    </>,
    status,
  )
}
