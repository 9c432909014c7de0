import type { Dossier } from '../../dossiers/index.ts'
import { rateBody } from '../../ratings/index.ts'
import { say, ui, type Words } from '../../words/index.ts'
import type { Form as SentForm } from '../form-body.ts'
import { freshOnce, type Teller, tellerOf } from '../public/show.tsx'
import { Button, Buttons, Form, type Problem, problemOf, Rating, Section, TextArea } from '../ui/index.ts'
import type { SignedVisit } from '../visit.ts'

const words = {
  rating: { vi: 'Đánh giá việc phục vụ', en: 'Rate the service' },
  comment: { vi: 'Điều bạn muốn nói thêm', en: 'Anything to add' },
  send: { vi: 'Gửi đánh giá', en: 'Send the rating' },
  scoreNeeded: { vi: 'Chọn mức độ hài lòng của bạn.', en: 'Choose how satisfied you are.' },
  commentLong: { vi: 'Rút gọn ý kiến còn nhiều nhất 2.000 ký tự.', en: 'Shorten your comment to 2,000 characters.' },
  rated: { vi: 'Bạn đã đánh giá', en: 'You rated' },
} as const satisfies Record<string, Words>

/** What was chosen and said, or what is missing. */
export function readRating(
  { fields }: SentForm,
  t: Teller,
): { body: ReturnType<typeof rateBody.parse> } | { problems: Problem[] } {
  const comment = fields['comment']?.trim()
  const read = rateBody.safeParse({ score: Number(fields['score']), ...(comment ? { comment } : {}) })
  if (read.success) return { body: read.data }
  const wrong = new Set(read.error.issues.map(({ path }) => path[0]))
  return {
    problems: [
      ...(wrong.has('score') ? [{ field: 'score', message: t(words.scoreNeeded) }] : []),
      ...(wrong.has('comment') ? [{ field: 'comment', message: t(words.commentLong) }] : []),
    ],
  }
}

type RatingProps = { visit: SignedVisit; found: Dossier; score: number | null; problems: readonly Problem[] }

/** Asked once the result was returned; afterwards what was said. */
export function RatingPart({ visit, found, score, problems }: RatingProps) {
  const { language, csrf, form } = visit
  const t = tellerOf(language)
  if (score !== null) {
    return (
      <Section title={t(words.rating)} id="danh-gia">
        <p>
          {t(words.rated)}: {say(ui.rating[score as 1 | 2 | 3 | 4 | 5], language)}
        </p>
      </Section>
    )
  }
  const chosen = Number(form.fields['score'])
  return (
    <Section title={t(words.rating)} id="danh-gia">
      <Form action={`/ho-so/${found.id}`} csrf={csrf} hidden={freshOnce()}>
        <Rating language={language} error={problemOf(problems, 'score')} {...(chosen ? { value: chosen } : {})} />
        <TextArea
          language={language}
          name="comment"
          label={t(words.comment)}
          value={form.fields['comment']}
          maxlength={2000}
          error={problemOf(problems, 'comment')}
          optional
        />
        <Buttons>
          <Button>{t(words.send)}</Button>
        </Buttons>
      </Form>
    </Section>
  )
}
